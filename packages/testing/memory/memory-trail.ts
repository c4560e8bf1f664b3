// The rows of chains as they would lie in a table: taken from ports, or held in lists that a test may tamper with.
import type { AuditChains } from '@layan/application/ports/audit';
import type { RawRow, SealStore, Trail } from '@layan/application/ports/seals';
import type { MemoryTable } from './memory-table.ts';

const EVERYTHING = 1_000_000;

const rowsOf = (contents: readonly unknown[], after: number, limit: number): readonly RawRow[] =>
  contents.map((content, at) => ({ place: at + 1, content, more: false })).slice(after, after + limit);

export function memoryTrail(table: MemoryTable, audit: AuditChains, seals: SealStore): Trail {
  return {
    events: async (caseId, { after, limit }) => rowsOf(table.events.get(caseId) ?? [], after, limit),
    standing: async (caseId) => {
      const snapshot = table.cases.get(caseId)?.snapshot;
      return snapshot && { seq: snapshot.seq, hash: snapshot.lastHash };
    },
    entries: async (chain, { after, limit }) =>
      rowsOf(await audit.entries(chain, { limit: EVERYTHING }), after, limit),
    seals: async ({ after, limit }) =>
      rowsOf([...(await seals.newest({ limit: EVERYTHING }))].reverse(), after, limit),
  };
}
