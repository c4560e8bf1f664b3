// Up to where the citizen of a case has been told, beside the case: erased with it.
import type { Noted, NoticeStore, Telling } from '@layan/application/ports/notices';
import { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { notedKey, outboxKey, tellingKey } from './keys.ts';
import { expiresAt, OUTBOX_SECONDS } from './lifetimes.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

const NotedSchema = z.strictObject({
  to: z.int().check(z.nonnegative()),
  sendingUntil: z.exactOptional(InstantText),
  revision: z.int().check(z.positive()),
}) satisfies z.ZodMiniType<Noted>;

const TellingSchema = z.strictObject({
  id: CaseId,
  turn: z.union([z.literal(1), z.literal(2)]),
  at: InstantText,
  to: z.array(z.string()),
  from: z.string(),
  title: z.string(),
  lines: z.array(z.string()),
  link: z.strictObject({ label: z.string(), url: z.string() }),
}) satisfies z.ZodMiniType<Telling>;

export function noticeStore(table: Table): NoticeStore {
  return {
    tell: async (telling) => {
      const { id, turn, at } = telling;
      const ends = { expiresAt: expiresAt(Date.parse(at), OUTBOX_SECONDS) };
      const when = {
        expression: 'attribute_not_exists(pk) OR turn < :turn',
        values: { ':turn': turn },
      };
      await table.transact([
        // Told before, by who swept at the same moment: nothing is left to do.
        {
          write: { put: { ...tellingKey(id), turn, ...body(telling) }, when },
          otherwise: () => 'told' as const,
        },
        { write: { put: { ...outboxKey(id, turn), ...ends } } },
      ]);
    },
    findTelling: async (id) => {
      const item = await table.get(tellingKey(id));
      return item && parseBody(TellingSchema, item);
    },
    find: async (caseId) => {
      const item = await table.get(notedKey(caseId));
      return item && parseBody(NotedSchema, item);
    },
    save: async (caseId, noted, before) => {
      const when =
        before === undefined
          ? absent
          : { expression: 'revision = :revision', values: { ':revision': before } };
      const put = { ...notedKey(caseId), revision: noted.revision, ...body(noted) };
      const written = await table.transact([
        { write: { put, when }, otherwise: () => 'changed-meanwhile' as const },
      ]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
  };
}
