// What the agency answered, in clear, for the applicant: the forms that the standard shows with a step of theirs, while that
// step waits and after the case was answered.
import type { PlainValue } from '@layan/domain/case/facts';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { CaseStatus } from '@layan/domain/case/status';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { maskIdentifier } from '@layan/domain/person/masking';
import { tellsIdentity } from '@layan/domain/process/identity';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Fact } from '@layan/domain/standard/facts';
import type { Step } from '@layan/domain/standard/step';
import { readableText } from '../form/fact-text.ts';
import type { TrackingFailure } from './errors.ts';
import { type OwnCase, type OwnCasePorts, readOwnCase } from './read-own-case.ts';

export interface Answer {
  readonly service: string;
  readonly ticket: string;
  readonly forms: readonly {
    readonly title: string;
    readonly answers: readonly { readonly label: string; readonly value: string }[];
  }[];
}

/** Steps of the applicant that show them something. */
const showing = ({ process }: Pick<ProcessIndex, 'process'>): readonly Step[] =>
  process.steps.filter(({ kind, shows }) => kind === 'supply' && (shows ?? []).length > 0);

type Ended = { readonly kind: string } | undefined;

const isOpenNow = (steps: readonly Step[], waiting: readonly string[], ended: Ended): readonly Step[] =>
  ended?.kind === 'answered' ? steps : steps.filter(({ id }) => waiting.includes(id));

/** Whether there is something to read, by what the status says. */
export const hasAnswer = (index: Pick<ProcessIndex, 'process'>, { asks = [], ended }: CaseStatus): boolean =>
  isOpenNow(
    showing(index),
    asks.map(({ step }) => step),
    ended,
  ).length > 0;

const formsShown = (index: ProcessIndex, { tasks, ended }: CaseSnapshot): readonly string[] => {
  const end = ended && index.endings.get(ended.ending);
  const waiting = tasks.map(({ step }) => step);
  return isOpenNow(showing(index), waiting, end).flatMap(({ shows }) => shows ?? []);
};

/** A phone number in an answer is one to call; those of people and families are theirs. */
const answerText = (fact: Fact, value: PlainValue, { placeName }: OwnCase['setting']): string =>
  fact.type === 'nik' || fact.type === 'familyCardNumber'
    ? maskIdentifier(String(value))
    : readableText(fact, value, placeName);

const answersOf = async ({ file, index, seal, setting }: OwnCase, id: string): Promise<Answer['forms']> => {
  const form = index.process.forms.find((candidate) => candidate.id === id);
  const { snapshot } = file.record;
  const { facts } = snapshot;
  const asked = [...new Set((form?.pages ?? []).flatMap(({ fields }) => fields.map(({ fact }) => fact)))];
  const answers = await Promise.all(
    asked.map(async (name) => {
      const fact = index.facts.get(name);
      const kept = facts[name];
      // Whoever finds the slip with ticket and secret learns neither who it is nor a number of theirs.
      const isKept = snapshot.anonymous && tellsIdentity(index, name);
      const value = fact && kept !== undefined && !isKept ? await seal.openFact(name, kept) : undefined;
      return fact && value !== undefined
        ? [{ label: fact.label, value: answerText(fact, value, setting) }]
        : [];
    }),
  );
  const told = answers.flat();
  return form && told.length > 0 ? [{ title: form.title, answers: told }] : [];
};

/** What several forms ask is told once. */
const onceEach = (forms: Answer['forms']): Answer['forms'] => {
  const told = new Set<string>();
  return forms.flatMap(({ title, answers }) => {
    const fresh = answers.filter(({ label, value }) => !told.has(`${label} ${value}`));
    for (const { label, value } of fresh) told.add(`${label} ${value}`);
    return fresh.length > 0 ? [{ title, answers: fresh }] : [];
  });
};

export const makeReadAnswer =
  (ports: OwnCasePorts) =>
  async (input: {
    readonly session: string;
  }): Promise<Result<Answer, TrackingFailure<'session-ended' | 'nothing-asked'>>> => {
    const own = await readOwnCase(ports, input.session);
    if (!own) return err({ code: 'session-ended' });
    const { snapshot } = own.file.record;
    const shown = await Promise.all(formsShown(own.index, snapshot).map((form) => answersOf(own, form)));
    const forms = onceEach(shown.flat());
    return forms.length > 0
      ? ok({ service: own.standard.shortTitle, ticket: snapshot.ticket, forms })
      : err({ code: 'nothing-asked' });
  };
