// What there is of a tenant that leaves, in memory: rows, objects, a table and keys, until they are taken away.
import { createHash } from 'node:crypto';
import type { TenantRemains } from '@layan/application/ports/offboarding';
import type { Clock } from '@layan/domain/kernel/clock';
import { toInstantText } from '@layan/domain/kernel/instant';

const DAY = 86_400_000;

export interface MemoryRemains extends TenantRemains {
  rows: { readonly pk: string; readonly sk: string }[];
  objects: string[];
  table: 'there' | 'going' | 'gone';
  readonly exported: Map<string, string>;
  readonly keys: Map<string, string>;
}

export function memoryRemains(clock: Clock, pageSize = 2): MemoryRemains {
  const remains: MemoryRemains = {
    rows: [],
    objects: [],
    table: 'there',
    exported: new Map(),
    keys: new Map(),
    exportPage: async (after) => {
      const from = after ? remains.rows.findIndex(({ pk, sk }) => pk === after.pk && sk === after.sk) + 1 : 0;
      const page = remains.rows.slice(from, from + pageSize);
      const last = page.at(-1);
      const more = from + pageSize < remains.rows.length;
      return {
        lines: page.map((row) => JSON.stringify(row)),
        sealed: 0,
        ...(more && last ? { next: { pk: last.pk, sk: last.sk } } : {}),
      };
    },
    bundleObjects: async (after) => {
      const from = Number(after ?? 0);
      const found = remains.objects.slice(from, from + pageSize);
      const next = from + pageSize;
      return {
        ...(found.length > 0 && {
          bundle: { bytes: new TextEncoder().encode(found.join('\n')), objects: found.length },
        }),
        ...(next < remains.objects.length && { next: String(next) }),
      };
    },
    keepExport: async (name, content) => {
      const text = Buffer.from(content).toString('utf8');
      remains.exported.set(name, text);
      return { sha256: createHash('sha256').update(text).digest('hex'), bytes: Buffer.byteLength(text) };
    },
    removeObjects: async () => remains.objects.splice(0, pageSize).length,
    removeExported: async () => {
      const some = [...remains.exported.keys()].slice(0, pageSize);
      for (const name of some) remains.exported.delete(name);
      return some.length;
    },
    removeTable: async () => {
      if (remains.table === 'going') remains.table = 'gone';
      if (remains.table === 'there') remains.table = 'going';
      return remains.table === 'gone' ? 'gone' : 'going';
    },
    scheduleKeys: async (arns) =>
      arns.map((arn) => {
        const known = remains.keys.get(arn) ?? toInstantText(Date.parse(clock.now()) + 7 * DAY);
        remains.keys.set(arn, known);
        return { arn, deletedOn: toInstantText(Date.parse(known)) };
      }),
  };
  return remains;
}
