// Notes which cases a breach concerns, by their tickets, and to whom of them its letter went.
import { parseTicket } from '@layan/domain/case/ticket';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { type LetterWay, mostAffected, withAffected, withLetters } from '@layan/domain/privacy/affected';
import type { Breach } from '@layan/domain/privacy/breach';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { PrivacyFailure } from './errors.ts';

export type AffectedMark =
  | { readonly mark: 'affected'; readonly tickets: readonly string[] }
  | { readonly mark: 'lettered'; readonly cases: readonly string[]; readonly way: LetterWay };

type Failure = PrivacyFailure<'breach-closed' | 'tickets-unknown' | 'too-many-affected'>;

/** What belongs to another agency is as unknown as what is nowhere. */
const found = async ({ cases }: Pick<Ports, 'cases'>, { agency }: Breach, typed: readonly string[]) =>
  Promise.all(
    typed.map(async (text) => {
      const ticket = parseTicket(text);
      const status = ticket.ok ? (await cases.findStatus(ticket.value))?.status : undefined;
      return status?.agency === agency ? { caseId: status.caseId, ticket: status.ticket } : text;
    }),
  );

export const markAffected = async (
  ports: Pick<Ports, 'cases' | 'clock'>,
  breach: Breach,
  { id, name }: Membership,
  wanted: AffectedMark,
): Promise<Result<Breach, Failure>> => {
  if (breach.closedAt !== undefined) return err({ code: 'breach-closed' });
  const known = breach.affected ?? [];
  if (wanted.mark === 'lettered') {
    const told = { at: ports.clock.now(), way: wanted.way, by: { id, name } };
    const affected = withLetters(known, wanted.cases, told);
    return ok({ ...breach, affected, revision: breach.revision + 1 });
  }
  const looked = await found(ports, breach, [...new Set(wanted.tickets)]);
  const tickets = looked.flatMap((one) => (typeof one === 'string' ? [one] : []));
  if (tickets.length > 0) return err({ code: 'tickets-unknown', tickets });
  const affected = withAffected(
    known,
    looked.flatMap((one) => (typeof one === 'string' ? [] : [one])),
  );
  return affected
    ? ok({ ...breach, affected, revision: breach.revision + 1 })
    : err({ code: 'too-many-affected', atMost: mostAffected });
};
