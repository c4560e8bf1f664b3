// The citizen completes a returned file: only what was asked changes, and it goes back to where it came from.
import type { InstantText } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { parseForm } from '@layan/domain/person/form-input';
import { runCommand } from '../case/run-command.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type Asked, askedOfApplicant, sentSince } from './asked-of-applicant.ts';
import { citizenFailure } from './citizen-failure.ts';
import type { TrackingFailure } from './errors.ts';
import { type OwnCase, type OwnCasePorts, readOwnCase, renewed } from './read-own-case.ts';

export interface CompleteFileInput {
  readonly session: string;
  /** From get-completion: the request that is answered. Answering it twice changes nothing. */
  readonly asked: InstantText;
  readonly raw: Readonly<Record<string, string>>;
}

export type CompleteFileError = TrackingFailure<
  'session-ended' | 'completion-incomplete' | 'case-changed' | 'case-ended' | 'refused'
>;

/** The session, renewed; the case is looked at by itself. */
export interface CompletedFile {
  readonly session: string;
}

/** What was filled in and sent, or what is still missing of it. */
const supplied = async (own: OwnCase, asked: Asked, raw: CompleteFileInput['raw']) => {
  const { file, index, seal, setting } = own;
  const { snapshot } = file.record;
  const reading = parseForm(index.facts, asked.fields, raw, snapshot.facts, setting.input);
  const problems = reading.problems.filter(({ severity }) => severity === 'error');
  const attachments = sentSince(asked, file.documents, snapshot)
    .filter(({ state }) => state === 'accepted')
    .filter(({ requirement }) => asked.requirements.some(({ id }) => id === requirement))
    .map(({ requirement, id }) => ({ requirement, document: id }));
  const requirements = asked.requirements
    .map(({ id }) => id)
    .filter((id) => !attachments.some(({ requirement }) => requirement === id));
  if (problems.length > 0 || requirements.length > 0) {
    return err({ code: 'completion-incomplete', problems, requirements } as const);
  }
  return ok({ facts: await seal.sealFacts(index.facts, reading.values), attachments });
};

type CompleteFilePorts = OwnCasePorts & Pick<Ports, 'products' | 'random'>;

/** A clock that ran out, or the same form sent twice, may change the case at the same moment. */
const attempts = 3;

const attempt = async (
  ports: CompleteFilePorts,
  input: CompleteFileInput,
  left: number,
): Promise<Result<CompletedFile, CompleteFileError>> => {
  const own = await readOwnCase(ports, input.session);
  if (!own) return err({ code: 'session-ended' });
  const { record } = own.file;
  if (record.snapshot.ended) return err({ code: 'case-ended' });
  const asked = askedOfApplicant(own.index, record.snapshot);
  if (!asked) return ok(await renewed(ports, own));
  // The form of an earlier request: something else is asked now, and saying "received" would be untrue.
  if (asked.at !== input.asked) return err({ code: 'case-changed' });
  const [outcome] = asked.step.outcomes;
  if (!outcome) throw new Error(`the supply step ${asked.step.id} has no outcome`);
  const given = await supplied(own, asked, input.raw);
  if (!given.ok) return given;

  const ran = await runCommand(
    ports,
    own.standard,
    record,
    { type: 'completeStep', step: asked.step.id, outcome: outcome.id, ...given.value },
    { party: 'applicant' },
  );
  if (ran.ok) return ok(await renewed(ports, own));
  const failure = citizenFailure(ran.error);
  return failure.code === 'case-changed' && left > 1 ? attempt(ports, input, left - 1) : err(failure);
};

export const makeCompleteFile =
  (ports: CompleteFilePorts) =>
  (input: CompleteFileInput): Promise<Result<CompletedFile, CompleteFileError>> =>
    attempt(ports, input, attempts);
