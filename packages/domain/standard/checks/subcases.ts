// Steps that wait for a case of another service: that one decides, and each of its endings leads somewhere.
import { type Finding, finding } from '../finding.ts';
import { citedBy, stepPlace } from '../lookup.ts';
import type { Standard } from '../standard.ts';
import type { Step } from '../step.ts';

const shape = (standard: Standard, step: Step): string | undefined => {
  const { kind, subcase, outcomes } = step;
  if (kind !== 'subcase') {
    if (subcase) return 'menyebut perkara lain, padahal bukan langkah yang membukanya';
    return outcomes.some(({ endings }) => endings)
      ? 'menyebut akhir perkara lain, padahal tidak membukanya'
      : undefined;
  }
  if (!subcase) return 'tidak menyebut layanan mana yang dibuka';
  if (subcase.service === String(standard.id)) return 'membuka perkara dari layanan ini sendiri, tanpa akhir';
  const works =
    [
      step.role,
      step.form,
      step.checks,
      step.evidence,
      step.review,
      step.delegates,
      step.enteredBy,
      step.notBy,
    ].some((own) => own !== undefined) ||
    outcomes.some(({ when, asks, missing, note }) => when || asks || missing || note === 'required');
  return works ? 'meminta pekerjaan orang, padahal perkara lain yang menentukan' : undefined;
};

const endings = ({ id, kind, label, outcomes, basis }: Step): readonly Finding[] => {
  if (kind !== 'subcase') return [];
  const place = stepPlace(id);
  const others = outcomes.filter((outcome) => outcome.endings === undefined);
  const named = outcomes.flatMap((outcome) => outcome.endings ?? []);
  const twice = named.filter((ending, at) => named.indexOf(ending) !== at);
  if (others.length === 0) {
    return [
      finding(
        'outcomes-uncovered',
        place,
        `Langkah "${label}" tidak punya hasil untuk akhir lain dari perkara itu.`,
        citedBy(basis),
      ),
    ];
  }
  if (others.length === 1 && twice.length === 0) return [];
  const where = others.length > 1 ? others.map((outcome) => outcome.label).join(', ') : twice.join(', ');
  return [
    finding(
      'outcomes-overlap',
      place,
      `Langkah "${label}" punya lebih dari satu hasil untuk akhir yang sama: ${where}.`,
      citedBy(basis),
    ),
  ];
};

export const checkSubcases = (standard: Standard): readonly Finding[] =>
  standard.process.steps.flatMap((step) => {
    const wrong = shape(standard, step);
    return wrong === undefined
      ? endings(step)
      : [
          finding(
            'subcase-malformed',
            stepPlace(step.id),
            `Langkah "${step.label}" ${wrong}.`,
            citedBy(step.basis),
          ),
        ];
  });
