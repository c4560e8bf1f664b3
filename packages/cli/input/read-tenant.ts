// The tenant a command reckons for: of a file, or as every tenant starts.
import { defaultCalendar } from '@layan/domain/deadline/default-calendar';
import { dayNumberOf, dayPlan } from '@layan/domain/deadline/working-days';
import type { TenantFacts } from '@layan/domain/standard/tenant-facts';
import { TenantFile, tenantFrom } from '@layan/domain/standard/tenant-file';
import type { Arguments } from '../arguments.ts';
import { UsageError } from '../errors.ts';
import type { Surroundings } from '../surroundings.ts';
import { readDocument } from './read-document.ts';

/** Whether there is always a next open day, also after the last closed one. */
const opensAgain = ({ calendar }: TenantFacts): boolean => {
  try {
    for (const which of ['office', 'counter'] as const)
      for (const { date } of calendar.closures) dayPlan(calendar, which).openDay(dayNumberOf(date), 1);
    return true;
  } catch {
    return false;
  }
};

export const findTenant = async (
  given: Arguments,
  surroundings: Surroundings,
): Promise<TenantFacts | undefined> => {
  const path = given.find('tenant');
  if (path === undefined) return undefined;
  const file = await readDocument(surroundings, path, TenantFile, 'berkas daerah (layan.tenant/1)');
  const tenant = tenantFrom(file);
  if (opensAgain(tenant)) return tenant;
  const message = 'Hari libur dan jam buka tidak menyisakan hari buka selama bertahun-tahun.';
  throw new UsageError('file-unfit', `Berkas "${path}" tidak dapat dipakai.`, [
    { place: 'closures', message },
  ]);
};

export const getTenant = async (given: Arguments, surroundings: Surroundings): Promise<TenantFacts> =>
  (await findTenant(given, surroundings)) ?? { calendar: defaultCalendar('Asia/Jakarta') };
