// What a change to a case writes for batches: whether it waits to be gathered, and that news is to be told.
import type { WaitingCase } from '@layan/application/ports/batches';
import type { CaseChange, CaseRecord, CommitFailure } from '@layan/application/ports/cases';
import type { StandardId } from '@layan/domain/kernel/ids';
import { toInstantText } from '@layan/domain/kernel/instant';
import { fanOutKey, gatheringKey } from './keys.ts';
import { body } from './table/item.ts';
import type { Condition, Guarded } from './table/transact.ts';

type Writes = readonly Guarded<CommitFailure>[];

export interface GatheringRow extends WaitingCase {
  readonly standard: StandardId;
}

/** Rows of a case that waits and that no batch has. */
export const gatheringRows = (
  { gatheredBy = {} }: Pick<CaseChange, 'gatheredBy'>,
  record: CaseRecord | undefined,
): readonly GatheringRow[] => {
  if (!record) return [];
  const { id: caseId, ticket, area, batch, tasks } = record.snapshot;
  if (batch && !batch.left) return [];
  return tasks.flatMap(({ step, openedAt: since }) => {
    const standard = gatheredBy[step];
    return standard ? [{ standard, caseId, ticket, step, since, ...(area !== undefined && { area }) }] : [];
  });
};

const always: Condition = { expression: 'attribute_not_exists(pk) OR attribute_exists(pk)' };

export const batchWrites = (change: CaseChange, now: number): Writes => {
  const { before, after } = change;
  const { agency, id, seq } = after.snapshot;
  const keyOf = (row: GatheringRow) => gatheringKey(agency, row.standard, row);
  const was = new Map(gatheringRows(change, before).map((row) => [keyOf(row).sk, row]));
  const is = new Map(gatheringRows(change, after).map((row) => [keyOf(row).sk, row]));
  const opened = [...is].filter(([sort]) => !was.has(sort));
  const closed = [...was].filter(([sort]) => !is.has(sort));
  return [
    ...opened.map(([, row]) => {
      const { standard: _, ...waiting } = row;
      return { write: { put: { ...keyOf(row), ...body(waiting) } } };
    }),
    ...closed.map(([, row]) => ({ write: { remove: keyOf(row) } })),
    ...(change.tellsLines
      ? [
          {
            write: {
              set: { wanted: seq, movedAt: toInstantText(now) },
              // What came before was told, unless it still is being told.
              unlessSet: { told: before?.snapshot.seq ?? 0 },
              of: fanOutKey(id),
              when: always,
            },
          },
        ]
      : []),
  ];
};
