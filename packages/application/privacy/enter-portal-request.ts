// What citizens send about their data, and that they fetched their copy, enters the chain here: their pages have no right to
// it. Whoever comes to it first, the sweep or the officer's answer, writes the line; it stands once.
import type { SubjectRequest } from '@layan/domain/privacy/subject-request';
import type { Ports } from '../ports/surroundings.ts';

/** The request as it is kept then: noted where it came from a page. */
export const enterPortalRequest = async (
  { audit, clock }: Pick<Ports, 'audit' | 'clock'>,
  before: SubjectRequest,
  after: SubjectRequest,
): Promise<SubjectRequest> => {
  const { fetched = [], ...rest } = after;
  if (after.channel !== 'portal' || (after.noted && fetched.length === 0)) return after;
  const { id: about, kind: detail } = after;
  const by = { party: 'system' } as const;
  const recorded = { at: clock.now(), by, act: 'record-subject-request', about, detail };
  if (!after.noted) await audit.append('administration', recorded, `record-subject-request ${about}`);
  for (const at of fetched)
    await audit.append(
      'administration',
      { at, by, act: 'hand-over-copy', about },
      `hand-over-copy ${about} ${at}`,
    );
  return { ...rest, noted: true, revision: before.revision + 1 };
};
