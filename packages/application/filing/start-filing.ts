// Begins a filing on the portal: case id, ticket and secret are drawn now, and the browser gets the session that opens it.
import { makeSecret, makeTicket } from '@layan/domain/case/ticket';
import type { CaseId, StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { newCaseId } from '../kernel/random-id.ts';
import type { Filing } from '../ports/filings.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { newFilingSession } from '../session/filing-session.ts';
import { findPublished, portalChannel } from '../standard/find-published.ts';
import { getSetting } from '../tenant/setting.ts';
import { buildFilingView } from './build-filing-view.ts';
import type { FilingFailure } from './errors.ts';
import type { NextStop } from './filing-view.ts';
import { loadFiling } from './load-filing.ts';
import type { LoadedFiling } from './open-filing.ts';
import { readAnswers } from './read-answers.ts';

export interface StartFilingInput {
  readonly service: StandardId;
  /** The browser's present session: an unsent filing of the same service is continued, so a double click starts one. */
  readonly session?: string | undefined;
  /** Begin anew even when the session could be continued (another person at the same phone). */
  readonly startOver?: boolean | undefined;
}

export interface StartedFiling {
  readonly caseId: CaseId;
  /** Put into an HttpOnly cookie; shown nowhere, kept nowhere else. */
  readonly session: string;
  readonly resumed: boolean;
  readonly next: NextStop;
}

type StartFilingPorts = Pick<Ports, 'standards' | 'filings' | 'vault' | 'clock' | 'random' | 'directory'>;

const continuable = async (
  ports: StartFilingPorts,
  { service, session, startOver }: StartFilingInput,
): Promise<LoadedFiling | undefined> => {
  if (session === undefined || startOver) return undefined;
  const loaded = await loadFiling(ports, session);
  return loaded && loaded.filing.standard.id === service && !loaded.filing.filedAt ? loaded : undefined;
};

export const makeStartFiling =
  (ports: StartFilingPorts) =>
  async (input: StartFilingInput): Promise<Result<StartedFiling, FilingFailure<'service-not-found'>>> => {
    const { vault, random } = ports;
    const running = await continuable(ports, input);
    if (running && input.session !== undefined) {
      const setting = await getSetting(ports);
      const answers = await readAnswers(running, setting.input);
      const { caseId, next } = buildFilingView(running, answers, setting);
      return ok({ caseId, session: input.session, resumed: true, next });
    }
    const published = await findPublished(ports.standards, input.service);
    const channel = published && portalChannel(published.version);
    const form = published?.version.standard.process.forms.find(({ id }) => id === channel?.form);
    const firstPage = form?.pages[0];
    if (!published || !channel || !firstPage) return err({ code: 'service-not-found' });

    const caseId = newCaseId(random);
    const session = newFilingSession(caseId, random);
    const bytes = (count: number) => random.bytes(count);
    const key = await vault.newKey();
    const filing: Filing = {
      caseId,
      standard: published.ref,
      channel: channel.id,
      facts: {},
      unread: {},
      pagesSeen: [],
      dropped: [],
      key,
      ticket: makeTicket(bytes),
      secret: await caseSeal(vault, key, caseId).sealText('secret', makeSecret(bytes)),
      sessionIndex: await vault.index('session', session),
      revision: 1,
      createdAt: ports.clock.now(),
    };
    const saved = await ports.filings.save(filing, undefined);
    if (!saved.ok) throw new Error('a case id was drawn twice');
    return ok({ caseId, session, resumed: false, next: { kind: 'page', page: firstPage.id } });
  };
