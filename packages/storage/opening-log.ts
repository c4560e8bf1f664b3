// Openings of suggestion boxes in the tenant's table, each followed by the letters that were entered from it.
import type { Opening, OpeningLog } from '@layan/application/ports/openings';
import { Sealed } from '@layan/domain/case/facts';
import { AgencyId, CaseId, InstantText, StaffId, StandardId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { openingKey, openingsPartition, wrappedOpeningKey } from './keys.ts';
import { body, parseBody, type StoredItem } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';
import { wrappedBy } from './vault/wrapped-by.ts';

export const OpeningSchema = z.strictObject({
  id: z.string(),
  agency: AgencyId,
  standard: StandardId,
  channel: z.string(),
  openedAt: InstantText,
  by: z.strictObject({ id: StaffId, name: z.string() }),
  witness: Sealed,
  key: z.string().check(z.minLength(1)),
  letters: z.int().check(z.nonnegative()),
  recordedAt: InstantText,
}) satisfies z.ZodMiniType<Opening>;

/** `<instant>#<id>` is an opening, `<instant>#<id>#<case>` a letter found in it. */
const caseOf = ({ sk }: StoredItem): CaseId | undefined => {
  const [, , caseId] = sk.split('#');
  return caseId === undefined ? undefined : CaseId.parse(caseId);
};

/** Items that are read for one opening at most: no box holds more letters. */
const itemsEach = 200;

export const openingLog = (table: Table): OpeningLog => ({
  record: async (opening) => {
    const place = openingKey(opening, opening);
    const put = { ...place, ...body(opening), revision: 1 };
    const wrapped = wrappedBy(opening.key);
    const written = await table.transact([
      { write: { put, when: absent }, otherwise: () => 'exists' as const },
      ...(wrapped === undefined ? [] : [{ write: { put: { ...wrappedOpeningKey(wrapped, place) } } }]),
    ]);
    return written.ok ? ok(undefined) : err('exists');
  },
  find: async (box, opening) => {
    const item = await table.get(openingKey(box, opening));
    return item && parseBody(OpeningSchema, item);
  },
  latest: async ({ agency, standard, channel }, limit) => {
    const items = await table.query({
      partition: openingsPartition(agency, standard, channel),
      newestFirst: true,
      limit: limit * itemsEach,
    });
    const letters = new Map<string, CaseId[]>();
    for (const item of items) {
      const caseId = caseOf(item);
      if (caseId === undefined) continue;
      const opening = item.sk.slice(0, item.sk.lastIndexOf('#'));
      letters.set(opening, [...(letters.get(opening) ?? []), caseId]);
    }
    return items
      .filter((item) => caseOf(item) === undefined)
      .slice(0, limit)
      .map((item) => ({
        ...parseBody(OpeningSchema, item),
        entered: (letters.get(item.sk) ?? []).toSorted(),
      }));
  },
});
