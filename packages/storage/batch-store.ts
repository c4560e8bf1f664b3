// Cases that wait to be gathered, and the news of batches on its way, in the tenant's table.
import type { BatchStore, FanOut, WaitingCase } from '@layan/application/ports/batches';
import type { Clock } from '@layan/domain/kernel/clock';
import { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import {
  fanOutAgainKey,
  fanOutKey,
  fanOutPartition,
  gatheringPartition,
  heldLineKey,
  heldLinePrefix,
  LAST,
} from './keys.ts';
import { expiresAt, OUTBOX_SECONDS } from './lifetimes.ts';
import { parseBody, type StoredItem } from './table/item.ts';
import type { Table } from './table/table.ts';
import type { Condition } from './table/transact.ts';

export const WaitingCaseSchema = z.strictObject({
  caseId: CaseId,
  ticket: z.string(),
  step: z.string(),
  area: z.optional(z.string()),
  since: InstantText,
}) satisfies z.ZodMiniType<WaitingCase>;

const Row = z.object({
  sk: CaseId,
  wanted: z.int(),
  told: z.optional(z.int()),
  pass: z.optional(z.int()),
  reached: z.optional(z.int()),
  revision: z.optional(z.int()),
  movedAt: InstantText,
});

const fanOutOf = (item: StoredItem): FanOut => {
  const { sk, pass, told = 0, reached: at = 0, revision = 0, ...row } = Row.parse(item);
  return { batch: sk, wanted: row.wanted, movedAt: row.movedAt, told, at, revision, ...(pass && { pass }) };
};

const heldOf = ({ sk }: StoredItem) => {
  const [batch, caseId] = sk.split('#');
  return { batch: CaseId.parse(batch), caseId: CaseId.parse(caseId) };
};

const unchanged = (revision: number): Condition =>
  revision === 0
    ? { expression: 'attribute_exists(wanted) AND attribute_not_exists(revision)' }
    : { expression: 'revision = :revision', values: { ':revision': revision } };

export function batchStore(table: Table, clock: Clock): BatchStore {
  return {
    waiting: async ({ agency, standard, area, limit, after }) => {
      // Of an area and of all below it: `35.08.01#…` and `35.08.01.2001#…`, but not `35.08.012#…`.
      const items = await table.query({
        partition: gatheringPartition(agency, standard),
        from: after === undefined ? (area ?? '#') : `${after}${LAST}`,
        to: `${area ?? ''}${LAST}`,
        limit: limit + 1,
      });
      const inside = items.filter(({ sk }) => area === undefined || /^[#.]/.test(sk.slice(area.length)));
      const shown = inside.slice(0, limit);
      const last = items.length > limit ? shown.at(-1) : undefined;
      return {
        rows: shown.map((item) => parseBody(WaitingCaseSchema, item)),
        ...(last && { next: last.sk }),
      };
    },
    findFanOut: async (batch) => {
      const item = await table.get(fanOutKey(batch));
      return item && fanOutOf(item);
    },
    listUnfinished: async (limit) => {
      const items = await table.query({ partition: fanOutPartition, limit });
      return {
        fanOuts: items.filter(({ sk }) => !sk.includes('#')).map(fanOutOf),
        held: items.filter(({ sk }) => sk.includes('#')).map(heldOf),
      };
    },
    heldOf: async (batch) => {
      const prefix = heldLinePrefix(batch);
      const items = await table.query({ partition: fanOutPartition, from: prefix, to: `${prefix}${LAST}` });
      return items.map(heldOf);
    },
    saveProgress: async ({ batch, revision, told, pass, at, movedAt }, { again }) => {
      const next = revision + 1;
      const written = await table.transact([
        {
          write: {
            set: { told, reached: at, pass: pass ?? 0, movedAt, revision: next },
            of: fanOutKey(batch),
            when: unchanged(revision),
          },
          otherwise: () => 'changed' as const,
        },
        ...(again
          ? [
              {
                write: {
                  put: {
                    ...fanOutAgainKey(batch, next),
                    expiresAt: expiresAt(epochMs(clock.now()), OUTBOX_SECONDS),
                  },
                },
              },
            ]
          : []),
      ]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
    finish: async ({ batch, revision, wanted }) => {
      const { expression, values } = unchanged(revision);
      const written = await table.transact([
        {
          write: {
            remove: fanOutKey(batch),
            when: {
              expression: `${expression} AND wanted = :wanted`,
              values: { ...values, ':wanted': wanted },
            },
          },
          otherwise: () => 'changed' as const,
        },
      ]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
    hold: async ({ batch, caseId }) => {
      await table.transact([{ write: { put: { ...heldLineKey(batch, caseId) } } }]);
    },
    letGo: async ({ batch, caseId }) => {
      await table.transact([{ write: { remove: heldLineKey(batch, caseId) } }]);
    },
  };
}
