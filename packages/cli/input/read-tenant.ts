// The tenant a command reckons for: of a file, or as every tenant starts.
import { defaultCalendar } from '@layan/domain/deadline/default-calendar';
import type { TenantFacts } from '@layan/domain/standard/tenant-facts';
import { TenantFile, tenantFrom } from '@layan/domain/standard/tenant-file';
import type { Arguments } from '../arguments.ts';
import type { Surroundings } from '../surroundings.ts';
import { readDocument } from './read-document.ts';

export const findTenant = async (
  given: Arguments,
  surroundings: Surroundings,
): Promise<TenantFacts | undefined> => {
  const path = given.find('tenant');
  if (path === undefined) return undefined;
  return tenantFrom(await readDocument(surroundings, path, TenantFile, 'berkas daerah (layan.tenant/1)'));
};

export const getTenant = async (given: Arguments, surroundings: Surroundings): Promise<TenantFacts> =>
  (await findTenant(given, surroundings)) ?? { calendar: defaultCalendar('Asia/Jakarta') };
