// The register of issued products in the tenant's table: found by id, by number and by the lock of their holder.
import type { ProductStore, RegisteredProduct } from '@layan/application/ports/products';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import {
  importedKey,
  lockKey,
  numberKey,
  printKey,
  printsKey,
  productKey,
  registerPartition,
  wrappedProductKey,
} from './keys.ts';
import { lockWrites } from './lock-writes.ts';
import { RegisteredProductSchema, RegisterRowSchema } from './product-schemas.ts';
import { productItem } from './product-writes.ts';
import { body, parseAttribute, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent, type Condition, type Guarded } from './table/transact.ts';
import { wrappedBy } from './vault/wrapped-by.ts';

type SaveFailure =
  | { readonly code: 'changed-meanwhile' | 'number-taken' }
  | { readonly code: 'lock-taken'; readonly group: string; readonly heldBy: string };

const revisionIs = (revision: number): Condition => ({
  expression: 'revision = :revision',
  values: { ':revision': revision },
});

function importedWrites(
  product: RegisteredProduct,
  before: number | undefined,
): readonly Guarded<SaveFailure>[] {
  const { id, agency, number, origin } = product;
  if (origin.kind !== 'imported') throw new Error(`product ${id} belongs to a case`);
  const row = { id, number, sequence: 0 };
  const changed = () => ({ code: 'changed-meanwhile' }) as const;
  const put = { ...productItem(product), revision: origin.revision };
  if (before !== undefined) return [{ write: { put, when: revisionIs(before) }, otherwise: changed }];
  const wrapped = wrappedBy(product.key);
  return [
    { write: { put, when: absent }, otherwise: changed },
    ...(wrapped === undefined ? [] : [{ write: { put: { ...wrappedProductKey(wrapped, id) } } }]),
    {
      write: { put: { ...importedKey(agency, product.product, number), ...body(row) }, when: absent },
      otherwise: () => ({ code: 'number-taken' }),
    },
  ];
}

/** Printers of one product at a time are few. */
const printAttempts = 10;

export function productStore(table: Table): ProductStore {
  const idAt = async (key: Parameters<Table['get']>[0]) => {
    const item = await table.get(key);
    return item && parseAttribute(z.string(), item, 'productId');
  };
  return {
    find: async (id) => {
      const item = await table.get(productKey(id));
      return item && parseBody(RegisteredProductSchema, item);
    },
    findHeld: (group, index) => idAt(lockKey(group, index)),
    lastPlace: async ({ agency, product, year }) => {
      const partition = registerPartition(agency, product, year);
      const [last] = await table.query({ partition, newestFirst: true, limit: 1 });
      return last ? parseBody(RegisterRowSchema, last).sequence : 0;
    },
    register: async ({ agency, product, year, limit, after }) => {
      const partition = registerPartition(agency, product, year);
      const items = await table.query({
        partition,
        newestFirst: true,
        // One more than is shown tells whether there is a next page.
        limit: limit + 1,
        ...(after !== undefined && { after: { pk: partition, sk: after } }),
      });
      const shown = items.slice(0, limit);
      const last = items.length > limit ? shown.at(-1) : undefined;
      return {
        rows: shown.map((item) => parseBody(RegisterRowSchema, item)),
        ...(last && { next: last.sk }),
      };
    },
    findByNumber: async ({ agency, product, number }) => {
      const issued = await idAt(numberKey(agency, product, number));
      if (issued !== undefined) return issued;
      const imported = await table.get(importedKey(agency, product, number));
      return imported && parseBody(RegisterRowSchema, imported).id;
    },
    notePrint: async ({ id, at, by, layout, downloaded }) => {
      const kind = downloaded ? 'DOWNLOAD' : 'PRINT';
      for (let attempt = 1; attempt <= printAttempts; attempt += 1) {
        const kept = await table.get(printsKey(id, kind));
        const copies = kept ? parseAttribute(z.int(), kept, 'copies') : 0;
        const when = kept ? { expression: 'copies = :copies', values: { ':copies': copies } } : absent;
        const next = copies + 1;
        const written = await table.transact([
          {
            write: { put: { ...printsKey(id, kind), copies: next }, when },
            otherwise: () => 'faster' as const,
          },
          { write: { put: { ...printKey(id, next, kind), ...body({ at, by, layout }) } } },
        ]);
        if (written.ok) return next;
      }
      throw new Error(`copies of product ${id} were counted by too many at once`);
    },
    saveImported: async (product, { before, acquire, release }) => {
      const { id } = product;
      const taken = acquire.map((lock) => ({ ...lock, productId: id }));
      const written = await table.transact<SaveFailure>([
        ...importedWrites(product, before),
        ...lockWrites(id, taken, release),
      ]);
      if (written.ok) return ok(undefined);
      const [first] = written.error;
      if (first) return err(first);
      throw new Error(`Product ${id} was not written, and nothing says why.`);
    },
  };
}
