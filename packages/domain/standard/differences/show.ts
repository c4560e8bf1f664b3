// Values of a standard as people read them. Whatever does not have the expected form is shown as it is.
import { plainDateInWords } from '../../deadline/dates-in-words.ts';
import { durationInWords } from '../../deadline/durations-in-words.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { conditionInWords } from '../condition-in-words.ts';
import { Condition } from '../conditions.ts';
import { Trigger } from '../deadline.ts';
import { Term } from '../duration.ts';
import { Criterion } from '../scores.ts';
import type { Standard } from '../standard.ts';
import { Effect } from '../step.ts';
import { triggerInWords } from '../trigger-in-words.ts';
import type { Show } from './compare.ts';
import { criterionInWords } from './criterion-in-words.ts';

export const quote = (text: string): string => `“${text}”`;

export const asText: Show = (value) => (typeof value === 'string' ? quote(value) : canonicalJson(value));

/** Texts that need no quotes. */
export const bare: Show = (value) => (typeof value === 'string' ? value : canonicalJson(value));

export const asWord =
  (words: Readonly<Record<string, string>>): Show =>
  (value, standard) =>
    words[String(value)] ?? bare(value, standard);

export const yesOrNo = asWord({ true: 'ya', false: 'tidak' });

export const asDate: Show = (value, standard) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    ? plainDateInWords(value)
    : bare(value, standard);

export const asTerm: Show = (value, standard) => {
  const term = Term.safeParse(value);
  if (!term.success) return bare(value, standard);
  const { data } = term;
  if (data.unit !== 'agreed') return durationInWords(data);
  const most = data.atMost ? `, paling lama ${durationInWords(data.atMost)}` : '';
  return `${durationInWords(data)} (${naming('facts')(data.fact, standard)})${most}`;
};

export const asCondition: Show = (value, standard) => {
  const condition = Condition.safeParse(value);
  return condition.success ? conditionInWords(standard.process.facts, condition.data) : bare(value, standard);
};

export const asCriterion: Show = (value, standard) => {
  const criterion = Criterion.safeParse(value);
  return criterion.success ? criterionInWords(standard.process.facts, criterion.data) : bare(value, standard);
};

/** "a = 1, b = 2": what an example tells, by name. */
export const asPairs: Show = (value, standard) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
        .map(([name, told]: [string, unknown]) => `${name} = ${bare(told, standard)}`)
        .join(', ') || 'tidak ada'
    : bare(value, standard);

export const asTrigger: Show = (value, standard) => {
  const trigger = Trigger.safeParse(value);
  return trigger.success ? triggerInWords(standard.process, trigger.data) : bare(value, standard);
};

const named = {
  facts: (id, { process }) => process.facts.find((one) => one.id === id)?.label,
  roles: (id, { process }) => process.roles.find((one) => one.id === id)?.label,
  steps: (id, { process }) => process.steps.find((one) => one.id === id)?.label,
  forms: (id, { process }) => process.forms.find((one) => one.id === id)?.title,
  channels: (id, { process }) => process.channels.find((one) => one.id === id)?.label,
  requirements: (id, { process }) => process.requirements.find((one) => one.id === id)?.label,
  endings: (id, { process }) => process.endings.find((one) => one.id === id)?.label,
  deadlines: (id, { process }) => process.deadlines.find((one) => one.id === id)?.label,
  actions: (id, { process }) =>
    process.products.flatMap(({ actions }) => actions ?? []).find((one) => one.id === id)?.label,
  products: (id, { process }) => process.products.find((one) => one.id === id)?.label,
  sources: (id, { sources }) => sources.find((one) => one.id === id)?.title,
  readings: (id, { readings }) => readings.find((one) => one.id === id)?.statement,
  /** A place is known by what is done there. */
  places: (id, { process }) => {
    const steps = process.steps.filter(({ after }) => after.includes(id)).map(({ label }) => label);
    const endings = process.endings.filter(({ after }) => after.includes(id)).map(({ label }) => label);
    const all = [...steps, ...endings];
    return all.length === 0 ? undefined : all.join(' / ');
  },
} as const satisfies Record<string, (id: string, standard: Standard) => string | undefined>;

export const naming =
  (kind: keyof typeof named): Show =>
  (value, standard) =>
    typeof value === 'string' ? quote(named[kind](value, standard) ?? value) : canonicalJson(value);

export const each =
  (show: Show): Show =>
  (value, standard) => {
    if (!Array.isArray(value)) return bare(value, standard);
    return value.length === 0 ? 'tidak ada' : value.map((one: unknown) => show(one, standard)).join(', ');
  };

const effectWords = (effect: Effect, standard: Standard): string => {
  const product = naming('products');
  if ('issue' in effect)
    return `${product(effect.issue, standard)} terbit ${effect.as === 'provisional' ? 'sementara' : 'dan berlaku'}`;
  if ('confirm' in effect) return `${product(effect.confirm, standard)} dikukuhkan`;
  if ('freeze' in effect) return `${product(effect.freeze, standard)} disiapkan untuk ditandatangani`;
  return 'cancel' in effect
    ? `${product(effect.cancel, standard)} batal ditandatangani`
    : `${product(effect.revoke, standard)} dicabut`;
};

export const asEffect: Show = (value, standard) => {
  const effect = Effect.safeParse(value);
  return effect.success ? effectWords(effect.data, standard) : bare(value, standard);
};

/** Where an element comes from. */
export const asBasis: Show = (value, standard) => {
  if (typeof value !== 'object' || value === null) return bare(value, standard);
  const cites: unknown = 'cites' in value ? value.cites : undefined;
  const inferred: unknown = 'inferred' in value ? value.inferred : undefined;
  const parts = [
    ...(inferred === undefined ? [] : [`tafsiran ${bare(inferred, standard)}`]),
    ...(Array.isArray(cites) ? [`kalimat ${cites.map(String).join(', ')}`] : []),
  ];
  return parts.length === 0 ? canonicalJson(value) : parts.join(' dan ');
};
