// Rows as they lie in the table, for whoever checks them: nothing is parsed into what it should be.
import type { RawRow, Trail } from '@layan/application/ports/seals';
import * as z from 'zod/mini';
import {
  casePartition,
  chainKey,
  chainPartition,
  eventKey,
  eventPrefix,
  LAST,
  sealKey,
  sealsPartition,
  snapshotKey,
} from './keys.ts';
import type { StoredItem } from './table/item.ts';
import type { Table } from './table/table.ts';

function contentOf({ body }: StoredItem): unknown {
  if (typeof body !== 'string') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const OWN = ['pk', 'sk', 'body'];

const rawRow = (item: StoredItem, digits: string, sortOf: (place: number) => string): RawRow => {
  const place = /^\d+$/.test(digits) ? Number(digits) : 0;
  return {
    place: place > 0 && sortOf(place) === item.sk ? place : undefined,
    content: contentOf(item),
    more: Object.keys(item).some((name) => !OWN.includes(name)),
  };
};

/** What the record of a case says of its chain; whatever else is in it does not matter here. */
const Standing = z.object({ snapshot: z.object({ seq: z.unknown(), lastHash: z.unknown() }) });

export function trail(table: Table): Trail {
  const after = async (
    partition: string,
    prefix: string,
    sortOf: (place: number) => string,
    query: { readonly after: number; readonly limit: number },
  ) => {
    // From the row that was read last, so that not even a row with a strange key lies between two portions.
    const from = query.after > 0 ? sortOf(query.after) : prefix;
    const items = await table.query({
      partition,
      ...(from === '' ? {} : { from }),
      to: `${prefix}${LAST}`,
      limit: query.limit + 1,
    });
    return items
      .filter(({ sk }) => query.after === 0 || sk !== from)
      .slice(0, query.limit)
      .map((item) => rawRow(item, item.sk.slice(prefix.length), sortOf));
  };
  return {
    events: (caseId, query) =>
      after(casePartition(caseId), eventPrefix, (seq) => eventKey(caseId, seq).sk, query),
    standing: async (caseId) => {
      const item = await table.get(snapshotKey(caseId));
      if (!item) return undefined;
      const read = Standing.safeParse(contentOf(item));
      return read.success
        ? { seq: read.data.snapshot.seq, hash: read.data.snapshot.lastHash }
        : { seq: undefined, hash: undefined };
    },
    entries: (chain, query) => after(chainPartition(chain), '', (seq) => chainKey(chain, seq).sk, query),
    seals: (query) => after(sealsPartition, '', (number) => sealKey(number).sk, query),
  };
}
