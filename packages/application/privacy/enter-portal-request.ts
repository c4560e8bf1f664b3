// What citizens send about their data enters the chain here: their pages have no right to it. Whoever comes to it first, the
// sweep or the officer's answer, writes the line; it stands once.
import type { SubjectRequest } from '@layan/domain/privacy/subject-request';
import type { Ports } from '../ports/surroundings.ts';

/** The request as it is kept then: noted where it came from a page. */
export const enterPortalRequest = async (
  { audit, clock }: Pick<Ports, 'audit' | 'clock'>,
  before: SubjectRequest,
  after: SubjectRequest,
): Promise<SubjectRequest> => {
  if (after.channel !== 'portal' || after.noted) return after;
  const act = { at: clock.now(), by: { party: 'system' }, act: 'record-subject-request' } as const;
  const { id: about, kind: detail } = after;
  await audit.append('administration', { ...act, about, detail }, `record-subject-request ${about}`);
  return { ...after, noted: true, revision: before.revision + 1 };
};
