// What stands on the screen of an intake, and what still keeps it from being filed. Conditions are the domain's own.
import type { FieldView } from '@layan/contract/staff/common';
import type {
  IntakeDocument,
  IntakeForm,
  IntakeView,
  PaperReceiptView,
  ReceiptTimeView,
} from '@layan/contract/staff/counter';
import { evaluate } from '@layan/domain/process/conditions';
import { Condition } from '@layan/domain/standard/conditions';
import { type Answers, askedNow } from '../../shared/fields/asked.ts';

/** Everything the clerk typed, ticked and said. */
export interface Entry {
  readonly entered: Readonly<Record<string, string>>;
  readonly papers: readonly string[];
  readonly receivedOnPaper?: PaperReceiptView | undefined;
  /** On channels that are told when something came. */
  readonly receipt?: ReceiptTimeView | undefined;
  /** Requirements that were shown and given back. */
  readonly shown: readonly string[];
  /** Which of several things was brought, by requirement. */
  readonly choices: Readonly<Record<string, string>>;
  readonly anonymous: boolean;
  readonly confidential: boolean;
}

export const emptyEntry: Entry = {
  entered: {},
  papers: [],
  shown: [],
  choices: {},
  anonymous: false,
  confidential: false,
};

export const entryOf = ({
  entered,
  papers,
  receivedOnPaper,
  receipt,
  shown,
  choices,
  anonymous,
  confidential,
}: IntakeView): Entry => ({
  ...{ entered, papers, receivedOnPaper, receipt, shown, choices, anonymous, confidential },
});

export type IntakeRequirement = IntakeForm['requirements'][number];

interface AskedPage {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FieldView[];
}

export interface AskedForm {
  readonly pages: readonly AskedPage[];
  readonly requirements: readonly IntakeRequirement[];
  /** Of each of these groups of facts one is answered. */
  readonly groups: readonly (readonly string[])[];
  readonly answers: Answers;
}

/** What is asked, page by page, by what was answered before; then the papers that go with it. */
export function askedOf(form: IntakeForm, { entered, anonymous }: Entry): AskedForm {
  const free = anonymous ? (form.anonymity?.facts ?? []) : [];
  const pages: AskedPage[] = [];
  let answers: Answers = {};
  for (const { id, title, fields } of form.pages) {
    const asked = askedNow(fields, answers, (fact) => entered[fact] ?? '');
    answers = asked.answers;
    const shown = asked.fields.map((field) =>
      free.includes(field.fact) ? { ...field, required: false } : field,
    );
    if (shown.length > 0) pages.push({ id, title, fields: shown });
  }
  const requirements = form.requirements.filter(({ when }) => {
    const condition = Condition.safeParse(when);
    return !condition.success || evaluate(condition.data, answers) === true;
  });
  const groups = form.groups.filter((group) => group.some((fact) => !free.includes(fact)));
  return { pages, requirements, groups, answers };
}

/** Something to mend before filing, and where: `fact.<id>`, `requirement.<id>`, `receipt` or `receivedOnPaper`. */
export interface Lack {
  readonly at: string;
  readonly sentence: string;
}

const isBrought = (
  { id, shown: back }: IntakeRequirement,
  { papers, shown }: Entry,
  documents: readonly IntakeDocument[],
): boolean =>
  back
    ? shown.includes(id)
    : papers.includes(id) ||
      documents.some(({ requirement, state }) => requirement === id && state === 'accepted');

const lackOf = (
  requirement: IntakeRequirement,
  entry: Entry,
  documents: readonly IntakeDocument[],
): string | undefined => {
  const { id, required, oneOf, shown } = requirement;
  if (isBrought(requirement, entry, documents)) {
    return oneOf === undefined || entry.choices[id] !== undefined
      ? undefined
      : 'Pilih dahulu yang mana yang dibawa.';
  }
  if (!required) return undefined;
  if (shown) return 'Centang bila sudah ditunjukkan.';
  return waits(id, documents)
    ? 'Pindaian masih diperiksa. Tunggu sebentar, atau centang kertasnya.'
    : 'Centang bila kertasnya sudah diterima, atau kirim pindaiannya.';
};

/** Groups without a single answer, told at their first question that is asked. */
const groupLacks = ({ pages, groups }: AskedForm, { entered }: Entry): Lack[] =>
  groups.flatMap((group) => {
    const asked = pages.flatMap(({ fields }) => fields).filter(({ fact }) => group.includes(fact));
    const [first] = asked;
    if (!first || asked.some(({ fact }) => (entered[fact] ?? '').trim() !== '')) return [];
    const labels = asked.map(({ label }) => label).join(' atau ');
    return [{ at: `fact.${first.fact}`, sentence: `Isi paling sedikit satu: ${labels}.` }];
  });

const waits = (id: string, documents: readonly IntakeDocument[]): boolean =>
  documents.some(
    ({ requirement, state }) => requirement === id && (state === 'expected' || state === 'checking'),
  );

/** What is empty; whether what was typed can be read is `remarksOn`. In the order of the page. */
export function lacksOf(asked: AskedForm, entry: Entry, documents: readonly IntakeDocument[]): Lack[] {
  const empty = asked.pages
    .flatMap(({ fields }) => fields)
    .filter(({ fact, required }) => required && (entry.entered[fact] ?? '').trim() === '')
    .map(({ fact, options, type }) => ({
      at: `fact.${fact}`,
      sentence:
        options === undefined && type !== 'boolean' && type !== 'region'
          ? 'Isi dahulu bagian ini.'
          : 'Pilih dahulu salah satu.',
    }));
  const missing = asked.requirements.flatMap((requirement) => {
    const sentence = lackOf(requirement, entry, documents);
    return sentence === undefined ? [] : [{ at: `requirement.${requirement.id}`, sentence }];
  });
  const told = new Set(empty.map(({ at }) => at));
  return [...empty, ...groupLacks(asked, entry).filter(({ at }) => !told.has(at)), ...missing];
}
