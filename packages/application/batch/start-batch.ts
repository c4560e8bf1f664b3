// Starts a batch with cases that wait in one area: those chosen, or as many as it takes. One transaction; that they are in
// it the cases hear afterwards, each in one of its own.
import { covers } from '@layan/domain/access/areas';
import { mayUse } from '@layan/domain/access/operations';
import { byWorker } from '@layan/domain/access/worker';
import type { FileCase } from '@layan/domain/case/command';
import { decideFiling } from '@layan/domain/case/decide-filing';
import { makeTicket } from '@layan/domain/case/ticket';
import { type CaseId, RegionCode, type StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { parseForm } from '@layan/domain/person/form-input';
import { fieldsOf, indexOf } from '@layan/domain/process/process-index';
import { batchLockGroup } from '../case/batch-locks.ts';
import { caseChange, snapshotAfter } from '../case/case-change.ts';
import { decideNumbered } from '../case/decide-numbered.ts';
import { idempotencyRecord, isRepeat } from '../case/idempotency.ts';
import { newCaseId, randomId } from '../kernel/random-id.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { WaitingCase } from '../ports/batches.ts';
import type { IdempotencyRecord } from '../ports/cases.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { secretIndex } from '../session/secret-index.ts';
import { getSetting } from '../tenant/setting.ts';
import type { BatchAccessFailure, BatchFailure } from './errors.ts';
import { areaMeant, findGathering, type Gathering } from './gathering.ts';
import { unprintableLines } from './unprintable-lines.ts';

export interface StartBatchInput {
  readonly member: Membership;
  readonly standard: StandardId;
  readonly area?: string | undefined;
  readonly cases: 'all' | readonly string[];
  /** Answers to its form as typed, by fact. */
  readonly raw: Readonly<Record<string, string>>;
  readonly idempotencyKey?: string | undefined;
}

export interface StartedBatch {
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly lines: number;
  /** Cases that wait on, because a batch takes no more. */
  readonly left: number;
}

export type StartBatchError =
  | BatchAccessFailure
  | BatchFailure<
      | 'area-refused'
      | 'nothing-waits'
      | 'cases-gone'
      | 'cases-unprintable'
      | 'batch-running'
      | 'facts-invalid'
      | 'case-rejected'
      | 'idempotency-mismatch'
    >;

type StartBatchPorts = Pick<
  Ports,
  'standards' | 'cases' | 'batches' | 'products' | 'vault' | 'directory' | 'clock' | 'random'
>;

const attempts = 5;
const mostRead = 2_000;

/** Of one area all of them: the longest waiting case decides which, where nobody said. */
const chosenOf = (
  waiting: readonly WaitingCase[],
  { cases }: StartBatchInput,
  { lines }: Gathering,
): Result<
  { readonly lines: readonly WaitingCase[]; readonly left: number },
  BatchFailure<'nothing-waits' | 'cases-gone' | 'area-refused' | 'case-rejected'>
> => {
  const known = new Map<string, WaitingCase>(waiting.map((row) => [row.caseId, row]));
  const gone = cases === 'all' ? [] : cases.filter((id) => !known.has(id));
  if (gone.length > 0) return err({ code: 'cases-gone', count: gone.length });
  const chosen = cases === 'all' ? waiting : [...new Set(cases)].flatMap((id) => known.get(id) ?? []);
  if (chosen.length === 0) return err({ code: 'nothing-waits' });
  if (new Set(chosen.map(({ area }) => area ?? '')).size > 1) return err({ code: 'area-refused' });
  if (cases !== 'all' && chosen.length > lines.atMost)
    return err({
      code: 'case-rejected',
      rejection: { code: 'lines-refused', reason: 'too-many', atMost: lines.atMost },
    });
  return ok({ lines: chosen.slice(0, lines.atMost), left: Math.max(0, waiting.length - lines.atMost) });
};

const readFacts = (
  { version, channel }: Gathering,
  raw: StartBatchInput['raw'],
  { input }: Awaited<ReturnType<typeof getSetting>>,
) => {
  const index = indexOf(version.standard.process);
  const reading = parseForm(index.facts, fieldsOf(index, channel.form), raw, {}, input);
  const problems = reading.problems.filter(({ severity }) => severity === 'error');
  return problems.length > 0 ? err({ code: 'facts-invalid', problems } as const) : ok(reading.values);
};

const recordOf = (
  { vault }: StartBatchPorts,
  { idempotencyKey, member, ...body }: StartBatchInput,
  ticket: string,
): Promise<IdempotencyRecord | undefined> =>
  idempotencyRecord(vault, { operation: 'start-batch', actor: member.id, key: idempotencyKey, body }, ticket);

/** The batch that this very request started before, for whoever still works in its area. */
const repeated = async (
  { cases }: StartBatchPorts,
  mine: IdempotencyRecord | undefined,
  { areas }: Gathering,
): Promise<Result<StartedBatch, BatchFailure<'idempotency-mismatch'>> | undefined> => {
  const kept = mine && (await cases.findIdempotent(mine.key));
  if (!mine || !kept) return undefined;
  const repeat = isRepeat(mine, kept);
  if (!repeat.ok) return repeat;
  const found = await cases.findStatus(kept.result);
  const snapshot = found && (await cases.find(found.status.caseId))?.snapshot;
  if (!snapshot) throw new Error('a batch that was started is gone');
  if (!covers(areas, snapshot.area)) return undefined;
  return ok({ caseId: snapshot.id, ticket: snapshot.ticket, lines: snapshot.lines?.length ?? 0, left: 0 });
};

const attempt = async (
  ports: StartBatchPorts,
  input: StartBatchInput,
  gathering: Gathering,
  left: number,
): Promise<Result<StartedBatch, StartBatchError>> => {
  if (left === 0) throw new Error('no ticket was free for a batch');
  const { member } = input;
  const { standard } = gathering.version;
  const area = areaMeant(gathering, input.area);
  if (!area.ok) return area;
  const setting = await getSetting(ports);
  const facts = readFacts(gathering, input.raw, setting);
  if (!facts.ok) return facts;
  const waiting = await ports.batches.waiting({
    agency: standard.agency,
    standard: standard.id,
    area: area.value,
    limit: mostRead,
  });
  const here = waiting.rows.filter(({ step }) => step === gathering.lines.step);
  const chosen = chosenOf(here, input, gathering);
  if (!chosen.ok) return chosen;
  const foreign = await unprintableLines(ports, standard.process, chosen.value.lines, setting.placeName);
  if (foreign) return err({ code: 'cases-unprintable', ...foreign });

  const { vault, random, products } = ports;
  const [caseId, ticket] = [newCaseId(random), makeTicket((n) => random.bytes(n))];
  const key = await vault.newKey(caseId);
  const seal = caseSeal(vault, key, caseId);
  const place = RegionCode.safeParse(chosen.value.lines[0]?.area).data;
  const command: FileCase = {
    type: 'fileCase',
    caseId,
    standard: gathering.ref,
    ticket,
    channel: gathering.channel.id,
    facts: await seal.sealFacts(indexOf(standard.process).facts, facts.value),
    attachments: [],
    lines: chosen.value.lines.map((row) => ({ caseId: row.caseId, ticket: row.ticket })),
    ...(place !== undefined && { area: place }),
  };
  const decided = await decideNumbered(
    { products, tenant: setting.tenant, agency: standard.agency },
    { now: setting.now, by: byWorker(member), newId: () => randomId(random), hash: sha256 },
    (context) => decideFiling(standard, command, context),
  );
  if (!decided.ok) return err({ code: 'case-rejected', rejection: decided.error });
  const name = place === undefined ? standard.shortTitle : setting.placeName(place);
  const mine = await recordOf(ports, input, ticket);
  const change = await caseChange(vault, standard, {
    after: {
      snapshot: snapshotAfter(standard, undefined, decided.value),
      key,
      // Nobody outside follows a batch: its cases are followed.
      secretIndex: await secretIndex(vault, ticket, randomId(random)),
      displayName: await seal.sealText('display', name),
    },
    events: decided.value,
    ...(mine && { idempotency: mine }),
  });
  const written = change.ok ? await ports.cases.commit(change.value) : change;
  if (written.ok) return ok({ caseId, ticket, lines: chosen.value.lines.length, left: chosen.value.left });
  const { error } = written;
  if (error.code === 'lock-taken' && error.group === batchLockGroup(standard))
    return err({ code: 'batch-running', ticket: error.heldBy ?? '' });
  // A key that began a batch where the member works no more begins no other.
  if (error.code === 'already-done')
    return (await repeated(ports, mine, gathering)) ?? err({ code: 'idempotency-mismatch' });
  return attempt(ports, input, gathering, left - 1);
};

export const makeStartBatch =
  (ports: StartBatchPorts) =>
  async (input: StartBatchInput): Promise<Result<StartedBatch, StartBatchError>> => {
    const allowed = mayUse(input.member, 'start-batch');
    if (!allowed.ok) return allowed;
    const gathering = await findGathering(ports, input.member, input.standard);
    if (!gathering) return err({ code: 'batch-not-found' });
    const started = await attempt(ports, input, gathering, attempts);
    // Whose area it is not is told so; any other refusal may be of what this request has done itself.
    if (started.ok || started.error.code === 'area-refused') return started;
    return (await repeated(ports, await recordOf(ports, input, ''), gathering)) ?? started;
  };
