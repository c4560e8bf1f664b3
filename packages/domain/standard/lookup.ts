// Finders over a standard: sentences by id, and every element of the process with its place and its basis.
import { conditionsOnLetter } from '../letter/template-parts.ts';
import type { Basis } from './basis.ts';
import type { Component, Sentence } from './components.ts';
import type { Condition } from './conditions.ts';
import type { Process } from './process.ts';
import type { Standard } from './standard.ts';
import type { Effect } from './step.ts';

export interface PlacedSentence {
  readonly sentence: Sentence;
  readonly component: Component;
  readonly place: string;
}

/** All sentences, also those of other published documents that are kept but not followed. */
export const sentencesOf = (standard: Standard): readonly PlacedSentence[] =>
  standard.components.flatMap((component) =>
    [...component.sentences, ...(component.alternates ?? [])].map((sentence) => ({
      sentence,
      component,
      place: `components.${component.key}.${sentence.id}`,
    })),
  );

export const findSentence = (standard: Standard, id: string): Sentence | undefined =>
  sentencesOf(standard).find(({ sentence }) => sentence.id === id)?.sentence;

/** Sentences a basis names, cited or interpreted. */
export const citedBy = (basis: Basis): readonly string[] => basis.cites ?? [];

export interface Element {
  /** `process.steps.registration.outcomes.return`. */
  readonly place: string;
  readonly id: string;
  readonly basis: Basis;
}

const listed = <T extends { readonly id: string; readonly basis: Basis }>(
  kind: string,
  items: readonly T[],
): readonly Element[] => items.map(({ id, basis }) => ({ place: `process.${kind}.${id}`, id, basis }));

export const stepPlace = (step: string): string => `process.steps.${step}`;

export const outcomePlace = (step: string, outcome: string): string =>
  `${stepPlace(step)}.outcomes.${outcome}`;

/** Everything in a process that must say where it comes from. */
export const elementsOf = (process: Process): readonly Element[] => [
  ...listed('facts', process.facts),
  ...listed('roles', process.roles),
  ...listed('channels', process.channels),
  ...listed('requirements', process.requirements),
  ...listed('steps', process.steps),
  ...process.steps.flatMap((step) =>
    step.outcomes.map(({ id, basis }) => ({ place: outcomePlace(step.id, id), id, basis })),
  ),
  ...process.steps.flatMap(({ id, lines }) => listed(`steps.${id}.lines`, lines?.decisions ?? [])),
  ...(process.lines ? [{ place: 'process.lines', id: 'lines', basis: process.lines.basis }] : []),
  ...listed('endings', process.endings),
  ...listed('interruptions', process.interruptions),
  ...listed('timers', process.timers),
  ...listed('suspensions', process.suspensions ?? []),
  ...listed('deadlines', process.deadlines),
  ...listed('products', process.products),
  ...process.products.flatMap(({ id, actions }) => listed(`products.${id}.actions`, actions ?? [])),
  ...listed('scores', process.scores ?? []),
];

export interface PlacedCondition {
  readonly place: string;
  readonly condition: Condition;
  readonly cites: readonly string[];
}

/** Every condition of a process with the place it stands at. */
export const conditionsOf = (process: Process): readonly PlacedCondition[] => {
  const placed = (place: string, condition: Condition | undefined, basis?: Basis): PlacedCondition[] =>
    condition === undefined ? [] : [{ place, condition, cites: basis ? citedBy(basis) : [] }];
  return [
    ...process.forms.flatMap((form) =>
      form.pages.flatMap((page) =>
        page.fields.flatMap(({ fact, when }) =>
          placed(`process.forms.${form.id}.pages.${page.id}.fields.${fact}`, when),
        ),
      ),
    ),
    ...process.requirements.flatMap(({ id, when, basis }) =>
      placed(`process.requirements.${id}`, when, basis),
    ),
    ...process.steps.flatMap((step) =>
      step.outcomes.flatMap(({ id, when, basis }) => placed(outcomePlace(step.id, id), when, basis)),
    ),
    ...process.deadlines.flatMap(({ id, when, basis }) => placed(`process.deadlines.${id}`, when, basis)),
    ...process.products.flatMap(({ id, letter, basis }) =>
      letter
        ? conditionsOnLetter(letter).flatMap((when) => placed(`process.products.${id}.letter`, when, basis))
        : [],
    ),
  ];
};

export interface PlacedEffect {
  readonly place: string;
  readonly effect: Effect;
  readonly cites: readonly string[];
}

/** Every effect on a product with the place it stands at. */
export const effectsOf = (process: Process): readonly PlacedEffect[] => {
  const placed = (place: string, effects: readonly Effect[] | undefined, basis: Basis): PlacedEffect[] =>
    (effects ?? []).map((effect) => ({ place, effect, cites: citedBy(basis) }));
  return [
    ...process.steps.flatMap((step) =>
      step.outcomes.flatMap(({ id, effects, basis }) => placed(outcomePlace(step.id, id), effects, basis)),
    ),
    ...process.interruptions.flatMap(({ id, effects, basis }) =>
      placed(`process.interruptions.${id}`, effects, basis),
    ),
    ...process.timers.flatMap(({ id, effects, basis }) => placed(`process.timers.${id}`, effects, basis)),
  ];
};
