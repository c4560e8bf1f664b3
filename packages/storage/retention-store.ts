// The plan of destruction, holds, and filings that may have been left, in the tenant's table.
import type { LegalHold, PlannedDestruction, RetentionStore } from '@layan/application/ports/retention';
import { Sealed } from '@layan/domain/case/facts';
import { AgencyId, CaseId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { RetentionClass } from '@layan/domain/privacy/retention-schedule';
import * as z from 'zod/mini';
import {
  holdKey,
  holdsPartition,
  LAST,
  leftFilingKey,
  leftFilingsPartition,
  plannedKey,
  plannedPartition,
  plannedPlaceKey,
  sortable,
} from './keys.ts';
import { body, parseAttribute, parseBody } from './table/item.ts';
import { pageOf } from './table/page-of.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

export const PlannedSchema = z.strictObject({
  caseId: CaseId,
  ticket: z.string(),
  service: z.string(),
  at: InstantText,
  class: RetentionClass,
}) satisfies z.ZodMiniType<PlannedDestruction>;

export const HoldSchema = z.strictObject({
  agency: AgencyId,
  caseId: CaseId,
  ticket: z.string(),
  at: InstantText,
  by: z.strictObject({ id: StaffId, name: z.string() }),
  reason: Sealed,
}) satisfies z.ZodMiniType<LegalHold>;

const LeftSchema = z.strictObject({ caseId: CaseId, at: InstantText });

const ATTEMPTS = 5;

export function retentionStore(table: Table): RetentionStore {
  const planOnce = async (agency: AgencyId, caseId: CaseId, planned: PlannedDestruction | undefined) => {
    const placeKey = plannedPlaceKey(caseId);
    const place = await table.get(placeKey);
    const was = place && parseAttribute(z.string(), place, 'at');
    const row = planned && plannedKey(agency, planned);
    if (was === row?.sk) return true;
    const when =
      was === undefined
        ? absent
        : { expression: '#at = :was', values: { ':was': was }, names: { '#at': 'at' } };
    const otherwise = () => 'moved' as const;
    const written = await table.transact([
      row
        ? { write: { put: { ...placeKey, at: row.sk }, when }, otherwise }
        : { write: { remove: placeKey, when }, otherwise },
      ...(was === undefined ? [] : [{ write: { remove: { pk: plannedPartition(agency), sk: was } } }]),
      ...(row && planned ? [{ write: { put: { ...row, ...body(planned) } } }] : []),
    ]);
    return written.ok;
  };
  return {
    plan: async (agency, caseId, planned) => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1)
        if (await planOnce(agency, caseId, planned)) return;
      throw new Error(`Case ${caseId} moved again and again in the plan of destruction.`);
    },
    due: async ({ agency, until, limit, after }) => {
      const range = { partition: plannedPartition(agency), to: `${sortable(until)}#${LAST}` };
      return pageOf(table, range, { limit, after }, (item) => parseBody(PlannedSchema, item));
    },
    findHold: async (agency, caseId) => {
      const item = await table.get(holdKey(agency, caseId));
      return item && parseBody(HoldSchema, item);
    },
    holds: async (agency) =>
      (await table.query({ partition: holdsPartition(agency) })).map((item) => parseBody(HoldSchema, item)),
    hold: async (hold) => {
      const put = { ...holdKey(hold.agency, hold.caseId), ...body(hold) };
      const written = await table.transact([
        { write: { put, when: absent }, otherwise: () => 'held' as const },
      ]);
      return written.ok ? ok(undefined) : err('held');
    },
    lift: async (agency, caseId) => {
      await table.transact([{ write: { remove: holdKey(agency, caseId) } }]);
    },
    leftFilings: async ({ until, limit, after }) => {
      const range = { partition: leftFilingsPartition, to: `${sortable(until)}#${LAST}` };
      return pageOf(table, range, { limit, after }, (item) => parseBody(LeftSchema, item));
    },
    settleFiling: async (filing, again) => {
      const later = again && { caseId: filing.caseId, at: again };
      await table.transact([
        { write: { remove: leftFilingKey(filing) } },
        ...(later ? [{ write: { put: { ...leftFilingKey(later), ...body(later) } } }] : []),
      ]);
    },
  };
}
