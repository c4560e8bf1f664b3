// What is used must have been asked before. Names in lists are lenient: the first known one is shown.
import { statements } from '../../process/conditions.ts';
import { explorableFields } from '../../process/live-facts.ts';
import { fieldsOf, indexOf, type ProcessIndex } from '../../process/process-index.ts';
import { type ToldFacts, toldFacts } from '../../process/told-facts.ts';
import type { Condition } from '../conditions.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy, outcomePlace, stepPlace } from '../lookup.ts';
import type { Standard } from '../standard.ts';
import type { Outcome, Step } from '../step.ts';
import { factsNamedOn } from './letter-mentions.ts';

interface Scene {
  readonly index: ProcessIndex;
  readonly told: ToldFacts;
}

/** Facts whose value is looked at; asking whether one is known at all may come at any time. */
const lookedAt = (condition: Condition | undefined): readonly string[] =>
  condition === undefined
    ? []
    : [...new Set(statements(condition).flatMap((part) => ('fact' in part ? [part.fact] : [])))];

const named = ({ index }: Scene, facts: readonly string[]): string =>
  facts.map((fact) => `"${index.facts.get(fact)?.label ?? fact}"`).join(', ');

const early = (
  scene: Scene,
  place: string,
  facts: readonly string[],
  what: string,
  cites: readonly string[],
) =>
  facts.length === 0
    ? []
    : [
        finding(
          'fact-before-known',
          place,
          `${what} memakai ${named(scene, facts)}, yang belum pernah ditanyakan sebelumnya.`,
          cites,
        ),
      ];

const perhaps = (
  scene: Scene,
  place: string,
  facts: readonly string[],
  what: string,
  cites: readonly string[],
) =>
  facts.length === 0
    ? []
    : [
        finding(
          'fact-maybe-unknown',
          place,
          `${what} memakai ${named(scene, facts)}, yang pada sebagian jalur tidak ditanyakan.`,
          cites,
        ),
      ];

const formOf = ({ index }: Scene, step: Step): readonly string[] =>
  explorableFields(index, step).map(({ fact }) => fact);

const inConditions = (scene: Scene, step: Step): readonly Finding[] => {
  const known = new Set([...scene.told.somewhere(step.after), ...formOf(scene, step)]);
  return step.outcomes.flatMap(({ id, label, when, basis }) => {
    const unknown = lookedAt(when).filter((fact) => !known.has(fact));
    return early(scene, outcomePlace(step.id, id), unknown, `Syarat "${label}"`, citedBy(basis));
  });
};

const inCarries = (scene: Scene, step: Step): readonly Finding[] => {
  const carried = [...new Set(Object.values(step.subcase?.carries ?? {}))];
  const some = scene.told.somewhere(step.after);
  const every = scene.told.everywhere(step.after);
  const never = carried.filter((fact) => !some.has(fact));
  const sometimes = carried.filter((fact) => some.has(fact) && !every.has(fact));
  const what = `Perkara yang dibuka "${step.label}"`;
  return [
    ...early(scene, stepPlace(step.id), never, what, citedBy(step.basis)),
    ...perhaps(scene, stepPlace(step.id), sometimes, what, citedBy(step.basis)),
  ];
};

/** Of these at least one must be known: whoever holds the product would be nobody otherwise. */
const holders = (scene: Scene, step: Step, outcome: Outcome): readonly Finding[] => {
  const form = formOf(scene, step);
  const some = new Set([...scene.told.somewhere(step.after), ...form]);
  const every = new Set([...scene.told.everywhere(step.after), ...form]);
  const place = outcomePlace(step.id, outcome.id);
  const issued = (outcome.effects ?? []).flatMap((effect) => ('issue' in effect ? [effect.issue] : []));
  return issued.flatMap((id) => {
    const product = scene.index.products.get(id);
    if (!product) return [];
    const what = `Penerbitan "${product.label}"`;
    const cites = citedBy(outcome.basis);
    const lines = (product.card?.lines ?? []).filter((fact) => !some.has(fact));
    const groups = [product.exclusive?.by ?? [], product.card?.holder ?? []].filter(
      ({ length }) => length > 0,
    );
    return [
      ...early(scene, place, lines, what, cites),
      ...groups.flatMap((facts) => {
        if (!facts.some((fact) => some.has(fact))) return early(scene, place, facts, what, cites);
        return facts.some((fact) => every.has(fact)) ? [] : perhaps(scene, place, facts, what, cites);
      }),
    ];
  });
};

/** A letter is frozen with what was told until then; what is told on some ways only is found by walking them. */
const onLetters = (scene: Scene, step: Step, outcome: Outcome): readonly Finding[] => {
  const some = new Set([...scene.told.somewhere(step.after), ...formOf(scene, step)]);
  return (outcome.effects ?? []).flatMap((effect) => {
    const product = 'freeze' in effect ? scene.index.products.get(effect.freeze) : undefined;
    if (!product?.letter) return [];
    const unknown = [...new Set(factsNamedOn(product.letter))].filter((fact) => !some.has(fact));
    const place = `process.products.${product.id}.letter`;
    return early(scene, place, unknown, `Surat "${product.label}"`, citedBy(product.basis));
  });
};

/** Facts that some form in use asks, or a sub-case feeds. */
const askedAtAll = ({ index }: Scene): ReadonlySet<string> => {
  const { channels, steps } = index.process;
  const forms = [...channels.map(({ form }) => form), ...steps.map(({ form }) => form)];
  return new Set([
    ...forms.flatMap((form) => fieldsOf(index, form).map(({ fact }) => fact)),
    ...steps.flatMap(({ subcase }) => Object.keys(subcase?.feeds ?? {})),
  ]);
};

const inDeadlines = (scene: Scene): readonly Finding[] => {
  const asked = askedAtAll(scene);
  return scene.index.process.deadlines.flatMap(({ id, label, when, duration, basis }) => {
    const read = [...lookedAt(when), ...(duration.unit === 'agreed' ? [duration.fact] : [])];
    const unknown = read.filter((fact) => !asked.has(fact));
    return early(scene, `process.deadlines.${id}`, unknown, `"${label}"`, citedBy(basis));
  });
};

/** What the next case begins with. */
const inOpenings = (scene: Scene): readonly Finding[] =>
  scene.index.process.endings.flatMap(({ id, label, after, opens, basis }) => {
    const some = scene.told.somewhere(after);
    const unknown = Object.values(opens?.carries ?? {}).filter((fact) => !some.has(fact));
    return early(scene, `process.endings.${id}`, [...new Set(unknown)], `"${label}"`, citedBy(basis));
  });

const inForms = (scene: Scene): readonly Finding[] => {
  const { forms, channels, steps } = scene.index.process;
  return forms.flatMap((form) => {
    const fields = form.pages.flatMap((page) => page.fields);
    const own = fields.map(({ fact }) => fact);
    const before = new Set([
      ...channels.filter((channel) => channel.form === form.id).flatMap(({ about }) => about?.carries ?? []),
      ...steps
        .filter((step) => step.form === form.id)
        .flatMap((step) => [...scene.told.somewhere(step.after)]),
      ...own,
    ]);
    return [
      ...fields.flatMap(({ fact, when }) =>
        early(
          scene,
          `process.forms.${form.id}.fields.${fact}`,
          lookedAt(when).filter((read) => !before.has(read)),
          `Pertanyaan ${named(scene, [fact])}`,
          [],
        ),
      ),
      ...(form.atLeastOne ?? []).flatMap((group) => {
        const unasked = group.filter((fact) => !own.includes(fact));
        return unasked.length === 0
          ? []
          : [
              finding(
                'group-unasked',
                `process.forms.${form.id}`,
                `Dari kelompok yang wajib diisi salah satu, ${named(scene, unasked)} tidak ditanyakan.`,
              ),
            ];
      }),
    ];
  });
};

export const checkKnownFacts = ({ process }: Standard): readonly Finding[] => {
  const index = indexOf(process);
  const scene = { index, told: toldFacts(index) };
  return [
    ...process.steps
      .filter(({ after }) => scene.told.reaches(after))
      .flatMap((step) => [
        ...inConditions(scene, step),
        ...inCarries(scene, step),
        ...step.outcomes.flatMap((outcome) => holders(scene, step, outcome)),
        ...step.outcomes.flatMap((outcome) => onLetters(scene, step, outcome)),
      ]),
    ...inDeadlines(scene),
    ...inOpenings(scene),
    ...inForms(scene),
  ];
};
