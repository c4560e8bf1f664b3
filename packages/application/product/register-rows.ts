// Walks through the register of a product, page by page, and looks its products up a few at a time.
import { type Register, registerOf } from '@layan/domain/product/status-list';
import type { ProductStore, RegisteredProduct } from '../ports/products.ts';

const PAGE = 500;
const AT_ONCE = 25;

/** The product's sequence number, when it stands in this register. */
export const placeIn = (
  { agency, product, year }: Register,
  { agency: of, product: kind, origin }: RegisteredProduct,
): number | undefined =>
  origin.kind === 'case' &&
  of === agency &&
  registerOf(kind, origin.place) === product &&
  origin.place.year === year
    ? origin.place.sequence
    : undefined;

export async function findProducts(
  products: Pick<ProductStore, 'find'>,
  ids: readonly string[],
): Promise<readonly RegisteredProduct[]> {
  const found: RegisteredProduct[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = await Promise.all(ids.slice(start, start + AT_ONCE).map((id) => products.find(id)));
    found.push(...some.filter((product) => product !== undefined));
  }
  return found;
}

/** Ids of what was numbered after a sequence number, page by page, newest first. */
export async function* pagesAfter(
  products: Pick<ProductStore, 'register'>,
  { agency, product, year }: Register,
  sequence: number,
): AsyncGenerator<readonly string[]> {
  let after: string | undefined;
  do {
    const page = await products.register({
      ...{ agency, product, year },
      limit: PAGE,
      ...(after !== undefined && { after }),
    });
    const newer = page.rows.filter((row) => row.sequence > sequence);
    if (newer.length > 0) yield newer.map(({ id }) => id);
    after = newer.length === page.rows.length ? page.next : undefined;
  } while (after !== undefined);
}

export async function idsAfter(
  products: Pick<ProductStore, 'register'>,
  register: Register,
  sequence: number,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const page of pagesAfter(products, register, sequence)) ids.push(...page);
  return ids;
}
