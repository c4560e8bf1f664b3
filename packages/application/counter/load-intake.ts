// Opens an intake for the clerk who began it, and for nobody else.
import { mayUse, type Operation } from '@layan/domain/access/operations';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { type LoadedFiling, openFiling } from '../filing/open-filing.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CounterFailure } from './errors.ts';

export type IntakeRefusal = CounterFailure<'member-deactivated' | 'role-missing' | 'filing-not-found'>;

/** Undefined for what is unknown, dropped, a citizen's or a colleague's. */
export const findIntake = async (
  ports: Pick<Ports, 'filings' | 'standards' | 'vault'>,
  member: Membership,
  caseId: CaseId,
): Promise<LoadedFiling | undefined> => {
  const found = await ports.filings.find(caseId);
  if (found?.filing.by !== member.id) return undefined;
  const loaded = await openFiling(ports, found);
  return loaded.version.standard.agency === member.agency ? loaded : undefined;
};

export const loadIntake = async (
  ports: Pick<Ports, 'filings' | 'standards' | 'vault'>,
  operation: Operation,
  member: Membership,
  caseId: CaseId,
): Promise<Result<LoadedFiling, IntakeRefusal>> => {
  const allowed = mayUse(member, operation);
  if (!allowed.ok) return allowed;
  const loaded = await findIntake(ports, member, caseId);
  return loaded ? ok(loaded) : err({ code: 'filing-not-found' });
};
