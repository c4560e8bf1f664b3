// The chains of a tenant that belong to no case, in memory.
import { sha256 } from '@layan/application/kernel/sha256';
import type { AuditChains } from '@layan/application/ports/audit';
import { type ChainEntry, type ChainName, nextEntry } from '@layan/domain/audit/chain';
import { copy } from './memory-table.ts';

export function memoryAudit(): AuditChains {
  const chains = new Map<ChainName, ChainEntry[]>();
  const entered = new Map<string, ChainEntry>();
  const entriesOf = (chain: ChainName) => {
    const entries = chains.get(chain) ?? [];
    chains.set(chain, entries);
    return entries;
  };
  return {
    append: async (chain, act, once) => {
      const known = once === undefined ? undefined : entered.get(`${chain} ${once}`);
      if (known) return copy(known);
      const entries = entriesOf(chain);
      const entry = nextEntry(chain, entries.at(-1), copy(act), sha256);
      entries.push(entry);
      if (once !== undefined) entered.set(`${chain} ${once}`, entry);
      return copy(entry);
    },
    head: async (chain) => {
      const last = entriesOf(chain).at(-1);
      return last && { seq: last.seq, hash: last.hash };
    },
    entries: async (chain, { after = 0, limit }) => copy(entriesOf(chain).slice(after, after + limit)),
    newest: async (chain, { before, limit }) =>
      copy(
        entriesOf(chain)
          .slice(0, before === undefined ? undefined : before - 1)
          .reverse()
          .slice(0, limit),
      ),
  };
}
