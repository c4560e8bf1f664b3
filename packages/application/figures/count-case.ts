// Counts what is new in a case into the figures of its agency. Delivered twice, late or out of order, it counts once.
import { addEvent, dayIn, emptyDay } from '@layan/domain/case/day-figures';
import type { CaseEvent } from '@layan/domain/case/event';
import type { Zone } from '@layan/domain/deadline/zones';
import type { AgencyId, CaseId } from '@layan/domain/kernel/ids';
import type { CountedDay, FigureStore } from '../ports/figures.ts';
import type { TenantPorts } from '../ports/tenant-ports.ts';

const ATTEMPTS = 8;

type CountPorts = Pick<TenantPorts, 'figures' | 'directory' | 'cases'>;

async function daysWith(
  figures: FigureStore,
  agency: AgencyId,
  zone: Zone,
  events: readonly CaseEvent[],
): Promise<readonly CountedDay[]> {
  const dates = [...new Set(events.map(({ at }) => dayIn(zone, at)))];
  return Promise.all(
    dates.map(async (date) => {
      const before = (await figures.day(agency, date)) ?? { figures: emptyDay(date), revision: undefined };
      const ofDay = events.filter(({ at }) => dayIn(zone, at) === date);
      return { ...before, figures: ofDay.reduce(addEvent, before.figures) };
    }),
  );
}

/**
 * @returns how many events were counted; 0 when all had been
 * @throws when others count into the same day all the time: the message is delivered again
 */
export const makeCountCase =
  ({ figures, directory, cases }: CountPorts) =>
  async ({ caseId }: { readonly caseId: CaseId }): Promise<number> => {
    const [tenant, record] = await Promise.all([directory.find(), cases.find(caseId)]);
    if (!tenant || !record) return 0;
    const { agency } = record.snapshot;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const from = await figures.countedTo(caseId);
      const events = await figures.eventsAfter(caseId, from);
      const last = events.at(-1);
      if (!last) return 0;
      const days = await daysWith(figures, agency, tenant.calendar.zone, events);
      const advanced = await figures.advance({ caseId, agency, from, to: last.seq, days });
      if (advanced.ok) return events.length;
    }
    throw new Error(`Case ${caseId} was not counted in ${ATTEMPTS} attempts.`);
  };
