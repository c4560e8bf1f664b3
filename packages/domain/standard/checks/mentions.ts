// Every name a process mentions, and every name it has.

import { takenKey } from '../../process/automatic.ts';
import { factsIn } from '../../process/conditions.ts';
import { productOf } from '../../process/effects.ts';
import type { Trigger } from '../deadline.ts';
import { conditionsOf, effectsOf, outcomePlace, stepPlace } from '../lookup.ts';
import type { Process } from '../process.ts';
import { statementsOf } from '../scores.ts';
import { factsNamedOn, stepsNamedOn } from './letter-mentions.ts';

export type Kind =
  | 'facts'
  | 'forms'
  | 'roles'
  | 'channels'
  | 'requirements'
  | 'steps'
  | 'outcomes'
  | 'endings'
  | 'interruptions'
  | 'timers'
  | 'suspensions'
  | 'deadlines'
  | 'products'
  | 'actions'
  | 'places';

export interface Mention {
  /** Where it is mentioned. */
  readonly place: string;
  readonly kind: Kind;
  /** `<step>:<outcome>` for outcomes. */
  readonly id: string;
}

const mention = (place: string, kind: Kind, ids: readonly (string | undefined)[]): readonly Mention[] =>
  ids.flatMap((id) => (id === undefined ? [] : [{ place, kind, id }]));

const bySteps = ({ steps }: Process): readonly Mention[] =>
  steps.flatMap((step) => [
    ...mention(stepPlace(step.id), 'roles', [step.role, step.coordinator, step.enteredBy]),
    ...mention(
      stepPlace(step.id),
      'roles',
      (step.delegates ?? []).map(({ role }) => role),
    ),
    ...mention(stepPlace(step.id), 'steps', [step.review?.draft]),
    ...mention(stepPlace(step.id), 'facts', [
      ...Object.values(step.subcase?.carries ?? {}),
      ...Object.keys(step.subcase?.feeds ?? {}),
    ]),
    ...mention(stepPlace(step.id), 'forms', [step.form]),
    ...mention(stepPlace(step.id), 'requirements', [...(step.checks ?? []), ...(step.evidence ?? [])]),
    ...mention(stepPlace(step.id), 'forms', step.shows ?? []),
    ...mention(stepPlace(step.id), 'steps', step.notBy ?? []),
    ...step.outcomes.flatMap(({ id, asks, insteadOf }) => [
      ...mention(outcomePlace(step.id, id), 'facts', asks ?? []),
      ...mention(outcomePlace(step.id, id), 'outcomes', [insteadOf && takenKey(step.id, insteadOf)]),
    ]),
  ]);

const byForms = ({ forms }: Process): readonly Mention[] =>
  forms.flatMap((form) => [
    ...mention(`process.forms.${form.id}`, 'facts', (form.atLeastOne ?? []).flat()),
    ...form.pages.flatMap(({ id, fields }) =>
      mention(
        `process.forms.${form.id}.pages.${id}`,
        'facts',
        fields.map(({ fact }) => fact),
      ),
    ),
  ]);

const byDeadlines = ({ deadlines }: Process): readonly Mention[] =>
  deadlines.flatMap(({ id, starts, stops, pausedWhile, channels, duration, bound, within, extension }) => {
    const place = `process.deadlines.${id}`;
    const byTrigger = (trigger: Trigger): readonly Mention[] => {
      if ('issued' in trigger) return mention(place, 'products', [trigger.issued]);
      return 'step' in trigger ? mention(place, 'outcomes', [takenKey(trigger.step, trigger.outcome)]) : [];
    };
    return [
      ...[starts, ...stops].flatMap(byTrigger),
      ...mention(place, 'places', pausedWhile ?? []),
      ...mention(place, 'channels', channels ?? []),
      ...mention(place, 'facts', duration.unit === 'agreed' ? [duration.fact] : []),
      ...mention(place, 'deadlines', [bound, within]),
      ...mention(place, 'roles', [extension?.role]),
    ];
  });

const byExamples = ({ examples }: Process): readonly Mention[] =>
  examples.flatMap(({ id, channel, facts, turns, ending, products, promises }) => {
    const place = `process.examples.${id}`;
    return [
      ...mention(place, 'channels', [channel]),
      ...mention(place, 'facts', Object.keys(facts)),
      ...mention(place, 'endings', [ending]),
      ...mention(place, 'products', Object.keys(products ?? {})),
      ...mention(place, 'deadlines', Object.keys(promises ?? {})),
      ...turns.flatMap((turn) => {
        if ('interruption' in turn) return mention(place, 'interruptions', [turn.interruption]);
        if ('timer' in turn) return mention(place, 'timers', [turn.timer]);
        if ('suspend' in turn) return mention(place, 'suspensions', [turn.suspend]);
        if ('extend' in turn) return mention(place, 'deadlines', [turn.extend]);
        if ('resume' in turn) return [];
        if ('decide' in turn) return mention(place, 'steps', [turn.decide]);
        if ('line' in turn) return mention(place, 'outcomes', [takenKey(turn.line, turn.outcome)]);
        if ('subcase' in turn) {
          return [
            ...mention(place, 'steps', [turn.subcase]),
            ...mention(place, 'facts', Object.keys(turn.facts ?? {})),
          ];
        }
        return [
          ...mention(place, 'outcomes', [takenKey(turn.step, turn.outcome)]),
          ...mention(place, 'roles', [turn.as]),
          ...mention(place, 'facts', Object.keys(turn.facts ?? {})),
        ];
      }),
    ];
  });

const byChannels = ({ channels }: Process): readonly Mention[] =>
  channels.flatMap(({ id, form, requirements, about }) => {
    const place = `process.channels.${id}`;
    return [
      ...mention(place, 'forms', [form]),
      ...mention(place, 'requirements', requirements),
      ...mention(place, 'endings', about?.endings ?? []),
      ...mention(place, 'actions', about?.changes ?? []),
      ...mention(place, 'facts', about?.carries ?? []),
    ];
  });

const byProducts = ({ products }: Process): readonly Mention[] =>
  products.flatMap(({ id, exclusive, card, letter, actions = [] }) => {
    const place = `process.products.${id}`;
    return [
      ...mention(place, 'facts', [...(exclusive?.by ?? []), ...(card?.holder ?? []), ...(card?.lines ?? [])]),
      ...mention(place, 'facts', letter ? factsNamedOn(letter) : []),
      ...mention(place, 'steps', letter ? stepsNamedOn(letter) : []),
      ...actions.flatMap((action) => mention(`${place}.actions.${action.id}`, 'roles', [action.role])),
    ];
  });

const byScores = ({ scores = [] }: Process): readonly Mention[] =>
  scores.flatMap(({ id, form, criteria }) => {
    const place = `process.scores.${id}`;
    const facts = criteria.flatMap(({ when }) =>
      statementsOf(when).flatMap((statement) => [
        statement.fact,
        'per' in statement ? statement.per : undefined,
      ]),
    );
    return [...mention(place, 'forms', [form]), ...mention(place, 'facts', facts)];
  });

const byRest = (process: Process): readonly Mention[] => [
  ...mention('process.display', 'facts', process.display ?? []),
  ...mention('process.identity', 'facts', process.identity?.facts ?? []),
  ...mention('process.identity', 'roles', process.identity?.seenBy ?? []),
  ...mention('process.confidential', 'roles', process.confidential?.seenBy ?? []),
  ...(process.suspensions ?? []).flatMap(({ id, role }) =>
    mention(`process.suspensions.${id}`, 'roles', [role]),
  ),
  ...mention('process.area', 'facts', [process.area]),
  ...process.facts.flatMap(({ id, datedBy }) => mention(`process.facts.${id}`, 'facts', [datedBy])),
  ...process.interruptions.flatMap(({ id, role }) => mention(`process.interruptions.${id}`, 'roles', [role])),
  ...process.endings.flatMap(({ id, opens }) =>
    mention(`process.endings.${id}`, 'facts', Object.values(opens?.carries ?? {})),
  ),
  ...process.timers.flatMap((timer) => mention(`process.timers.${timer.id}`, 'places', [timer.while])),
  ...conditionsOf(process).flatMap(({ place, condition }) => mention(place, 'facts', factsIn(condition))),
  ...effectsOf(process).flatMap(({ place, effect }) => mention(place, 'products', [productOf(effect)])),
];

export const mentionsOf = (process: Process): readonly Mention[] => [
  ...bySteps(process),
  ...byForms(process),
  ...byDeadlines(process),
  ...byExamples(process),
  ...byChannels(process),
  ...byProducts(process),
  ...byScores(process),
  ...byRest(process),
];

const ids = (items: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(items.map(({ id }) => id));

/** Places that something marks; a clock on any other place would never run. */
const markedPlaces = ({ steps, channels, timers, interruptions }: Process): ReadonlySet<string> =>
  new Set([
    ...channels.map(({ opens }) => opens),
    ...steps.flatMap(({ outcomes }) => outcomes.flatMap(({ to }) => to)),
    ...timers.flatMap(({ to }) => to),
    ...interruptions.flatMap(({ to }) => to),
  ]);

export const namesOf = (process: Process): Readonly<Record<Kind, ReadonlySet<string>>> => ({
  facts: ids(process.facts),
  forms: ids(process.forms),
  roles: ids(process.roles),
  channels: ids(process.channels),
  requirements: ids(process.requirements),
  steps: ids(process.steps),
  outcomes: new Set(
    process.steps.flatMap((step) => step.outcomes.map((outcome) => takenKey(step.id, outcome.id))),
  ),
  endings: ids(process.endings),
  interruptions: ids(process.interruptions),
  timers: ids(process.timers),
  suspensions: ids(process.suspensions ?? []),
  deadlines: ids(process.deadlines),
  products: ids(process.products),
  actions: ids(process.products.flatMap(({ actions }) => actions ?? [])),
  places: markedPlaces(process),
});
