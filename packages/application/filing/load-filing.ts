// Opens a filing for whoever holds its session: unknown, expired and foreign sessions answer alike.
import { indexOf, mustHave, type ProcessIndex } from '@layan/domain/process/process-index';
import type { FormPage } from '@layan/domain/standard/facts';
import type { Channel } from '@layan/domain/standard/process';
import type { StandardVersion } from '@layan/domain/standard/standard';
import { sameText } from '../kernel/same-text.ts';
import type { DocumentRecord } from '../ports/documents.ts';
import type { Filing } from '../ports/filings.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type CaseSeal, caseSeal } from '../sealing/case-seal.ts';
import { filingOfSession } from '../session/filing-session.ts';

export interface LoadedFiling {
  readonly filing: Filing;
  /** Without those taken out; newest first. */
  readonly documents: readonly DocumentRecord[];
  /** The version the filing began with, published or superseded since. */
  readonly version: StandardVersion;
  readonly index: ProcessIndex;
  readonly channel: Channel;
  readonly pages: readonly FormPage[];
  readonly seal: CaseSeal;
}

const newestFirst = (a: DocumentRecord, b: DocumentRecord) => (a.createdAt < b.createdAt ? 1 : -1);

export const loadFiling = async (
  ports: Pick<Ports, 'filings' | 'standards' | 'vault'>,
  session: string,
): Promise<LoadedFiling | undefined> => {
  const sessionIndex = await ports.vault.index('session', session);
  const caseId = filingOfSession(session);
  const found = caseId && (await ports.filings.find(caseId));
  if (!found || !sameText(found.filing.sessionIndex, sessionIndex)) return undefined;
  const { filing } = found;
  const version = await ports.standards.getPinned(filing.standard);
  const index = indexOf(version.standard.process);
  const channel = mustHave(index.channels.get(filing.channel), `channel ${filing.channel}`);
  const form = version.standard.process.forms.find(({ id }) => id === channel.form);
  return {
    filing,
    documents: found.documents.filter(({ id }) => !filing.dropped.includes(id)).sort(newestFirst),
    version,
    index,
    channel,
    pages: mustHave(form, `form ${channel.form}`).pages,
    seal: caseSeal(ports.vault, filing.key, filing.caseId),
  };
};
