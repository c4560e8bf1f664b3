// Tiers of a review: each works on a draft that was written, gives it back with a note, and signs last.
import { indexOf, type ProcessIndex } from '../../process/process-index.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy, outcomePlace, stepPlace } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';
import type { Step } from '../step.ts';

type Onward = ReadonlyMap<string, readonly Step[]>;

/** Steps by the places they wait for. */
const onwardFrom = ({ steps }: Process): Onward => {
  const found = new Map<string, Step[]>();
  for (const step of steps) {
    for (const place of step.after) {
      const others = found.get(place);
      if (others) others.push(step);
      else found.set(place, [step]);
    }
  }
  return found;
};

/** Steps that may come after this one without the draft being written anew. */
const stepsAfter = (onward: Onward, start: Step, draft: string): ReadonlySet<string> => {
  const reached = new Set<string>();
  const open = [start];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const places = step.outcomes.filter(({ tone }) => tone !== 'return').flatMap(({ to }) => to);
    for (const next of places.flatMap((place) => onward.get(place) ?? [])) {
      if (next.id === draft || reached.has(next.id)) continue;
      reached.add(next.id);
      open.push(next);
    }
  }
  return reached;
};

const shape = (onward: Onward, tier: Step, draft: Step | undefined): string | undefined => {
  if (tier.kind !== 'task') return 'memeriksa konsep, tetapi bukan pekerjaan seseorang';
  if (!draft) return undefined;
  if (draft.id === tier.id) return 'memeriksa konsepnya sendiri';
  if (draft.kind !== 'task' || draft.review) return `memeriksa "${draft.label}", yang tidak menulis konsep`;
  return stepsAfter(onward, draft, '').has(tier.id) ? undefined : `tidak berada setelah "${draft.label}"`;
};

const returns = (tier: Step, draft: Step | undefined): readonly Finding[] =>
  tier.outcomes
    .filter(({ tone }) => tone === 'return')
    .flatMap(({ id, label, note, to, basis }) => [
      ...(note === 'required'
        ? []
        : [
            finding(
              'return-without-note',
              outcomePlace(tier.id, id),
              `"${label}" mengembalikan konsep tanpa mewajibkan catatan.`,
              citedBy(basis),
            ),
          ]),
      ...(!draft || draft.after.every((place) => to.includes(place))
        ? []
        : [
            finding(
              'return-elsewhere',
              outcomePlace(tier.id, id),
              `"${label}" tidak kembali ke "${draft.label}".`,
              citedBy(basis),
            ),
          ]),
    ]);

const signedTooEarly = (index: ProcessIndex, onward: Onward, tier: Step): readonly Finding[] => {
  const { review } = tier;
  if (review?.verb !== 'sign') return [];
  const after = stepsAfter(onward, tier, review.draft);
  const later = index.process.steps.filter(
    (step) => after.has(step.id) && step.review?.draft === review.draft && step.review.verb !== 'sign',
  );
  return later.map(({ label }) =>
    finding(
      'review-out-of-order',
      stepPlace(tier.id),
      `"${tier.label}" menandatangani sebelum "${label}".`,
      citedBy(tier.basis),
    ),
  );
};

const skipped = ({ id, label, review, basis }: Step): readonly Finding[] =>
  review?.verb === 'sign' && review.skip
    ? [
        finding(
          'skip-on-signing',
          stepPlace(id),
          `"${label}" dapat dilewati, padahal menandatangani.`,
          citedBy(basis),
        ),
      ]
    : [];

/** Whether a letter is signed here in the end; of what is signed on paper elsewhere we know too little. */
const signsLetter = ({ steps, products }: Process, draft: string | undefined): boolean => {
  const letters = new Set(products.filter(({ letter }) => letter).map(({ id }) => id));
  return steps.some(
    ({ review, outcomes }) =>
      review?.verb === 'sign' &&
      review.draft === draft &&
      outcomes.some(({ effects = [] }) =>
        effects.some((effect) => 'issue' in effect && letters.has(effect.issue)),
      ),
  );
};

/** Who stands in here has passed the draft on before, in an earlier tier. */
const seenBefore = ({ process, roles }: ProcessIndex, onward: Onward, tier: Step): readonly Finding[] =>
  (signsLetter(process, tier.review?.draft) ? (tier.delegates ?? []) : []).flatMap(({ role }) => {
    const earlier = process.steps.filter(
      (step) =>
        step.role === role &&
        step.review?.draft === tier.review?.draft &&
        !tier.notBy?.includes(step.id) &&
        stepsAfter(onward, step, tier.review?.draft ?? '').has(tier.id),
    );
    return earlier.map((step) =>
      finding(
        'delegate-reviewed-before',
        stepPlace(tier.id),
        `"${roles.get(role)?.label ?? role}" dapat mengerjakan "${step.label}", lalu menggantikan pada "${tier.label}".`,
        citedBy(tier.basis),
      ),
    );
  });

const ofTier = (index: ProcessIndex, onward: Onward, tier: Step): readonly Finding[] => {
  if (!tier.review) return [];
  const draft = index.steps.get(tier.review.draft);
  const wrong = shape(onward, tier, draft);
  if (wrong !== undefined) {
    return [
      finding('review-malformed', stepPlace(tier.id), `"${tier.label}" ${wrong}.`, citedBy(tier.basis)),
    ];
  }
  return [
    ...returns(tier, draft),
    ...signedTooEarly(index, onward, tier),
    ...skipped(tier),
    ...seenBefore(index, onward, tier),
  ];
};

export const checkReviews = ({ process }: Standard): readonly Finding[] => {
  const index = indexOf(process);
  const onward = onwardFrom(process);
  return process.steps.flatMap((step) => ofTier(index, onward, step));
};
