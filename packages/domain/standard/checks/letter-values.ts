// What a letter says is known when it is frozen: answered on every way there, or printed only where it is.

import { conditionsOnLetter, templateTexts } from '../../letter/template-parts.ts';
import { parseTemplateText } from '../../letter/template-text.ts';
import { factsIn } from '../../process/conditions.ts';
import { limitFor } from '../../process/explore-limit.ts';
import { indexOf, type ProcessIndex } from '../../process/process-index.ts';
import { stateGraph } from '../../process/state-graph.ts';
import { answeredAfter } from '../../process/told-facts.ts';
import type { Condition } from '../conditions.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy } from '../lookup.ts';
import type { Product } from '../product.ts';
import type { Standard } from '../standard.ts';
import type { Outcome, Step } from '../step.ts';
import { toldStory } from './told.ts';

/** A condition that cannot hold while the fact is unknown. */
const implies = (condition: Condition, fact: string): boolean => {
  if ('all' in condition) return condition.all.some((part) => implies(part, fact));
  if ('any' in condition) return condition.any.every((part) => implies(part, fact));
  if ('known' in condition) return condition.known === fact;
  return 'fact' in condition && condition.fact === fact;
};

const said = ({ letter }: Product): readonly string[] =>
  (letter ? templateTexts(letter) : []).flatMap(({ text, when }) => {
    const parsed = parseTemplateText(text);
    const facts = (parsed.ok ? parsed.value : []).flatMap((part) =>
      part.kind === 'fact' ? [part.fact] : [],
    );
    return facts.filter((fact) => !when.some((condition) => implies(condition, fact)));
  });

const placeOf = ({ id }: Product): string => `process.products.${id}.letter`;

interface Freezing {
  readonly product: Product;
  readonly step: Step;
  readonly outcome: Outcome;
}

const freezings = ({ process, products }: ProcessIndex): readonly Freezing[] =>
  process.steps.flatMap((step) =>
    step.outcomes.flatMap((outcome) =>
      (outcome.effects ?? []).flatMap((effect) => {
        const product = 'freeze' in effect ? products.get(effect.freeze) : undefined;
        return product?.letter ? [{ product, step, outcome }] : [];
      }),
    ),
  );

/** Walked on its own, with what is in doubt told apart: few letters have anything in doubt. */
const walked = ({ process }: Standard, doubtful: readonly string[]): readonly Finding[] => {
  const index = indexOf(process);
  const guards = process.products.flatMap(({ letter }) => (letter ? conditionsOnLetter(letter) : []));
  const apart = [...new Set([...doubtful, ...guards.flatMap(factsIn)])];
  const graph = stateGraph(process, Math.min(limitFor(process), 4_000), apart);
  const blanks = new Map<string, Finding>();
  for (const { what, story } of graph.sightings.of('letter')) {
    const { fault, product, fact = '' } = what;
    const key = `${product} ${fact}`;
    const letter = index.products.get(product);
    if (fault !== 'blank' || !letter || !doubtful.includes(fact) || blanks.has(key)) continue;
    const label = index.facts.get(fact)?.label ?? fact;
    const message = `"${letter.label}" memuat "${label}", yang dapat belum diketahui saat surat dibekukan: ${toldStory(process, story)}.`;
    blanks.set(key, finding('letter-value-unknown', placeOf(letter), message, citedBy(letter.basis)));
  }
  if (graph.complete) return [...blanks.values()];
  // Too many ways to walk them all: what is in doubt is told, and not that it is known.
  for (const letter of process.products) {
    for (const fact of new Set(said(letter))) {
      const key = `${letter.id} ${fact}`;
      if (!doubtful.includes(fact) || blanks.has(key)) continue;
      const label = index.facts.get(fact)?.label ?? fact;
      const message = `"${letter.label}" memuat "${label}", yang tidak wajib dijawab di setiap jalur.`;
      blanks.set(key, finding('letter-value-unknown', placeOf(letter), message, citedBy(letter.basis)));
    }
  }
  return [...blanks.values()];
};

export const checkLetterValues = (standard: Standard): readonly Finding[] => {
  const index = indexOf(standard.process);
  const answered = answeredAfter(index);
  const doubtful = new Set<string>();
  for (const { product, step, outcome } of freezings(index)) {
    const sure = answered(step, outcome);
    for (const fact of said(product)) if (!sure.has(fact)) doubtful.add(fact);
  }
  return doubtful.size === 0 ? [] : walked(standard, [...doubtful]);
};
