// Products as they are written, with a change of their case or on their own.
import type { CaseChange, CommitFailure } from '@layan/application/ports/cases';
import type { RegisterEntry, RegisteredProduct, RegisterRow } from '@layan/application/ports/products';
import { numberKey, productKey, registerKey } from './keys.ts';
import { body, type Item } from './table/item.ts';
import { absent, type Guarded } from './table/transact.ts';

export const productItem = (product: RegisteredProduct): Item => ({
  ...productKey(product.id),
  ...body(product),
});

/** The row is the number: whoever writes it first has it. */
const placeWrites = ({ agency, product, year, sequence, id, number, letter }: RegisterEntry) => {
  const row: RegisterRow = { id, number, sequence, ...(letter && { letter }) };
  return [
    {
      write: { put: { ...registerKey(agency, product, year, sequence), ...body(row) }, when: absent },
      otherwise: () => ({ code: 'number-taken' }) as const,
    },
    {
      write: { put: { ...numberKey(agency, product, number), productId: id }, when: absent },
      otherwise: () => ({ code: 'number-taken' }) as const,
    },
  ];
};

/** What was decided on a product is guarded by its case. */
export const productWrites = ({
  products,
  places,
}: Pick<CaseChange, 'products' | 'places'>): readonly Guarded<CommitFailure>[] => [
  ...places.flatMap(placeWrites),
  ...products.map((product) => ({ write: { put: productItem(product) } })),
];
