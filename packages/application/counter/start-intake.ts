// Begins an intake: ticket, secret and the id of the case are drawn now, and it belongs to the clerk who begins it.
import { mayUse } from '@layan/domain/access/operations';
import { makeSecret, makeTicket } from '@layan/domain/case/ticket';
import type { CaseId, StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Channel } from '@layan/domain/standard/process';
import { newCaseId } from '../kernel/random-id.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { findPublished, type Published } from '../standard/find-published.ts';
import { counterChannel, objectionChannel } from './counter-channel.ts';
import type { CounterFailure } from './errors.ts';

export interface StartIntakeInput {
  readonly member: Membership;
  readonly standard: StandardId;
  /** The ended case that is objected to. */
  readonly about?: CaseId | undefined;
}

export type StartIntakeError = CounterFailure<
  'member-deactivated' | 'role-missing' | 'service-not-found' | 'earlier-case-unfit'
>;

type StartIntakePorts = Pick<Ports, 'standards' | 'filings' | 'cases' | 'vault' | 'clock' | 'random'>;

const channelFor = async (
  { cases }: Pick<Ports, 'cases'>,
  { version: { standard } }: Published,
  { member, about }: StartIntakeInput,
): Promise<Result<Channel, CounterFailure<'service-not-found' | 'earlier-case-unfit'>>> => {
  if (about === undefined) {
    const channel = counterChannel(standard, member);
    return channel ? ok(channel) : err({ code: 'service-not-found' });
  }
  const earlier = (await cases.find(about))?.snapshot;
  const isOurs = earlier?.agency === member.agency && earlier.standard.id === standard.id;
  const channel =
    isOurs && earlier.ended ? objectionChannel(standard, member, earlier.ended.ending) : undefined;
  return channel ? ok(channel) : err({ code: 'earlier-case-unfit' });
};

export const makeStartIntake =
  (ports: StartIntakePorts) =>
  async (
    input: StartIntakeInput,
  ): Promise<Result<{ readonly caseId: CaseId; readonly revision: number }, StartIntakeError>> => {
    const { member, about } = input;
    const { vault, random } = ports;
    const allowed = mayUse(member, 'start-intake');
    if (!allowed.ok) return allowed;
    const published = await findPublished(ports.standards, input.standard);
    if (!published) return err({ code: 'service-not-found' });
    const channel = await channelFor(ports, published, input);
    if (!channel.ok) return channel;

    const caseId = newCaseId(random);
    const bytes = (count: number) => random.bytes(count);
    const key = await vault.newKey();
    const saved = await ports.filings.save(
      {
        caseId,
        standard: published.ref,
        channel: channel.value.id,
        facts: {},
        unread: {},
        pagesSeen: [],
        dropped: [],
        key,
        ticket: makeTicket(bytes),
        secret: await caseSeal(vault, key, caseId).sealText('secret', makeSecret(bytes)),
        by: member.id,
        ...(about !== undefined && { about }),
        revision: 1,
        createdAt: ports.clock.now(),
      },
      undefined,
    );
    if (!saved.ok) throw new Error('a case id was drawn twice');
    return ok({ caseId, revision: 1 });
  };
