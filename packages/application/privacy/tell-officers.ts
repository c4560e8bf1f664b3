// Writes to the officers of an agency that the three times 24 hours of a request or a breach run out, or have passed: once
// each. Who sweeps writes the word, who may send mail sends it.
import { officerRole } from '@layan/domain/case/authority';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { AgencyId, CaseId } from '@layan/domain/kernel/ids';
import type { Clock } from '@layan/domain/privacy/three-days';
import { consoleBeside } from '@layan/domain/tenant/portal-origin';
import type { Ports } from '../ports/surroundings.ts';
import { agencyCard } from '../tenant/agency-card.ts';
import { getProfile } from '../tenant/get-profile.ts';

export type TellPorts = Pick<Ports, 'tenant' | 'directory' | 'staff' | 'notices' | 'clock'> & {
  /** "https://kota-pekalongan.layan.id" */
  readonly origin: string;
};

export interface Running {
  readonly id: CaseId;
  readonly agency: AgencyId;
  readonly clock: Clock;
  /** "Permintaan Perbaikan data PDP-…" */
  readonly what: string;
  /** What has to be done before the end. */
  readonly todo: string;
  /** Page of the console. */
  readonly page: string;
}

/** Undefined while there is time, and once it was done. */
const turnOf = ({ state }: Clock): 1 | 2 | undefined => {
  if (state === 'lapsed') return 2;
  return state === 'soon' ? 1 : undefined;
};

/** @returns whether a word was written now */
export const tellOfficers = async (
  ports: TellPorts,
  { id, agency, clock, what, todo, page }: Running,
): Promise<boolean> => {
  const turn = turnOf(clock);
  if (turn === undefined || ((await ports.notices.findTelling(id))?.turn ?? 0) >= turn) return false;
  const officers = (await ports.staff.list()).filter(
    ({ agency: of, state, roles }) => of === agency && state === 'active' && roles.includes(officerRole),
  );
  // Whoever becomes one later hears of it then.
  if (officers.length === 0) return false;
  const tenant = await getProfile(ports.directory);
  const until = momentInWords(tenant.calendar.zone, clock.until);
  await ports.notices.tell({
    ...{ id, turn, at: ports.clock.now(), to: officers.map(({ email }) => email) },
    from: agencyCard(tenant, agency).name,
    title: turn === 1 ? `${what}: sisa kurang dari 24 jam` : `${what}: batas waktu sudah lewat`,
    lines: [turn === 1 ? `${todo} paling lambat ${until}.` : `${todo} sekarang. Batasnya ${until}.`],
    link: { label: 'Buka di Layan', url: `${consoleBeside(ports.origin, ports.tenant)}${page}` },
  });
  return true;
};
