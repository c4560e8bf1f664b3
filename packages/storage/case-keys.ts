// Everywhere the key of a case stands: with the list of what each data key of the tenant wrapped (wrapped-writes.ts), a key
// is destroyed or wrapped anew without looking through the table.
import type { CaseRecord } from '@layan/application/ports/cases';
import type { WrappedKey } from '@layan/application/ports/vault';
import type { CaseId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';
import { CaseRecordSchema } from './case-schemas.ts';
import { bookKey, casePartition, type Key, productKey, snapshotKey, statusKey } from './keys.ts';
import { body, type Item, parseBody, type StoredItem } from './table/item.ts';
import type { Table } from './table/table.ts';
import type { Guarded } from './table/transact.ts';
import { wrapMark } from './vault/wrapped-by.ts';
import { wrappedWrites } from './wrapped-writes.ts';

const WithKey = z.looseObject({ key: z.string() });

const contentOf = (item: StoredItem): z.infer<typeof WithKey> | undefined => {
  if (typeof item['body'] !== 'string') return undefined;
  const parsed = WithKey.safeParse(JSON.parse(item['body']));
  return parsed.success ? parsed.data : undefined;
};

export interface CaseItems {
  readonly snapshot: StoredItem;
  readonly record: CaseRecord;
  /** Items beside the snapshot that hold the same key: status, rows of inboxes, row of the book, products, the form. */
  readonly others: readonly StoredItem[];
}

export async function findCaseItems(table: Table, caseId: CaseId): Promise<CaseItems | undefined> {
  const items = await table.query({ partition: casePartition(caseId) });
  const snapshot = items.find(({ sk }) => sk === snapshotKey(caseId).sk);
  if (!snapshot) return undefined;
  const record = parseBody(CaseRecordSchema, snapshot);
  const { ticket, agency, standard, channel, filedAt, products } = record.snapshot;
  const beside: readonly Key[] = [
    statusKey(ticket),
    bookKey(agency, standard.id, channel, { filedAt, caseId }),
    ...products.map(({ id }) => productKey(id)),
  ];
  const found = await Promise.all(beside.map((key) => table.get(key)));
  const others = [...items.filter((item) => item !== snapshot), ...found].flatMap((item) =>
    item && contentOf(item) ? [item] : [],
  );
  return { snapshot, record, others };
}

const bodyWith = (
  item: StoredItem,
  key: WrappedKey,
  change: (content: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>> = (same) => same,
) => body({ ...change(contentOf(item) ?? {}), key });

export const withKey = (item: StoredItem, key: WrappedKey, change?: Parameters<typeof bodyWith>[2]): Item => {
  const attributes = Object.entries(item).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
  );
  return {
    ...Object.fromEntries(attributes),
    ...{ pk: item.pk, sk: item.sk },
    ...bodyWith(item, key, change),
  };
};

const placeOf = ({ pk, sk }: StoredItem): Key => ({ pk, sk });
/** A form may have come to the end of its time since it was read, and is not to come back without one. */
const there = { expression: 'attribute_exists(pk)' };

/** Writes another key wherever that of the case stands, unless the case changed since its items were read. */
export function replaceKey(
  { snapshot, record, others }: CaseItems,
  key: WrappedKey,
): readonly Guarded<'changed-meanwhile'>[] {
  const { id, seq } = record.snapshot;
  const otherwise = () => 'changed-meanwhile' as const;
  return [
    {
      write: {
        of: placeOf(snapshot),
        set: { ...bodyWith(snapshot, key), wrap: wrapMark(key) },
        when: {
          expression: 'seq = :seq AND wrap = :wrap',
          values: { ':seq': seq, ':wrap': wrapMark(record.key) },
        },
      },
      otherwise,
    },
    // Their contents are written with the case alone, and a form that was sent does not change any more. What stands beside
    // the contents is not: guesses of a secret are counted whenever they come.
    ...others.map((item) => ({
      write: { of: placeOf(item), set: bodyWith(item, key), when: there },
      otherwise,
    })),
    ...wrappedWrites(id, key, record.key),
  ];
}
