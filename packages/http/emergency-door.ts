// The narrow door of a central admin with emergency access (decision 0103): four things may be read, each look is noted
// in the tenant before anything is shown, and everything else is refused here, whatever a route would have said.
import type { EmergencyReading } from '@layan/application/ports/emergencies';
import { SPACE_HEADER } from '@layan/contract/staff/practice';
import { parseTicket } from '@layan/domain/case/ticket';
import { type ProblemBody, problem } from './problem.ts';
import type { StaffContext } from './staff-admission.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  header(name: string): string | undefined;
  query(name: string): string | undefined;
}

const readOnly = problem(
  403,
  'emergency-read-only',
  'Hanya untuk membaca',
  'Akses darurat hanya untuk membaca perkara. Berkas, data yang disamarkan, dan perubahan tidak tersedia.',
);

type Look = Pick<EmergencyReading, 'operation' | 'about'> | 'unnoted' | undefined;

function lookOf({ method, path, query }: Asked): Look {
  if (method === 'POST' && path === '/staff/me/sign-out') return 'unnoted';
  if (method !== 'GET') return undefined;
  if (path === '/staff/me') return 'unnoted';
  if (path === '/staff/inbox') return { operation: 'list-inbox' };
  const ticket = path === '/staff/search' ? query('ticket') : undefined;
  if (ticket !== undefined) {
    // What was typed may be anything, a name or an NIK too: only what can be a ticket is kept.
    const read = parseTicket(ticket);
    return { operation: 'find-by-ticket', ...(read.ok && { about: read.value }) };
  }
  const caseId = /^\/staff\/cases\/([0-9a-z]{26})$/.exec(path)?.[1];
  return caseId === undefined ? undefined : { operation: 'get-case', about: caseId };
}

/** Why it goes no further; undefined when it may be read. */
export async function emergencyDoor(
  { member, ports }: Pick<StaffContext, 'member' | 'ports'>,
  asked: Asked,
): Promise<ProblemBody | undefined> {
  const { emergency } = member;
  if (!emergency) return undefined;
  const look = asked.header(SPACE_HEADER) === undefined ? lookOf(asked) : undefined;
  if (look === undefined) return readOnly;
  if (look !== 'unnoted')
    await ports.emergencyReadings.append({ request: emergency.request, at: ports.clock.now(), ...look });
  return undefined;
}
