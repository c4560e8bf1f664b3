// The plan of destruction and holds in memory.
import type { LegalHold, PlannedDestruction, RetentionStore } from '@layan/application/ports/retention';
import type { AgencyId, CaseId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { leftFilingKey, plannedKey, sortable } from '@layan/storage/keys';
import { byText, copy, type MemoryTable } from './memory-table.ts';

export function memoryRetention(table: MemoryTable): RetentionStore {
  const plan = new Map<CaseId, PlannedDestruction & { readonly agency: AgencyId }>();
  const holds = new Map<CaseId, LegalHold>();
  const sortOf = (one: PlannedDestruction & { readonly agency: AgencyId }) => plannedKey(one.agency, one).sk;
  return {
    plan: async (agency, caseId, planned) => {
      if (planned) plan.set(caseId, { ...copy(planned), agency });
      else plan.delete(caseId);
    },
    due: async ({ agency, until, limit, after = '' }) => {
      const rows = [...plan.values()]
        .filter((one) => one.agency === agency && sortable(one.at) <= sortable(until))
        .filter((one) => sortOf(one) > after)
        .sort((a, b) => byText(sortOf(a), sortOf(b)));
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        rows: copy(shown.map(({ agency: _agency, ...one }) => one)),
        ...(last && { next: sortOf(last) }),
      };
    },
    findHold: async (agency, caseId) => {
      const found = holds.get(caseId);
      return found?.agency === agency ? copy(found) : undefined;
    },
    holds: async (agency) =>
      copy(
        [...holds.values()].filter((one) => one.agency === agency).sort((a, b) => byText(a.caseId, b.caseId)),
      ),
    hold: async (hold) => {
      if (holds.has(hold.caseId)) return err('held');
      holds.set(hold.caseId, copy(hold));
      return ok(undefined);
    },
    lift: async (_agency, caseId) => {
      holds.delete(caseId);
    },
    leftFilings: async ({ until, limit, after = '' }) => {
      const rows = [...table.leftFilings.values()]
        .filter((one) => sortable(one.at) <= sortable(until) && leftFilingKey(one).sk > after)
        .sort((a, b) => byText(leftFilingKey(a).sk, leftFilingKey(b).sk));
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { rows: copy(rows.slice(0, limit)), ...(last && { next: leftFilingKey(last).sk }) };
    },
    settleFiling: async ({ caseId }, again) => {
      if (again) table.leftFilings.set(caseId, { caseId, at: again });
      else table.leftFilings.delete(caseId);
    },
  };
}
