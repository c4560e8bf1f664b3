// The way every command of staff takes: load once, see that nobody was faster, decide, write once, show the case.
import type { Operation } from '@layan/domain/access/operations';
import { byWorker } from '@layan/domain/access/worker';
import type { CaseCommand } from '@layan/domain/case/command';
import type { Decide } from '@layan/domain/case/decision';
import type { CaseEvent } from '@layan/domain/case/event';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { CaseFile, IdempotencyRecord } from '../ports/cases.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { isDestroyed } from '../ports/vault.ts';
import { mayLink } from '../product/may-link.ts';
import { buildCaseView } from './build-case-view.ts';
import type { CommandDone } from './case-view.ts';
import type { CaseFailure, CommandError } from './errors.ts';
import { idempotencyRecord, wasMade } from './idempotency.ts';
import { loadForMember, type VisibleCase } from './load-for-member.ts';
import { type CommandFailure, runDecision } from './run-decision.ts';

export type StaffCommandPorts = Pick<
  Ports,
  | 'directory'
  | 'standards'
  | 'cases'
  | 'products'
  | 'vault'
  | 'clock'
  | 'random'
  | 'tenant'
  | 'space'
  | 'staff'
  | 'figures'
  | 'signer'
  | 'letters'
>;

export interface StaffCommand<C extends CaseCommand> {
  readonly operation: Operation;
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly expectedSeq: number;
  readonly idempotencyKey?: string | undefined;
  /** What makes two requests the same: the input without the member and the key. */
  readonly body: unknown;
  /** Turns the input into a command, now that the case is known. */
  readonly prepare: (
    loaded: VisibleCase,
  ) => Promise<Result<C, CaseFailure<'facts-invalid' | 'evidence-not-accepted' | 'case-rejected'>>>;
  readonly decide: Decide<C>;
}

/** Work given out by rule at the same moment takes a command no more often than this. */
const ATTEMPTS = 3;

/** Who holds which task and how a promise stands is no ground of anybody's decision; the decision itself looks at it. */
const quiet: ReadonlySet<CaseEvent['body']['type']> = new Set([
  'taskAssigned',
  'taskClaimed',
  'taskReleased',
  'promiseBroken',
  'promiseMoved',
  // A case of a batch is gone: nobody decided it, and the decision looks at the lines itself.
  'lineDropped',
]);

/** Whether the member has seen all of the case that matters. */
const sawEnough = ({ record, events }: CaseFile, seen: number): boolean =>
  seen <= record.snapshot.seq && events.every(({ seq, body }) => seq <= seen || quiet.has(body.type));

const changed = ({ record: { snapshot } }: CaseFile): CaseFailure<'case-changed'> => ({
  code: 'case-changed',
  seq: snapshot.seq,
  lastChange: snapshot.lastChange,
});

const alreadyHeld = ({ index }: VisibleCase, group: string): CaseFailure<'product-already-held'> => {
  const wanted = index.process.products.find(({ exclusive }) => exclusive?.group === group);
  return { code: 'product-already-held', product: wanted?.label ?? group };
};

/** Which product stands in the way; those of other agencies, and of who stays unknown, are not named. */
const heldProduct = async (
  ports: StaffCommandPorts,
  member: Membership,
  id: string | undefined,
): Promise<CaseFailure<'product-already-held'>['held']> => {
  const held = id === undefined ? undefined : await ports.products.find(id);
  return held?.agency === member.agency && (await mayLink(ports, held, member))
    ? { label: held.label, number: held.number, imported: held.origin.kind === 'imported' }
    : undefined;
};

/** The case as it is now is read again only when something stood in the way. */
const refused = (visible: VisibleCase, failure: CommandFailure, now: CaseFile | undefined): CommandError => {
  switch (failure.code) {
    case 'rejected':
      return { code: 'case-rejected', rejection: failure.rejection };
    case 'lock-taken':
      return alreadyHeld(visible, failure.group);
    case 'changed-meanwhile':
    case 'already-done':
      return now ? changed(now) : { code: 'case-not-found' };
    case 'filing-changed':
    case 'ticket-taken':
    case 'objection-filed':
      throw new Error(`a command on a filed case cannot fail with ${failure.code}`);
  }
};

/** The case after what a queue would do for it; nothing follows practice through one. */
const practised = async (ports: StaffCommandPorts, caseId: CaseId): Promise<CaseFile | undefined> => {
  if (ports.space !== 'practice') return undefined;
  const { practiseLetters } = await import('../letter/practise-letters.ts');
  return (await practiseLetters(ports, caseId)) ? ports.cases.findFile(caseId) : undefined;
};

export const runStaffCommand = async <C extends CaseCommand>(
  ports: StaffCommandPorts,
  input: StaffCommand<C>,
): Promise<Result<CommandDone, CommandError>> => {
  const { operation, member, caseId } = input;
  const loaded = await loadForMember(ports, operation, member, caseId);
  if (!loaded.ok) return loaded;
  const { file, version } = loaded.value;

  const done = async (shown: CaseFile, repeated: boolean) =>
    ok({ view: await buildCaseView(ports, { ...loaded.value, file: shown }, member), repeated });
  const mine: IdempotencyRecord | undefined = await idempotencyRecord(
    ports.vault,
    { operation, actor: member.id, key: input.idempotencyKey, body: input.body },
    String(input.expectedSeq),
  );
  /** What stands in the way may be this very request, done before: then it is answered as done. */
  const unlessRepeated = async (
    error: CommandError,
    now: CaseFile | undefined,
  ): Promise<Result<CommandDone, CommandError>> => {
    if (!now) return err(error);
    const made = await wasMade(ports.cases, mine);
    if (!made.ok) return made;
    return made.value ? done(now, true) : err(error);
  };

  const attempt = async (now: CaseFile, left: number): Promise<Result<CommandDone, CommandError>> => {
    if (!sawEnough(now, input.expectedSeq)) return unlessRepeated(changed(now), now);
    const { snapshot, key } = now.record;
    // What was erased takes no words any more, whatever the standard allows after its end.
    if (isDestroyed(key)) {
      const ending = snapshot.ended?.ending ?? '';
      return unlessRepeated({ code: 'case-rejected', rejection: { code: 'case-ended', ending } }, now);
    }
    const command = await input.prepare({ ...loaded.value, file: now });
    if (!command.ok) return unlessRepeated(command.error, now);
    const { standard } = version;
    const ran = await runDecision(
      ports,
      standard,
      now.record,
      (snapshot, context) => input.decide(standard, snapshot, command.value, context),
      byWorker(member),
      mine,
    );
    if (ran.ok) {
      const { after, events } = ran.value;
      const then = await practised(ports, caseId);
      if (then) return done(then, false);
      return done({ ...now, record: after, events: [...now.events, ...events] }, false);
    }
    if (ran.error.code === 'lock-taken') {
      const held = await heldProduct(ports, member, ran.error.heldBy);
      return unlessRepeated({ ...alreadyHeld(loaded.value, ran.error.group), ...(held && { held }) }, now);
    }
    if (ran.error.code === 'rejected')
      return unlessRepeated(refused(loaded.value, ran.error, undefined), now);
    const then = await ports.cases.findFile(caseId);
    const goOn = ran.error.code === 'changed-meanwhile' && then && sawEnough(then, input.expectedSeq);
    return goOn && left > 1
      ? attempt(then, left - 1)
      : unlessRepeated(refused(loaded.value, ran.error, then), then);
  };
  return attempt(file, ATTEMPTS);
};
