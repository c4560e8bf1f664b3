// Begins an intake: ticket, secret and the id of the case are drawn now, and it belongs to the clerk who begins it.
import { opensCase } from '@layan/domain/access/case-access';
import { mayUse } from '@layan/domain/access/operations';
import { objectableDecision } from '@layan/domain/case/objection';
import { makeSecret, makeTicket } from '@layan/domain/case/ticket';
import type { CaseId, StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { indexOf } from '@layan/domain/process/process-index';
import type { Channel } from '@layan/domain/standard/channel';
import { newCaseId } from '../kernel/random-id.ts';
import type { OpeningRef } from '../ports/openings.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { findPublished, type Published } from '../standard/find-published.ts';
import { rowCaseId } from '../subcase/subcase-id.ts';
import { hasClosed } from '../tenant/closing.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { findFiledObjection, isStanding } from '../tracking/filed-objection.ts';
import { intakeChannel, objectionChannel } from './counter-channel.ts';
import type { CounterFailure } from './errors.ts';

export interface StartIntakeInput {
  readonly member: Membership;
  readonly standard: StandardId;
  /** The ended case that is objected to. */
  readonly about?: CaseId | undefined;
  /** The first where none is named. */
  readonly channel?: string | undefined;
  /** The opening of the box that the letter was found in. */
  readonly opening?: OpeningRef | undefined;
  /** Hash of the row of a spreadsheet that it is entered from. */
  readonly row?: string | undefined;
}

export interface StartedIntake {
  readonly caseId: CaseId;
  readonly revision: number;
  /** The row was filed before. */
  readonly filed?: { readonly ticket: string };
}

export type StartIntakeError = CounterFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'service-not-found'
  | 'earlier-case-unfit'
  | 'objection-filed'
  | 'opening-not-found'
  | 'tenant-closing'
>;

type StartIntakePorts = Pick<
  Ports,
  'standards' | 'filings' | 'cases' | 'openings' | 'directory' | 'vault' | 'clock' | 'random'
>;

type Way = Published & { readonly channel: Channel };

/** By the rules of today; by those the case was promised under when today's have no way to object. */
const wayToObject = async (
  { standards, cases }: Pick<Ports, 'standards' | 'cases'>,
  published: Published | undefined,
  { member, standard, about }: StartIntakeInput,
): Promise<Result<Way, CounterFailure<'earlier-case-unfit' | 'objection-filed'>>> => {
  const snapshot = about && (await cases.find(about))?.snapshot;
  const isOurs = snapshot?.agency === member.agency && snapshot.standard.id === standard;
  const decision = isOurs && snapshot.ended ? objectableDecision(snapshot) : undefined;
  if (!snapshot || !decision) return err({ code: 'earlier-case-unfit' });
  const pinned = { ref: snapshot.standard, version: await standards.getPinned(snapshot.standard) };
  if (!opensCase(indexOf(pinned.version.standard.process), snapshot, member))
    return err({ code: 'earlier-case-unfit' });
  const before = await findFiledObjection(cases, snapshot.id, decision);
  if (before && isStanding(before)) return err({ code: 'objection-filed' });
  for (const candidate of published ? [published, pinned] : [pinned]) {
    const channel = objectionChannel(candidate.version.standard, member, snapshot, decision);
    if (channel) return ok({ ...candidate, channel });
  }
  return err({ code: 'earlier-case-unfit' });
};

const wayIn = async (
  ports: Pick<Ports, 'standards' | 'cases'>,
  input: StartIntakeInput,
): Promise<Result<Way, Exclude<StartIntakeError, { code: 'member-deactivated' | 'role-missing' }>>> => {
  const published = await findPublished(ports.standards, input.standard);
  if (input.about !== undefined) return wayToObject(ports, published, input);
  const channel = published && intakeChannel(published.version.standard, input.member, input.channel);
  return published && channel ? ok({ ...published, channel }) : err({ code: 'service-not-found' });
};

/** A row of a spreadsheet is the same intake however often its file is taken in by the same member. */
const idFor = ({ vault, random }: StartIntakePorts, { member, standard, row }: StartIntakeInput) =>
  row === undefined ? newCaseId(random) : rowCaseId(vault, `${standard} ${member.id} ${row}`);

const begunBefore = async (
  { filings, cases }: StartIntakePorts,
  caseId: CaseId,
): Promise<StartedIntake | undefined> => {
  const filed = (await cases.find(caseId))?.snapshot;
  if (filed) return { caseId, revision: 1, filed: { ticket: filed.ticket } };
  const filing = (await filings.find(caseId))?.filing;
  return filing && { caseId, revision: filing.revision };
};

export const makeStartIntake =
  (ports: StartIntakePorts) =>
  async (input: StartIntakeInput): Promise<Result<StartedIntake, StartIntakeError>> => {
    const { member, about } = input;
    const { vault, random } = ports;
    const allowed = mayUse(member, 'start-intake');
    if (!allowed.ok) return allowed;
    if (hasClosed(await getProfile(ports.directory), ports.clock.now()))
      return err({ code: 'tenant-closing' });
    const way = await wayIn(ports, input);
    if (!way.ok) return way;
    const { ref, channel, version } = way.value;
    const { opening } = input;
    if (opening) {
      const box = { agency: version.standard.agency, standard: version.standard.id, channel: channel.id };
      if (!(await ports.openings.find(box, opening))) return err({ code: 'opening-not-found' });
    }

    const caseId = await idFor(ports, input);
    const before = input.row === undefined ? undefined : await begunBefore(ports, caseId);
    if (before) return ok(before);
    const bytes = (count: number) => random.bytes(count);
    const key = await vault.newKey(caseId);
    const saved = await ports.filings.save(
      {
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
        by: member.id,
        ...(about !== undefined && { about }),
        ...(opening && { opening }),
        revision: 1,
        createdAt: ports.clock.now(),
      },
      undefined,
    );
    if (!saved.ok) {
      // Two windows began the same row at once.
      const begun = await begunBefore(ports, caseId);
      if (begun) return ok(begun);
      throw new Error('a case id was drawn twice');
    }
    return ok({ caseId, revision: 1 });
  };
