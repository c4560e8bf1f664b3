// Up to where the citizen of a case has been told, beside the case: erased with it.
import type { Noted, NoticeStore } from '@layan/application/ports/notices';
import { InstantText } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { notedKey } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

const NotedSchema = z.strictObject({
  to: z.int().check(z.nonnegative()),
  sendingUntil: z.exactOptional(InstantText),
  revision: z.int().check(z.positive()),
}) satisfies z.ZodMiniType<Noted>;

export function noticeStore(table: Table): NoticeStore {
  return {
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
