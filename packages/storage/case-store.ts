// Cases in the tenant's table: one get to decide, one query to show the whole file, one transaction to change.

import type { CaseStore } from '@layan/application/ports/cases';
import { CaseEvent } from '@layan/domain/case/event';
import type { Clock } from '@layan/domain/kernel/clock';
import { CaseId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import {
  CaseRecordSchema,
  DocumentSchema,
  IdempotencySchema,
  InboxRowSchema,
  StatusSchema,
} from './case-schemas.ts';
import { caseWrites } from './case-writes.ts';
import { inboxCursor, inboxPlace } from './inbox-cursor.ts';
import { guessesIn, guessesText } from './kept-guesses.ts';
import {
  casePartition,
  documentPrefix,
  duePartition,
  eventPrefix,
  heldPartition,
  idempotencyKey,
  inboxPartition,
  LAST,
  objectionKey,
  personPartition,
  personPrefix,
  runningPartition,
  runningVersion,
  snapshotKey,
  sortable,
  statusKey,
  taskKey,
} from './keys.ts';
import { isExpired } from './lifetimes.ts';
import { ObjectionSchema } from './objection-writes.ts';
import { parseAttribute, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';

/** `<case>#<task>` in keys of held work, `<instant>#<case>` in the index of due cases. */
const HeldSort = z.string().check(z.regex(/^[^#]+#[^#]+$/));
const caseIdAt = (text: string, place: number) => CaseId.parse(text.split('#')[place]);

export function caseStore(table: Table, clock: Clock): CaseStore {
  return {
    find: async (caseId) => {
      const item = await table.get(snapshotKey(caseId));
      return item && parseBody(CaseRecordSchema, item);
    },
    findFile: async (caseId) => {
      const items = await table.query({ partition: casePartition(caseId) });
      const snapshot = items.find(({ sk }) => sk === snapshotKey(caseId).sk);
      return (
        snapshot && {
          record: parseBody(CaseRecordSchema, snapshot),
          events: items
            .filter(({ sk }) => sk.startsWith(eventPrefix))
            .map((item) => parseBody(CaseEvent, item)),
          documents: items
            .filter(({ sk }) => sk.startsWith(documentPrefix))
            .map((item) => parseBody(DocumentSchema, item)),
        }
      );
    },
    findStatus: async (ticket) => {
      const item = await table.get(statusKey(ticket));
      return (
        item && {
          ...parseBody(StatusSchema, item),
          ...(typeof item.guessed === 'string' && { guesses: guessesIn(item.guessed) }),
        }
      );
    },
    keepGuesses: async (ticket, before, after) => {
      const counted = await table.transact([
        {
          write: {
            of: statusKey(ticket),
            set: { guessed: guessesText(after) },
            when: before
              ? { expression: 'guessed = :before', values: { ':before': guessesText(before) } }
              : { expression: 'attribute_exists(pk) AND attribute_not_exists(guessed)' },
          },
          otherwise: (found) => found,
        },
      ]);
      if (counted.ok) return counted;
      const now = counted.error[0]?.guessed;
      return err({ code: 'not-counted', ...(now !== undefined && { now: guessesIn(now) }) });
    },
    findObjection: async ({ about, decision }) => {
      const item = await table.get(objectionKey(about, decision));
      return item && parseBody(ObjectionSchema, item);
    },
    inbox: async ({ agency, role, limit, after }) => {
      const partition = inboxPartition(agency, role);
      const place = inboxPlace(after);
      const items = await table.query({
        index: 'inbox',
        partition,
        // One more than is shown tells whether there is a next page.
        limit: limit + 1,
        ...(place && {
          after: { ...taskKey(place.caseId, place.task), inboxPk: partition, inboxSk: place.sort },
        }),
      });
      const shown = items.slice(0, limit);
      const last = items.length > limit ? shown.at(-1) : undefined;
      return {
        rows: shown.map((item) => parseBody(InboxRowSchema, item)),
        ...(last && { next: inboxCursor(parseAttribute(z.string(), last, 'inboxSk')) }),
      };
    },
    due: async ({ until, limit }) => {
      const to = `${sortable(until)}#${LAST}`;
      const items = await table.query({ index: 'due', partition: duePartition, to, limit });
      return items.map((item) => caseIdAt(parseAttribute(z.string(), item, 'dueSk'), 1));
    },
    waiting: async ({ limit, after }) => {
      const items = await table.query({
        index: 'due',
        partition: duePartition,
        limit: limit + 1,
        ...(after !== undefined && {
          after: { ...snapshotKey(caseIdAt(after, 1)), duePk: duePartition, dueSk: after },
        }),
      });
      const sorts = items.map((item) => parseAttribute(z.string(), item, 'dueSk'));
      const last = sorts.length > limit ? sorts[limit - 1] : undefined;
      return {
        rows: sorts.slice(0, limit).map((sort) => caseIdAt(sort, 1)),
        ...(last !== undefined && { next: last }),
      };
    },
    running: async ({ standard, before, limit, after }) => {
      const found = await table.query({
        partition: runningPartition(standard),
        from: after === undefined ? runningVersion(0) : `${after}${LAST}`,
        to: `${runningVersion(before - 1)}${LAST}`,
        limit: limit + 1,
      });
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      const rows = shown.map(({ sk }) => CaseId.parse(sk.split('#').at(-1)));
      return { rows, ...(last && { next: last.sk }) };
    },
    about: async (person) => {
      const items = await table.query({
        partition: personPartition(person),
        from: personPrefix,
        to: `${personPrefix}${LAST}`,
      });
      return items.map(({ sk }) => caseIdAt(sk, 1));
    },
    heldBy: async (staffId) => {
      const items = await table.query({ partition: heldPartition(staffId) });
      return items.map((item) => {
        const sort = parseAttribute(HeldSort, item, 'sk');
        return { caseId: caseIdAt(sort, 0), task: sort.slice(sort.indexOf('#') + 1) };
      });
    },
    findIdempotent: async (key) => {
      const item = await table.get(idempotencyKey(key));
      return item && !isExpired(item, epochMs(clock.now())) ? parseBody(IdempotencySchema, item) : undefined;
    },
    commit: async (change) => {
      const { carriesOut } = change;
      const written = await table.transact([
        ...caseWrites(change, epochMs(clock.now())),
        // Few cases are ever changed for somebody's request over their data: what it takes is loaded by those.
        ...(carriesOut ? (await import('./privacy-requests.ts')).stepWrites(carriesOut) : []),
      ]);
      if (written.ok) return ok(undefined);
      const [first] = written.error;
      if (first) return err(first);
      throw new Error(`Case ${change.after.snapshot.id} was not written, and nothing says why.`);
    },
  };
}
