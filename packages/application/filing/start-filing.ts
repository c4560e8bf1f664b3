// Begins a filing on the portal: case id, ticket and secret are drawn now, and the browser gets the session that opens it.
import { makeSecret, makeTicket } from '@layan/domain/case/ticket';
import type { CaseId, StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Channel } from '@layan/domain/standard/channel';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import { newCaseId } from '../kernel/random-id.ts';
import type { Filing } from '../ports/filings.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { newFilingSession } from '../session/filing-session.ts';
import { findPublished, type Published, portalChannel } from '../standard/find-published.ts';
import { getSetting } from '../tenant/setting.ts';
import { asksPrivacy, buildFilingView } from './build-filing-view.ts';
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
  const filing = loaded?.filing;
  const same = filing?.standard.id === service && filing.about === undefined;
  return same && !filing.filedAt ? loaded : undefined;
};

const firstPageOf = ({ standard }: StandardVersion, { form }: Channel): string | undefined =>
  standard.process.forms.find(({ id }) => id === form)?.pages[0]?.id;

/** Who may stay unnamed decides that before a name is asked for. */
const firstStopOf = (version: StandardVersion, channel: Channel): NextStop => {
  if (asksPrivacy(channel, version.standard.process)) return { kind: 'privacy' };
  const page = firstPageOf(version, channel);
  return page ? { kind: 'page', page } : { kind: 'check' };
};

export const makeStartFiling =
  (ports: StartFilingPorts) =>
  async (input: StartFilingInput): Promise<Result<StartedFiling, FilingFailure<'service-not-found'>>> => {
    const running = await continuable(ports, input);
    if (running && input.session !== undefined) {
      const setting = await getSetting(ports);
      const answers = await readAnswers(running, setting.input);
      const { caseId, next } = buildFilingView(running, answers, setting);
      return ok({ caseId, session: input.session, resumed: true, next });
    }
    const published = await findPublished(ports.standards, input.service);
    const channel = published && portalChannel(published.version);
    if (!published || !channel || firstPageOf(published.version, channel) === undefined) {
      return err({ code: 'service-not-found' });
    }

    return ok(await openNewFiling(ports, { ...published, channel }));
  };

export interface NewFiling extends Published {
  readonly channel: Channel;
  /** The earlier case that it is about. */
  readonly about?: CaseId;
}

/** An empty filing on a channel, and the session that opens it. */
export const openNewFiling = async (
  { vault, filings, clock, random }: Pick<Ports, 'filings' | 'vault' | 'clock' | 'random'>,
  { ref, version, channel, about }: NewFiling,
): Promise<StartedFiling> => {
  const caseId = newCaseId(random);
  const session = newFilingSession(caseId, random);
  const bytes = (count: number) => random.bytes(count);
  const key = await vault.newKey(caseId);
  const filing: Filing = {
    caseId,
    standard: ref,
    channel: channel.id,
    facts: {},
    unread: {},
    pagesSeen: [],
    dropped: [],
    key,
    ticket: makeTicket(bytes),
    secret: await caseSeal(vault, key, caseId).sealText('secret', makeSecret(bytes)),
    sessionIndex: await vault.index('session', session),
    ...(about !== undefined && { about }),
    revision: 1,
    createdAt: clock.now(),
  };
  const saved = await filings.save(filing, undefined);
  if (!saved.ok) throw new Error('a case id was drawn twice');
  return { caseId, session, resumed: false, next: firstStopOf(version, channel) };
};
