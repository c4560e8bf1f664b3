// Rows of a sheet as answers to the form of a service: read by the same rules as the form itself, and told line by line what
// stands in the way. Nothing leaves the browser here.
import type { FieldView } from '@layan/contract/staff/common';
import type { IntakeForm } from '@layan/contract/staff/counter';
import { evaluate } from '@layan/domain/process/conditions';
import { readCell } from '@layan/domain/sheet/read-cell';
import type { Columns } from '@layan/domain/sheet/suggest-columns';
import { Condition } from '@layan/domain/standard/conditions';
import { askedNow } from '../../../shared/fields/asked.ts';
import { inputContext, remarksOn } from '../../../shared/fields/remarks.ts';
import type { Sheet } from '../../../shared/sheet/sheet.ts';

/** Filed one by one, each with a promise of its own: more than a village has, and few enough to look over. */
export const MOST_CANDIDATES = 1000;

/** More than any answer may hold; the rest of an endless cell is not looked at. */
const LONGEST = 500;

export interface SheetMapping {
  readonly columns: Columns;
  /** The same for every row, by fact. */
  readonly same: Readonly<Record<string, string>>;
}

export interface Candidate {
  readonly line: number;
  /** By fact, as it would be typed. */
  readonly entered: Readonly<Record<string, string>>;
  /** Requirements that its answers ask for. */
  readonly papers: readonly string[];
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

type FormPart = Pick<IntakeForm, 'pages' | 'requirements' | 'context' | 'groups'>;

const fieldsOf = ({ pages }: Pick<FormPart, 'pages'>): readonly FieldView[] =>
  pages.flatMap(({ fields }) => fields);

/** Kinds of answers that no cell gives: a place is chosen for the whole file. */
const isColumn = ({ type }: FieldView): boolean => type !== 'region' && type !== 'geo';

export const columnFields = (form: FormPart): readonly FieldView[] => fieldsOf(form).filter(isColumn);

/** A question that follows from another answer: who has a NIK in the list has one. */
const derived = (
  { fact, options = [] }: FieldView,
  fields: readonly FieldView[],
  texts: Readonly<Record<string, string>>,
): string | undefined => {
  for (const { fact: other, when } of fields) {
    const condition = Condition.safeParse(when);
    if (!condition.success || !('fact' in condition.data) || condition.data.fact !== fact) continue;
    if (!('is' in condition.data)) continue;
    const needed = String(condition.data.is);
    if ((texts[other] ?? '') !== '') return needed;
    const others = options.filter(({ value }) => value !== needed);
    if (others.length === 1) return others[0]?.value;
  }
  return undefined;
};

/** Whether a question needs no column, because another answer tells it. */
export const isDerived = (field: FieldView, fields: readonly FieldView[]): boolean =>
  field.type === 'choice' && derived(field, fields, {}) !== undefined;

const problemWords = {
  rounded: 'sudah dibulatkan oleh aplikasi lembar kerja. Ketik ulang nomornya sebagai teks.',
  choice: 'tidak dikenal.',
} as const;

const offered = ({ options = [] }: FieldView): string =>
  options.length === 0 ? '' : ` Tulis ${options.map(({ label }) => `“${label}”`).join(' atau ')}.`;

const readRow = (
  cells: readonly string[],
  headings: readonly string[],
  { columns, same }: SheetMapping,
  form: FormPart,
): Omit<Candidate, 'line'> => {
  const fields = fieldsOf(form);
  const problems: string[] = [];
  const warnings: string[] = [];
  const unread = new Set<string>();
  const texts: Record<string, string> = {};
  for (const field of fields) {
    const { fact, label } = field;
    const at = headings.indexOf(columns[fact] ?? '');
    const read = at === -1 ? { text: '' } : readCell(field, (cells[at] ?? '').slice(0, LONGEST));
    if ('problem' in read) {
      unread.add(fact);
      const more = read.problem === 'choice' ? offered(field) : '';
      problems.push(`${label} ${problemWords[read.problem]}${more}`);
    } else texts[fact] = read.text === '' ? (same[fact] ?? '') : read.text;
  }
  for (const field of fields) {
    if ((texts[field.fact] ?? '') !== '' || field.type !== 'choice' || unread.has(field.fact)) continue;
    const told = derived(field, fields, texts);
    if (told !== undefined) texts[field.fact] = told;
  }
  const asked = askedNow(fields, {}, (fact) => texts[fact] ?? '');
  const context = inputContext(form);
  for (const field of asked.fields) {
    if (unread.has(field.fact)) continue;
    const text = asked.texts[field.fact] ?? '';
    if (text.trim() === '') {
      if (field.required) problems.push(`${field.label} kosong.`);
      continue;
    }
    const { error, warnings: hints } = remarksOn(field, text, context);
    if (error !== undefined) problems.push(`${field.label}: ${error}`);
    warnings.push(...hints);
  }
  for (const group of form.groups) {
    const open = asked.fields.filter(({ fact }) => group.includes(fact));
    if (open.length > 0 && open.every(({ fact }) => (asked.texts[fact] ?? '') === ''))
      problems.push(`Isi paling sedikit satu: ${open.map(({ label }) => label).join(' atau ')}.`);
  }
  const papers = form.requirements.filter(({ when }) => {
    const condition = Condition.safeParse(when);
    return !condition.success || evaluate(condition.data, asked.answers) === true;
  });
  const entered = Object.fromEntries(
    asked.fields.flatMap(({ fact }) => {
      const text = asked.texts[fact] ?? '';
      return text === '' ? [] : [[fact, text]];
    }),
  );
  return { entered, papers: papers.map(({ id }) => id), problems, warnings };
};

/** What makes two rows one person: the NIK, or where nobody has one everything that is said of them. */
const personOf = (fields: readonly FieldView[], { entered }: Omit<Candidate, 'line'>): string => {
  const nik = fields.find(({ type, fact }) => type === 'nik' && entered[fact] !== undefined);
  if (nik) return `nik ${(entered[nik.fact] ?? '').replace(/\D/g, '')}`;
  return JSON.stringify(fields.map(({ fact }) => (entered[fact] ?? '').toLowerCase().trim()));
};

export const candidateRows = (
  { headings, rows }: Sheet,
  mapping: SheetMapping,
  form: FormPart,
): readonly Candidate[] => {
  const fields = fieldsOf(form);
  const seen = new Map<string, number>();
  return rows.map(({ line, cells }) => {
    const read = readRow(cells, headings, mapping, form);
    const person = personOf(fields, read);
    const before = seen.get(person);
    if (before === undefined) seen.set(person, line);
    return {
      line,
      ...read,
      problems:
        before === undefined
          ? read.problems
          : [...read.problems, `Orang yang sama sudah ada di baris ${before} berkas ini.`],
    };
  });
};

/** Required questions that no column and no common answer tells. */
export const missingColumns = (form: FormPart, { columns, same }: SheetMapping): readonly FieldView[] => {
  const fields = fieldsOf(form);
  return fields.filter(
    (field) =>
      field.required &&
      field.when === undefined &&
      columns[field.fact] === undefined &&
      (same[field.fact] ?? '') === '' &&
      !isDerived(field, fields),
  );
};
