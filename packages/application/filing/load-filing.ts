// Opens a filing for whoever holds its session: unknown, expired and foreign sessions answer alike.
import { sameText } from '../kernel/same-text.ts';
import type { Ports } from '../ports/surroundings.ts';
import { filingOfSession } from '../session/filing-session.ts';
import { type LoadedFiling, openFiling } from './open-filing.ts';

export const loadFiling = async (
  ports: Pick<Ports, 'filings' | 'standards' | 'vault'>,
  session: string,
): Promise<LoadedFiling | undefined> => {
  const sessionIndex = await ports.vault.index('session', session);
  const caseId = filingOfSession(session);
  const found = caseId && (await ports.filings.find(caseId));
  // What staff file for somebody has no session: it opens for them alone.
  if (found?.filing.sessionIndex === undefined) return undefined;
  return sameText(found.filing.sessionIndex, sessionIndex) ? openFiling(ports, found) : undefined;
};
