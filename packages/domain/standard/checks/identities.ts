// Names must be unique among their kind.
import { type Finding, finding } from '../finding.ts';
import { sentencesOf, stepPlace } from '../lookup.ts';
import type { Standard } from '../standard.ts';

const repeated = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, at) => ids.indexOf(id) !== at)),
];

const among = (place: string, ids: readonly string[]): readonly Finding[] =>
  repeated(ids).map((id) =>
    finding('duplicate-id', `${place}.${id}`, `Nama "${id}" dipakai lebih dari sekali.`),
  );

const idsOf = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

export const checkIdentities = (standard: Standard): readonly Finding[] => {
  const { process } = standard;
  const kinds = [
    'facts',
    'forms',
    'roles',
    'channels',
    'requirements',
    'steps',
    'endings',
    'interruptions',
    'timers',
    'deadlines',
    'products',
    'examples',
  ] as const;
  return [
    ...among('sources', idsOf(standard.sources)),
    ...among('readings', idsOf(standard.readings)),
    ...among(
      'components',
      standard.components.map(({ key }) => key),
    ),
    ...among(
      'components',
      sentencesOf(standard).map(({ sentence }) => sentence.id),
    ),
    ...kinds.flatMap((kind) => among(`process.${kind}`, idsOf(process[kind]))),
    ...process.steps.flatMap((step) => among(`${stepPlace(step.id)}.outcomes`, idsOf(step.outcomes))),
    ...process.steps.flatMap(({ id, lines }) =>
      among(`${stepPlace(id)}.lines`, idsOf(lines?.decisions ?? [])),
    ),
    ...among('process.suspensions', idsOf(process.suspensions ?? [])),
    ...process.requirements.flatMap(({ id, oneOf }) =>
      among(`process.requirements.${id}.oneOf`, idsOf(oneOf ?? [])),
    ),
    ...among('process.scores', idsOf(process.scores ?? [])),
    ...(process.scores ?? []).flatMap(({ id, criteria }) =>
      among(`process.scores.${id}.criteria`, idsOf(criteria)),
    ),
    ...process.products.flatMap(({ id, actions }) =>
      among(`process.products.${id}.actions`, idsOf(actions ?? [])),
    ),
    ...process.forms.flatMap((form) => [
      ...among(`process.forms.${form.id}.pages`, idsOf(form.pages)),
      ...among(
        `process.forms.${form.id}.fields`,
        form.pages.flatMap((page) => page.fields.map(({ fact }) => fact)),
      ),
    ]),
    ...process.facts.flatMap((fact) =>
      among(
        `process.facts.${fact.id}.options`,
        (fact.options ?? []).map(({ value }) => value),
      ),
    ),
  ];
};
