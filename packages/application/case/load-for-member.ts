// Loads a case for a member of staff. What is unknown, of another agency, out of the member's part, or confidential and
// not for them answers alike.

import { opensCase } from '@layan/domain/access/case-access';
import { mayUse, type Operation } from '@layan/domain/access/operations';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import type { CaseFile, CaseRecord } from '../ports/cases.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CaseFailure } from './errors.ts';

export interface VisibleCase {
  readonly file: CaseFile;
  readonly version: StandardVersion;
  readonly index: ProcessIndex;
}

export type VisibilityError = CaseFailure<'member-deactivated' | 'role-missing' | 'case-not-found'>;

const notFound = err({ code: 'case-not-found' } as const);

const visible = async (
  standards: Ports['standards'],
  { snapshot }: CaseRecord,
  member: Membership,
): Promise<Pick<VisibleCase, 'version' | 'index'> | undefined> => {
  // Before anything else is read: strangers of another agency cost nothing and learn nothing.
  if (snapshot.agency !== member.agency) return undefined;
  const version = await standards.getPinned(snapshot.standard);
  const index = indexOf(version.standard.process);
  return opensCase(index, snapshot, member) ? { version, index } : undefined;
};

/** One query. */
export const loadForMember = async (
  ports: Pick<Ports, 'cases' | 'standards'>,
  operation: Operation,
  member: Membership,
  caseId: CaseId,
): Promise<Result<VisibleCase, VisibilityError>> => {
  const allowed = mayUse(member, operation);
  if (!allowed.ok) return allowed;
  const file = await ports.cases.findFile(caseId);
  const seen = file && (await visible(ports.standards, file.record, member));
  return file && seen ? ok({ file, ...seen }) : notFound;
};
