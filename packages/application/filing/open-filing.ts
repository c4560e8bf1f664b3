// A filing with all that is needed to read it: its standard, its questions, the key of what is sealed in it.
import { indexOf, mustHave, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Channel } from '@layan/domain/standard/channel';
import type { FormPage } from '@layan/domain/standard/facts';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import type { DocumentRecord } from '../ports/documents.ts';
import type { Filing } from '../ports/filings.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type CaseSeal, caseSeal } from '../sealing/case-seal.ts';
import { type Group, groupsAsked, isAnonymous, pagesAsked } from './asked-pages.ts';

export interface LoadedFiling {
  readonly filing: Filing;
  /** Without those taken out; newest first. */
  readonly documents: readonly DocumentRecord[];
  /** The version the filing began with, published or superseded since. */
  readonly version: StandardVersion;
  readonly index: ProcessIndex;
  readonly channel: Channel;
  /** As this filing asks them. */
  readonly pages: readonly FormPage[];
  /** Of each of these groups of facts one is answered. */
  readonly groups: readonly Group[];
  readonly anonymous: boolean;
  readonly seal: CaseSeal;
}

const newestFirst = (a: DocumentRecord, b: DocumentRecord) => (a.createdAt < b.createdAt ? 1 : -1);

/** Whether the caller may open it is decided before. */
export const openFiling = async (
  ports: Pick<Ports, 'standards' | 'vault'>,
  { filing, documents }: { readonly filing: Filing; readonly documents: readonly DocumentRecord[] },
): Promise<LoadedFiling> => {
  const version = await ports.standards.getPinned(filing.standard);
  const index = indexOf(version.standard.process);
  const channel = mustHave(index.channels.get(filing.channel), `channel ${filing.channel}`);
  const found = version.standard.process.forms.find(({ id }) => id === channel.form);
  const form = mustHave(found, `form ${channel.form}`);
  const anonymous = isAnonymous(channel, filing.anonymous);
  const way = { index, channel, anonymous };
  return {
    filing,
    documents: documents.filter(({ id }) => !filing.dropped.includes(id)).sort(newestFirst),
    version,
    index,
    channel,
    pages: pagesAsked(way, form),
    groups: groupsAsked(way),
    anonymous,
    seal: caseSeal(ports.vault, filing.key, filing.caseId),
  };
};
