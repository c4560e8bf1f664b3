// Looks after the clocks of breaches that are open: the officers are told before and after the end of each.
import type { AgencyId } from '@layan/domain/kernel/ids';
import { CaseId } from '@layan/domain/kernel/ids';
import { type Breach, clocksOfBreach } from '@layan/domain/privacy/breach';
import type { Clock } from '@layan/domain/privacy/three-days';
import type { Ports } from '../ports/surroundings.ts';
import { type TellPorts, tellOfficers } from './tell-officers.ts';

/** Both begin at the discovery: the one that nobody has answered yet says how it stands. */
const clockOf = (breach: Breach, now: Parameters<typeof clocksOfBreach>[1]): Clock => {
  const { subjects, authority } = clocksOfBreach(breach, now);
  return breach.subjectsToldAt === undefined ? subjects : authority;
};

export const watchBreaches = async (
  ports: TellPorts & Pick<Ports, 'breaches'>,
  agency: AgencyId,
): Promise<void> => {
  for (const { breach } of await ports.breaches.list(agency)) {
    if (breach.closedAt !== undefined) continue;
    await tellOfficers(ports, {
      ...{ id: CaseId.parse(breach.id), agency, clock: clockOf(breach, ports.clock.now()) },
      what: 'Kegagalan pelindungan data',
      todo: 'Beri tahu warga yang datanya terungkap dan lembaga pelindungan data pribadi',
      page: '/data-pribadi/insiden',
    });
  }
};
