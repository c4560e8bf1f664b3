// What stands on the screen of an intake, and what still keeps it from being filed. Conditions are the domain's own.
import type { FieldView } from '@layan/contract/staff/common';
import type { IntakeDocument, IntakeForm, IntakeView, PaperReceiptView } from '@layan/contract/staff/counter';
import { evaluate } from '@layan/domain/process/conditions';
import { Condition } from '@layan/domain/standard/conditions';
import { type Answers, askedNow } from '../../shared/fields/asked.ts';

/** Everything the clerk typed, ticked and said. */
export interface Entry {
  readonly entered: Readonly<Record<string, string>>;
  readonly papers: readonly string[];
  readonly receivedOnPaper?: PaperReceiptView | undefined;
}

export const emptyEntry: Entry = { entered: {}, papers: [] };

export const entryOf = ({ entered, papers, receivedOnPaper }: IntakeView): Entry => ({
  entered,
  papers,
  receivedOnPaper,
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
  readonly answers: Answers;
}

/** What is asked, page by page, by what was answered before; then the papers that go with it. */
export function askedOf(form: IntakeForm, { entered }: Entry): AskedForm {
  const pages: AskedPage[] = [];
  let answers: Answers = {};
  for (const { id, title, fields } of form.pages) {
    const asked = askedNow(fields, answers, (fact) => entered[fact] ?? '');
    answers = asked.answers;
    if (asked.fields.length > 0) pages.push({ id, title, fields: asked.fields });
  }
  const requirements = form.requirements.filter(({ when }) => {
    const condition = Condition.safeParse(when);
    return !condition.success || evaluate(condition.data, answers) === true;
  });
  return { pages, requirements, answers };
}

/** Something to mend before filing, and where: `fact.<id>`, `requirement.<id>` or `receivedOnPaper`. */
export interface Lack {
  readonly at: string;
  readonly sentence: string;
}

const isGiven = (id: string, { papers }: Entry, documents: readonly IntakeDocument[]): boolean =>
  papers.includes(id) ||
  documents.some(({ requirement, state }) => requirement === id && state === 'accepted');

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
  const missing = asked.requirements
    .filter(({ id, required }) => required && !isGiven(id, entry, documents))
    .map(({ id }) => ({
      at: `requirement.${id}`,
      sentence: waits(id, documents)
        ? 'Pindaian masih diperiksa. Tunggu sebentar, atau centang kertasnya.'
        : 'Centang bila kertasnya sudah diterima, atau kirim pindaiannya.',
    }));
  return [...empty, ...missing];
}
