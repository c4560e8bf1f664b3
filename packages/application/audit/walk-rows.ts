// Walks the rows of a chain one by one, in portions, from a link that is known to be good to the first that is not.
import type { ChainHead } from '@layan/domain/audit/chain';
import type { RowFault } from '@layan/domain/audit/fault';
import { checkLink } from '@layan/domain/audit/link';
import { sha256 } from '../kernel/sha256.ts';
import type { RawRow } from '../ports/seals.ts';

const PORTION = 200;

export type Step =
  | { readonly ok: true; readonly head: ChainHead }
  | { readonly ok: false; readonly at: number; readonly why: RowFault };

interface Chain {
  readonly read: (query: { readonly after: number; readonly limit: number }) => Promise<readonly RawRow[]>;
  /** What every link says. */
  readonly owner: Readonly<Record<string, string>>;
  readonly before?: ChainHead | undefined;
}

const stepOf = (row: RawRow, head: ChainHead | undefined, owner: Chain['owner']): Step => {
  const at = (head?.seq ?? 0) + 1;
  const link = checkLink(row.content, head, owner, sha256);
  if (!link.ok) return { ok: false, at, why: link.error };
  if (row.place !== at) return { ok: false, at, why: 'place' };
  return row.more ? { ok: false, at, why: 'more' } : { ok: true, head: link.value };
};

/** Ends after the first step that is not ok. */
export async function* walkRows({ read, owner, before }: Chain): AsyncGenerator<Step, void> {
  let head = before;
  for (;;) {
    const rows = await read({ after: head?.seq ?? 0, limit: PORTION });
    for (const row of rows) {
      const step = stepOf(row, head, owner);
      yield step;
      if (!step.ok) return;
      head = step.head;
    }
    if (rows.length < PORTION) return;
  }
}
