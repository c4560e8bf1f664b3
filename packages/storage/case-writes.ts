// A change to a case as one transaction. The order of the writes is the order in which refusals are told.
import type { CaseChange, CaseRecord, CommitFailure, InboxRow } from '@layan/application/ports/cases';
import type { Task } from '@layan/domain/case/snapshot';
import { batchWrites } from './batch-writes.ts';
import { inboxRows, netLocks, nextMoment, rowName } from './case-rows.ts';
import { IdempotencySchema } from './case-schemas.ts';
import {
  begunKey,
  bookKey,
  duePartition,
  dueSort,
  eventKey,
  filingKey,
  heldKey,
  idempotencyKey,
  inboxPartition,
  inboxSort,
  openedLetterKey,
  outboxKey,
  personKey,
  runningKey,
  snapshotKey,
  statusKey,
  taskKey,
} from './keys.ts';
import { absentOrExpired, expiresAt, idempotencySeconds, OUTBOX_SECONDS } from './lifetimes.ts';
import { lockWrites } from './lock-writes.ts';
import { objectionWrites } from './objection-writes.ts';
import { productWrites } from './product-writes.ts';
import { body, type Item } from './table/item.ts';
import { absent, type Guarded } from './table/transact.ts';
import { unsentAt } from './unsent-filing.ts';
import { wrapMark } from './vault/wrapped-by.ts';
import { wrappedWrites } from './wrapped-writes.ts';

type Writes = readonly Guarded<CommitFailure>[];

export function caseWrites(change: CaseChange, now: number): Writes {
  return [
    ...idempotency(change, now),
    ...filing(change),
    ...caseItself(change),
    status(change),
    ...locks(change),
    ...productWrites(change),
    ...objectionWrites(change),
    ...tasks(change),
    ...running(change),
    ...people(change),
    ...book(change),
    ...batchWrites(change, now),
    {
      write: {
        put: {
          ...outboxKey(change.after.snapshot.id, change.after.snapshot.seq),
          expiresAt: expiresAt(now, OUTBOX_SECONDS),
        },
      },
    },
  ];
}

function idempotency({ idempotency: record }: CaseChange, now: number): Writes {
  if (!record) return [];
  const put = {
    ...idempotencyKey(record.key),
    ...body(record),
    expiresAt: expiresAt(now, idempotencySeconds(record.key)),
  };
  return [
    {
      write: { put, when: absentOrExpired(now) },
      otherwise: (found) => ({
        code: 'already-done',
        record: IdempotencySchema.parse(JSON.parse(found?.body ?? 'null')),
      }),
    },
  ];
}

function filing({ fromFiling, after }: CaseChange): Writes {
  if (!fromFiling) return [];
  const when = unsentAt(fromFiling.revision);
  const set = { filedAt: after.snapshot.filedAt };
  return [
    {
      write: { set, of: filingKey(fromFiling.caseId), when },
      otherwise: () => ({ code: 'filing-changed' }),
    },
    ...(fromFiling.by === undefined
      ? []
      : [{ write: { remove: begunKey(fromFiling.by, fromFiling.caseId) } }]),
  ];
}

function caseItself({ before, after, events }: CaseChange): Writes {
  const { id, seq } = after.snapshot;
  const moment = nextMoment(after.snapshot);
  const put: Item = {
    ...snapshotKey(id),
    ...body(after),
    seq,
    wrap: wrapMark(after.key),
    ...(moment ? { duePk: duePartition, dueSk: dueSort(moment, id) } : {}),
  };
  // Also when the key was destroyed or wrapped anew meanwhile: the one that was loaded is not written back.
  const when = before
    ? {
        expression: 'seq = :seq AND wrap = :wrap',
        values: { ':seq': before.snapshot.seq, ':wrap': wrapMark(before.key) },
      }
    : absent;
  const otherwise = () => ({ code: 'changed-meanwhile' }) as const;
  return [
    { write: { put, when }, otherwise },
    ...wrappedWrites(id, after.key, before?.key),
    ...events.map((event) => ({
      write: { put: { ...eventKey(id, event.seq), ...body(event) }, when: absent },
      otherwise,
    })),
  ];
}

function status({ before, after, status: shown }: CaseChange): Guarded<CommitFailure> {
  const { snapshot, key, secretIndex } = after;
  const of = statusKey(snapshot.ticket);
  const content = body({ status: shown, key, secretIndex });
  // What was guessed of its secret stands beside, and stays.
  return before
    ? { write: { of, set: content } }
    : { write: { put: { ...of, ...content }, when: absent }, otherwise: () => ({ code: 'ticket-taken' }) };
}

function locks(change: CaseChange): Writes {
  const { acquire, release } = netLocks(change);
  return lockWrites(change.after.snapshot.id, acquire, release);
}

const rowItem = (record: CaseRecord, row: InboxRow): Item => {
  const name = rowName(row.task.id, row.standIn);
  return {
    ...taskKey(row.caseId, name),
    ...body(row),
    inboxPk: inboxPartition(record.snapshot.agency, row.standIn?.role ?? row.task.role),
    inboxSk: inboxSort({ ...row, task: name }),
  };
};

const rowItems = (change: CaseChange, record: CaseRecord, task: Task): readonly Item[] =>
  inboxRows({ ...change, after: record }, task).map((row) => rowItem(record, row));

/** Rows that did not change are not written again. */
function tasks(change: CaseChange): Writes {
  const { before, after } = change;
  const { id } = after.snapshot;
  const old = new Map(before?.snapshot.tasks.map((task) => [task.id, task]));
  const open = new Set(after.snapshot.tasks.map((task) => task.id));
  const rows = after.snapshot.tasks.flatMap((task) => {
    const was = before && old.get(task.id);
    const written = was ? rowItems(change, before, was).map((item) => JSON.stringify(item)) : [];
    return rowItems(change, after, task).flatMap((put) =>
      written.includes(JSON.stringify(put)) ? [] : [{ write: { put } }],
    );
  });
  const closed = [...old.values()]
    .filter((task) => !open.has(task.id))
    .flatMap((task) =>
      [undefined, ...(change.standIns?.[task.step] ?? [])].map((one) => rowName(task.id, one)),
    )
    .map((name) => ({ write: { remove: taskKey(id, name) } }));
  return [...rows, ...closed, ...holders(change)];
}

function holders({ before, after }: CaseChange): Writes {
  const { id } = after.snapshot;
  const heldIn = (record: CaseRecord | undefined) =>
    new Map(
      record?.snapshot.tasks.flatMap(({ id: task, assignee }) =>
        assignee ? [[`${assignee.id}#${task}`, heldKey(assignee.id, id, task)] as const] : [],
      ),
    );
  const was = heldIn(before);
  const is = heldIn(after);
  return [
    ...[...is].filter(([name]) => !was.has(name)).map(([, key]) => ({ write: { put: { ...key } } })),
    ...[...was].filter(([name]) => !is.has(name)).map(([, key]) => ({ write: { remove: key } })),
  ];
}

/** Found by the version of the standard it runs on, until it ends or moves to another. */
function running({ before, after }: CaseChange): Writes {
  const keyOf = ({ snapshot: { id, standard, ended } }: CaseRecord) =>
    ended ? undefined : runningKey(standard.id, standard.version, id);
  const was = before && keyOf(before);
  const is = keyOf(after);
  if (was?.sk === is?.sk) return [];
  return [...(was ? [{ write: { remove: was } }] : []), ...(is ? [{ write: { put: { ...is } } }] : [])];
}

function book({ book: row, opening, after }: CaseChange): Writes {
  const { id, agency, standard, channel } = after.snapshot;
  const box = { agency, standard: standard.id, channel };
  return [
    ...(row
      ? [{ write: { put: { ...bookKey(row.agency, row.standard, row.channel, row), ...body(row) } } }]
      : []),
    ...(opening ? [{ write: { put: { ...openedLetterKey(box, opening, id) } } }] : []),
  ];
}

const people = ({ people: indexes = [], unlinked = [], after }: CaseChange): Writes => {
  const gone = new Set(unlinked.filter((index) => !indexes.includes(index)));
  return [
    ...[...new Set(indexes)].map((index) => ({ write: { put: { ...personKey(index, after.snapshot.id) } } })),
    ...[...gone].map((index) => ({ write: { remove: personKey(index, after.snapshot.id) } })),
  ];
};
