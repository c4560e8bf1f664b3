// Status lists: each an item of its own, which can be as large as a page, and a small row beside it, so that looking for
// old ones reads no list.
import type { StatusListStore } from '@layan/application/ports/status-lists';
import { InstantText } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { statusListKey, statusListRowKey, statusListsPartition } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

const Kept = z.strictObject({ signed: z.string(), issuedAt: InstantText, revision: z.int() });
const Row = z.strictObject({ issuedAt: InstantText });

export function statusListStore(table: Table): StatusListStore {
  return {
    find: async (name) => {
      const item = await table.get(statusListKey(name));
      return item && parseBody(Kept, item);
    },
    save: async (name, list, before) => {
      const put = { ...statusListKey(name), ...body(list), revision: list.revision };
      const when =
        before === undefined
          ? absent
          : { expression: 'revision = :revision', values: { ':revision': before } };
      const row = { ...statusListRowKey(name), ...body({ issuedAt: list.issuedAt }) };
      const written = await table.transact([
        { write: { put, when }, otherwise: () => 'changed-meanwhile' as const },
        { write: { put: row } },
      ]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
    list: async () => {
      const rows = await table.query({ partition: statusListsPartition });
      return rows.map((row) => ({ name: row.sk, issuedAt: parseBody(Row, row).issuedAt }));
    },
  };
}
