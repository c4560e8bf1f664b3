// Begins an objection to the decision of an own case: a filing like any other, bound to that case. Only who opened the
// case may begin one, only while there is time, and only one at a time.

import { isTooLate, type ObjectableDecision, objectableDecision } from '@layan/domain/case/objection';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { InstantText } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Channel } from '@layan/domain/standard/channel';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import type { Ports } from '../ports/surroundings.ts';
import { findPublished, type Published } from '../standard/find-published.ts';
import { findFiledObjection, isStanding } from '../tracking/filed-objection.ts';
import { type OwnCase, type OwnCasePorts, readOwnCase } from '../tracking/read-own-case.ts';
import { loadFiling } from './load-filing.ts';
import { openNewFiling, type StartedFiling } from './start-filing.ts';

export interface StartObjectionInput {
  /** Of the case whose decision is objected to. */
  readonly trackingSession: string;
  /** The browser's present filing: an unsent objection to the same case is continued. */
  readonly session?: string | undefined;
}

export type StartObjectionError =
  | { readonly code: 'session-ended' }
  /** Nothing was decided against the applicant, or the standard names no way. */
  | { readonly code: 'not-objectable' }
  | { readonly code: 'objection-too-late'; readonly until: InstantText }
  /** One was filed before and is open or decided; the own case tells how it stands. */
  | { readonly code: 'objection-filed' };

type StartObjectionPorts = OwnCasePorts & Pick<Ports, 'filings' | 'random'>;

/** The way in on the portal that answers this decision. */
const objectionChannel = (
  { standard }: StandardVersion,
  { ended }: CaseSnapshot,
  { product }: ObjectableDecision,
): Channel | undefined =>
  standard.process.channels.find(
    ({ kind, about }) =>
      kind === 'portal' &&
      about !== undefined &&
      (product === undefined
        ? ended !== undefined && about.endings.includes(ended.ending)
        : about.changes !== undefined),
  );

/** By the rules of today; by those the case was promised under when today's have no way to object. */
const wayIn = async (
  ports: Pick<Ports, 'standards'>,
  snapshot: CaseSnapshot,
  decision: ObjectableDecision,
): Promise<(Published & { readonly channel: Channel }) | undefined> => {
  const published = await findPublished(ports.standards, snapshot.standard.id);
  const pinned = { ref: snapshot.standard, version: await ports.standards.getPinned(snapshot.standard) };
  for (const candidate of published ? [published, pinned] : [pinned]) {
    const channel = objectionChannel(candidate.version, snapshot, decision);
    if (channel) return { ...candidate, channel };
  }
  return undefined;
};

const continuable = async (
  ports: StartObjectionPorts,
  own: OwnCase,
  session: string | undefined,
): Promise<StartedFiling | undefined> => {
  if (session === undefined) return undefined;
  const loaded = await loadFiling(ports, session);
  const filing = loaded?.filing;
  return filing && filing.about === own.session.caseId && !filing.filedAt
    ? { caseId: filing.caseId, session, resumed: true, next: { kind: 'check' } }
    : undefined;
};

export const makeStartObjection =
  (ports: StartObjectionPorts) =>
  async (input: StartObjectionInput): Promise<Result<StartedFiling, StartObjectionError>> => {
    const own = await readOwnCase(ports, input.trackingSession);
    if (!own) return err({ code: 'session-ended' });
    const { snapshot } = own.file.record;
    const decision = objectableDecision(snapshot);
    if (!decision) return err({ code: 'not-objectable' });
    const filed = await findFiledObjection(ports.cases, snapshot.id, decision);
    if (filed && isStanding(filed)) return err({ code: 'objection-filed' });
    if (isTooLate(decision, own.setting.now)) {
      return err({ code: 'objection-too-late', until: decision.way.until });
    }
    const running = await continuable(ports, own, input.session);
    if (running) return ok(running);
    const way = await wayIn(ports, snapshot, decision);
    return way
      ? ok(await openNewFiling(ports, { ...way, about: snapshot.id }))
      : err({ code: 'not-objectable' });
  };
