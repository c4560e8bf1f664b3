// Cases that wait to be sealed, and the seals, each a row that follows the one before.
import type { SealStore } from '@layan/application/ports/seals';
import { CaseHead, SealRow } from '@layan/domain/audit/seal';
import { headKey, headsPartition, sealKey, sealsPartition } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent, type Guarded } from './table/transact.ts';

type Refusal = 'known' | { readonly changed: string };

const upTo = (seq: number, comparison: '<' | '<=') => ({
  expression: `attribute_not_exists(pk) OR seq ${comparison} :seq`,
  values: { ':seq': seq },
});

export function sealStore(table: Table): SealStore {
  const attempt = (seal: SealRow, heads: readonly CaseHead[]) => {
    const row: Guarded<Refusal> = {
      write: { put: { ...sealKey(seal.number), ...body(seal) }, when: absent },
      otherwise: () => 'known',
    };
    const removals = heads.map(
      ({ caseId, seq }): Guarded<Refusal> => ({
        write: { remove: headKey(caseId), when: upTo(seq, '<=') },
        otherwise: () => ({ changed: caseId }),
      }),
    );
    return table.transact([row, ...removals]);
  };
  return {
    noteHead: async (head) => {
      const put = { ...headKey(head.caseId), seq: head.seq, ...body(head) };
      await table.transact([{ write: { put, when: upTo(head.seq, '<') }, otherwise: () => 'older' }]);
    },
    heads: async (limit) =>
      (await table.query({ partition: headsPartition, limit })).map((item) => parseBody(CaseHead, item)),
    newest: async ({ before, limit }) => {
      const items = await table.query({
        partition: sealsPartition,
        ...(before === undefined ? {} : { to: sealKey(before - 1).sk }),
        newestFirst: true,
        limit,
      });
      return items.map((item) => parseBody(SealRow, item));
    },
    note: async (seal, heads) => {
      let waiting = heads;
      for (;;) {
        const noted = await attempt(seal, waiting);
        if (noted.ok) return 'noted';
        if (noted.error.includes('known')) return 'known';
        // What changed meanwhile waits for the next seal; there is less of it in every attempt.
        const changed = new Set(noted.error.flatMap((one) => (one === 'known' ? [] : [one.changed])));
        waiting = waiting.filter(({ caseId }) => !changed.has(caseId));
      }
    },
  };
}
