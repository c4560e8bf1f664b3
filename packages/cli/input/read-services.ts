// Other standards of the agency that stand beside the one a command looks at: batches, their members, next matters.
import { defaultCalendar } from '@layan/domain/deadline/default-calendar';
import type { ServiceFacts, TenantFacts } from '@layan/domain/standard/tenant-facts';
import type { Arguments } from '../arguments.ts';
import type { Surroundings } from '../surroundings.ts';
import { readStandard } from './read-standard.ts';

export const readServices = async (
  given: Arguments,
  surroundings: Surroundings,
): Promise<readonly ServiceFacts[]> => {
  const standards = await Promise.all(given.all('with').map((path) => readStandard(surroundings, path)));
  return standards.map((standard) => ({
    id: standard.id,
    agency: standard.agency,
    kind: standard.kind,
    channels: standard.process.channels.map(({ id }) => id),
    endings: standard.process.endings.map(({ id }) => id),
    standard,
  }));
};

/** What a file tells in whole counts before what the tenant's own file says of the same service. */
export const withServices = (
  tenant: TenantFacts | undefined,
  beside: readonly ServiceFacts[],
): TenantFacts | undefined => {
  if (beside.length === 0) return tenant;
  const others = (tenant?.services ?? []).filter(({ id }) => beside.every((one) => one.id !== id));
  return { ...(tenant ?? { calendar: defaultCalendar('Asia/Jakarta') }), services: [...beside, ...others] };
};
