// The register of issued products in memory, with every refusal of the real store.
import type { ProductStore, RegisterEntry, RegisterRow } from '@layan/application/ports/products';
import { err, ok } from '@layan/domain/kernel/result';
import { importedKey, type Key, registerKey, registerPartition } from '@layan/storage/keys';
import { firstTaken, heldProduct, moveLocks } from './memory-locks.ts';
import { byText, copy, type MemoryTable } from './memory-table.ts';

const rowsOf = ({ register }: MemoryTable, partition: string) => register.get(partition) ?? new Map();

function addRow(table: MemoryTable, { pk, sk }: Key, row: RegisterRow): void {
  table.register.set(pk, new Map([...rowsOf(table, pk), [sk, row]]));
}

const placeKey = ({ agency, product, year, sequence }: RegisterEntry) =>
  registerKey(agency, product, year, sequence);

export const hasPlace = (table: MemoryTable, place: RegisterEntry): boolean => {
  const { pk, sk } = placeKey(place);
  return rowsOf(table, pk).has(sk);
};

export function takePlace(table: MemoryTable, place: RegisterEntry): void {
  const { agency, product, id, number, sequence, letter } = place;
  addRow(table, placeKey(place), { id, number, sequence, ...(letter && { letter }) });
  table.numbers.set(`${agency}#${product}#${number}`, id);
}

/** Rows of a register with their sort keys, the last first. */
const newestFirst = (table: MemoryTable, partition: string): readonly (readonly [string, RegisterRow])[] =>
  [...rowsOf(table, partition)].sort(([a], [b]) => byText(b, a));

export function memoryProducts(table: MemoryTable): ProductStore {
  return {
    find: async (id) => copy(table.products.get(id)),
    findHeld: async (group, index) => heldProduct(table, { group, index }),
    lastPlace: async ({ agency, product, year }) =>
      newestFirst(table, registerPartition(agency, product, year))[0]?.[1].sequence ?? 0,
    register: async ({ agency, product, year, limit, after }) => {
      const all = newestFirst(table, registerPartition(agency, product, year));
      const rows = all.filter(([sort]) => after === undefined || sort < after);
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return { rows: copy(shown.map(([, row]) => row)), ...(last && { next: last[0] }) };
    },
    findByNumber: async ({ agency, product, number }) => {
      const { pk, sk } = importedKey(agency, product, number);
      return table.numbers.get(`${agency}#${product}#${number}`) ?? rowsOf(table, pk).get(sk)?.id;
    },
    notePrint: async ({ id, downloaded }) => {
      const place = downloaded ? `${id} downloaded` : id;
      const copies = (table.prints.get(place) ?? 0) + 1;
      table.prints.set(place, copies);
      return copies;
    },
    saveImported: async (product, { before, acquire, release }) => {
      const { id, agency, number, origin } = product;
      if (origin.kind !== 'imported') throw new Error(`product ${id} belongs to a case`);
      const kept = table.products.get(id);
      const revision = kept?.origin.kind === 'imported' ? kept.origin.revision : undefined;
      if (before !== revision || (kept && before === undefined)) return err({ code: 'changed-meanwhile' });
      const place = importedKey(agency, product.product, number);
      if (before === undefined && rowsOf(table, place.pk).has(place.sk)) return err({ code: 'number-taken' });
      const taken = firstTaken(table, id, acquire);
      if (taken) return err(taken);
      if (firstTaken(table, id, release)) throw new Error(`Product ${id} releases a lock of another.`);
      if (before === undefined) addRow(table, place, { id, number, sequence: 0 });
      moveLocks(
        table,
        id,
        acquire.map((lock) => ({ ...lock, productId: id })),
        release,
      );
      table.products.set(id, copy(product));
      return ok(undefined);
    },
  };
}
