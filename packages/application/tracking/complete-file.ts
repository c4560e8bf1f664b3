// The citizen completes a returned file, or says what they may say now: only what was asked changes, and it goes back to
// where it came from.

import { completeStep } from '@layan/domain/case/complete-step';
import { whileRunning } from '@layan/domain/case/decision';
import type { PlainValue } from '@layan/domain/case/facts';
import type { InstantText } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { factError } from '@layan/domain/person/fact-problem';
import { parseForm } from '@layan/domain/person/form-input';
import { ownWords } from '@layan/domain/person/visible-text';
import { holds } from '@layan/domain/process/conditions';
import type { Outcome } from '@layan/domain/standard/step';
import { runDecision } from '../case/run-decision.ts';
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
  /** Of several ways that no answer decides. */
  readonly outcome?: string | undefined;
  readonly remark?: string | undefined;
  /** Which of several things was sent, by requirement. */
  readonly choices?: Readonly<Record<string, string>> | undefined;
}

/** Stand for the choice of an outcome, and for the sentence that goes with it, among problems of facts. */
export const outcomeField = '#outcome';
export const remarkField = '#remark';

export type CompleteFileError = TrackingFailure<
  'session-ended' | 'completion-incomplete' | 'case-changed' | 'case-ended' | 'refused'
>;

/** The session, renewed; the case is looked at by itself. */
export interface CompletedFile {
  readonly session: string;
}

/** Stands for the choice of a requirement among problems of facts. */
export const choiceField = (requirement: string): string => `#choice-${requirement}`;

const whichOf = (
  { requirements }: Asked,
  requirement: string,
  choices: Readonly<Record<string, string>>,
): { readonly as?: string } => {
  const { oneOf } = requirements.find(({ id }) => id === requirement) ?? {};
  const chosen = oneOf?.find(({ id }) => id === choices[requirement])?.id;
  return chosen === undefined ? {} : { as: chosen };
};

/** What was filled in and sent, or what is still missing of it. */
const supplied = async (own: OwnCase, asked: Asked, { raw, choices = {} }: CompleteFileInput) => {
  const { file, index, seal, setting } = own;
  const { snapshot } = file.record;
  const reading = parseForm(index.facts, asked.fields, raw, snapshot.facts, setting.input);
  const problems = reading.problems.filter(({ severity }) => severity === 'error');
  const attachments = sentSince(asked, file.documents, snapshot)
    .filter(({ state }) => state === 'accepted')
    .filter(({ requirement }) => asked.requirements.some(({ id }) => id === requirement))
    .map(({ requirement, id }) => ({ requirement, document: id, ...whichOf(asked, requirement, choices) }));
  const requirements = asked.requirements
    .map(({ id }) => id)
    .filter((id) => !attachments.some(({ requirement }) => requirement === id));
  for (const { id, oneOf } of asked.requirements) {
    if (oneOf && !requirements.includes(id) && !oneOf.some((one) => one.id === choices[id]))
      problems.push({ fact: choiceField(id), ...factError('choice-missing') });
  }
  if (problems.length > 0 || requirements.length > 0) {
    return err({ code: 'completion-incomplete', problems, requirements } as const);
  }
  const { values } = reading;
  return ok({ values, facts: await seal.sealFacts(index.facts, values), attachments });
};

const lacks = (fact: string, code: 'choice-missing' | 'answer-missing') =>
  err({
    code: 'completion-incomplete',
    problems: [{ fact, ...factError(code) }],
    requirements: [],
  } as const);

/** The only outcome, the one that the answers leave, or the one that was chosen. */
const chosenOutcome = (
  { file }: OwnCase,
  { step }: Asked,
  values: Readonly<Record<string, PlainValue>>,
  { outcome: wish, remark = '' }: CompleteFileInput,
): Result<Outcome, TrackingFailure<'completion-incomplete'>> => {
  const known = { ...file.record.snapshot.facts, ...values };
  const open = step.outcomes.filter(({ when }) => holds(when, known));
  const outcome = open.length === 1 ? open[0] : open.find(({ id }) => id === wish);
  if (!outcome) return lacks(outcomeField, 'choice-missing');
  return outcome.note === 'required' && ownWords(remark) === ''
    ? lacks(remarkField, 'answer-missing')
    : ok(outcome);
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
  const given = await supplied(own, asked, input);
  if (!given.ok) return given;
  const { values, ...supply } = given.value;
  const chosen = chosenOutcome(own, asked, values, input);
  if (!chosen.ok) return chosen;
  const outcome = chosen.value;
  const remark = ownWords(input.remark ?? '');

  const command = {
    type: 'completeStep' as const,
    step: asked.step.id,
    outcome: outcome.id,
    ...supply,
    ...(remark && outcome.note !== 'none' && { note: await own.seal.sealText('note', remark) }),
  };
  const ran = await runDecision(
    ports,
    own.standard,
    record,
    (snapshot, context) => whileRunning(completeStep)(own.standard, snapshot, command, context),
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
