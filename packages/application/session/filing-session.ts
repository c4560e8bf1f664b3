// The browser's key to its unsent filing: the id of the filing and a random token. Only its blind index is kept.
import { CaseId } from '@layan/domain/kernel/ids';
import type { Random } from '../ports/surroundings.ts';

const tokenBytes = 24;

export const newFilingSession = (caseId: CaseId, random: Random): string =>
  `${caseId}.${Buffer.from(random.bytes(tokenBytes)).toString('base64url')}`;

/** The filing a session speaks of; whether it may open it is decided by the index of the whole session. */
export const filingOfSession = (session: string): CaseId | undefined => {
  const read = CaseId.safeParse(session.split('.')[0]);
  return read.success ? read.data : undefined;
};
