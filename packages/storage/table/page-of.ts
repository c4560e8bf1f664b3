// A page of a range of the table: one more than is given tells whether there is a next.
import type { StoredItem } from './item.ts';
import type { Range, Table } from './table.ts';

export async function pageOf<Row>(
  table: Table,
  range: Omit<Range, 'index' | 'after' | 'limit'>,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  rowOf: (item: StoredItem) => Row,
): Promise<{ readonly rows: readonly Row[]; readonly next?: string }> {
  const items = await table.query({
    ...range,
    limit: limit + 1,
    ...(after !== undefined && { after: { pk: range.partition, sk: after } }),
  });
  const shown = items.slice(0, limit);
  const last = items.length > limit ? shown.at(-1) : undefined;
  return { rows: shown.map(rowOf), ...(last && { next: last.sk }) };
}
