// The books of channels in the tenant's table. Rows are written with their cases.
import type { BookRow, BookStore } from '@layan/application/ports/books';
import { FactValue, Sealed } from '@layan/domain/case/facts';
import { AgencyId, CaseId, InstantText, RegionCode, StaffId, StandardId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';
import { bookPartition, sortable } from './keys.ts';
import { parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';

export const BookRowSchema = z.strictObject({
  caseId: CaseId,
  ticket: z.string(),
  agency: AgencyId,
  standard: StandardId,
  channel: z.string(),
  filedAt: InstantText,
  receivedAt: InstantText,
  area: z.exactOptional(RegionCode),
  displayName: Sealed,
  key: z.string().check(z.minLength(1)),
  about: z.exactOptional(z.string()),
  story: z.exactOptional(z.strictObject({ fact: z.string(), value: FactValue })),
  seenBy: z.exactOptional(z.array(z.string())),
  state: z.string(),
  endedAt: z.exactOptional(InstantText),
  workers: z.array(StaffId),
}) satisfies z.ZodMiniType<BookRow>;

export const bookStore = (table: Table): BookStore => ({
  page: async ({ agency, standard, channel, from, until, limit, after }) => {
    const partition = bookPartition(agency, standard, channel);
    const items = await table.query({
      partition,
      from: sortable(from),
      // A bare instant sorts before every row of that instant.
      to: sortable(until),
      // One more than is shown tells whether there is a next page.
      limit: limit + 1,
      ...(after !== undefined && { after: { pk: partition, sk: after } }),
    });
    const shown = items.slice(0, limit);
    const last = items.length > limit ? shown.at(-1) : undefined;
    return { rows: shown.map((item) => parseBody(BookRowSchema, item)), ...(last && { next: last.sk }) };
  },
});
