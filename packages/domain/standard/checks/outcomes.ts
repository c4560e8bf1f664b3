// The outcomes of a step: a route must choose exactly one whatever is known, a worker must always find one.

import type { FactValues, PlainValue } from '../../case/facts.ts';
import { factsIn, holds } from '../../process/conditions.ts';
import { indexOf, type ProcessIndex } from '../../process/process-index.ts';
import { representatives } from '../../process/representatives.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy, outcomePlace, stepPlace } from '../lookup.ts';
import type { Standard } from '../standard.ts';
import type { Outcome, Step } from '../step.ts';

const mostCombinations = 5_000;

/** Combinations times statements that are evaluated for each: a moment of work. */
const mostWork = 500_000;

/** All combinations of values of these facts that conditions can tell apart; undefined when there are too many. */
const combinations = (
  index: ProcessIndex,
  facts: readonly string[],
  most: number,
): readonly FactValues[] | undefined => {
  const values = representatives(index.process);
  let all: FactValues[] = [{}];
  for (const fact of facts) {
    const choices: readonly PlainValue[] = values.get(fact) ?? [];
    if (all.length * choices.length > most) return undefined;
    all = all.flatMap((known) => choices.map((value) => ({ ...known, [fact]: value })));
  }
  return all;
};

const inWords = (index: ProcessIndex, facts: FactValues): string =>
  Object.entries(facts)
    .map(([id, value]) => {
      const fact = index.facts.get(id);
      const option = fact?.options?.find((candidate) => candidate.value === value);
      const plain = typeof value === 'boolean' ? (value ? 'Ya' : 'Tidak') : String(value);
      return `${fact?.label ?? id}: ${option?.label ?? plain}`;
    })
    .join('; ');

const readBy = (step: Step): readonly string[] =>
  step.outcomes.flatMap(({ when }) => (when ? factsIn(when) : []));

const offeredWith = (step: Step, facts: FactValues): readonly Outcome[] =>
  step.outcomes.filter(({ when }) => holds(when, facts));

/** What stands back for another one that is offered is never chosen together with it. */
const besides = (offered: readonly Outcome[]): readonly Outcome[] =>
  offered.filter(({ insteadOf }) => !offered.some(({ id }) => id === insteadOf));

const choices = (index: ProcessIndex, step: Step): readonly Finding[] => {
  const read = readBy(step);
  const most = Math.min(mostCombinations, mostWork / Math.max(1, read.length));
  const all = combinations(index, [...new Set(read)], most);
  const cites = citedBy(step.basis);
  const place = stepPlace(step.id);
  if (!all)
    return [finding('too-large-to-prove', place, `Syarat langkah "${step.label}" terlalu banyak.`, cites)];
  const uncovered = all.find((facts) => offeredWith(step, facts).length === 0);
  const contested =
    step.kind === 'route' && all.find((facts) => besides(offeredWith(step, facts)).length > 1);
  return [
    ...(uncovered
      ? [
          finding(
            'outcomes-uncovered',
            place,
            `Langkah "${step.label}" tidak punya hasil untuk keadaan: ${inWords(index, uncovered)}.`,
            cites,
          ),
        ]
      : []),
    ...(contested
      ? [
          finding(
            'outcomes-overlap',
            place,
            `Langkah "${step.label}" cocok dengan lebih dari satu cabang (${offeredWith(step, contested)
              .map(({ label }) => label)
              .join(', ')}) untuk keadaan: ${inWords(index, contested) || 'apa pun'}.`,
            cites,
          ),
        ]
      : []),
  ];
};

const shape = (step: Step): readonly Finding[] => {
  const cites = citedBy(step.basis);
  if (step.kind === 'subcase') return [];
  if (step.kind !== 'route') {
    return step.role === undefined
      ? [
          finding(
            'task-malformed',
            stepPlace(step.id),
            `Langkah "${step.label}" tidak menyebut peran.`,
            cites,
          ),
        ]
      : [];
  }
  const works =
    step.role !== undefined ||
    step.form !== undefined ||
    step.evidence !== undefined ||
    step.review !== undefined ||
    step.delegates !== undefined ||
    step.enteredBy !== undefined ||
    step.outcomes.some(({ note, missing, asks }) => note === 'required' || missing || asks);
  return works
    ? [
        finding(
          'route-malformed',
          stepPlace(step.id),
          `Cabang "${step.label}" meminta pekerjaan orang.`,
          cites,
        ),
      ]
    : [];
};

const replacements = (step: Step): readonly Finding[] =>
  step.outcomes.flatMap(({ id, label, insteadOf, basis }) => {
    const replaced = step.outcomes.find((other) => other.id === insteadOf);
    return replaced && (replaced.id === id || replaced.atMost === undefined)
      ? [
          finding(
            'outcome-never-offered',
            outcomePlace(step.id, id),
            `Hasil "${label}" menunggu "${replaced.label}" habis, padahal itu tidak pernah habis.`,
            citedBy(basis),
          ),
        ]
      : [];
  });

/** Returned without a word on what is missing: the applicant would have to guess. A form of its own asks by itself. */
const returns = (index: ProcessIndex, step: Step): readonly Finding[] => {
  const supplied = new Set(
    index.process.steps
      .filter(({ kind, form }) => kind === 'supply' && form === undefined)
      .flatMap(({ after }) => after),
  );
  return step.outcomes
    .filter(
      ({ tone, to, missing }) => tone === 'return' && !missing && to.some((place) => supplied.has(place)),
    )
    .map(({ id, label, basis }) =>
      finding(
        'return-names-nothing',
        outcomePlace(step.id, id),
        `Hasil "${label}" mengembalikan berkas tanpa menyebut apa yang kurang.`,
        citedBy(basis),
      ),
    );
};

export const checkOutcomes = ({ process }: Standard): readonly Finding[] => {
  const index = indexOf(process);
  return process.steps.flatMap((step) => [
    ...shape(step),
    ...(step.kind === 'subcase' ? [] : choices(index, step)),
    ...replacements(step),
    ...returns(index, step),
  ]);
};
