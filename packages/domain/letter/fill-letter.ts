// Fills a template in one pass: what comes out of a value is text and is never looked at again.
import { plainDateInWords } from '../deadline/dates-in-words.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Letter, LetterBlock } from '../standard/letter.ts';
import type { LetterContext, LetterLine } from './letter-context.ts';
import type { LetterText, TextBlock } from './letter-text.ts';
import { printableLetters } from './printable-letters.ts';
import { partsOf, standing } from './standing-parts.ts';
import { formatFits, type LetterSpecial, type TemplatePart } from './template-text.ts';
import { countInWords, valueText } from './value-text.ts';

export interface LetterFaults {
  /** Facts without a value, or with one in which there is nothing to see. */
  readonly missing: readonly string[];
  /** Values with characters that no face of ours has: label of the fact, or ticket of the line. */
  readonly unprintable: readonly { readonly label: string; readonly characters: readonly string[] }[];
}

export interface FilledLetter extends LetterFaults {
  /** With "[belum diisi: …]" where something is missing. */
  readonly text: LetterText;
}

/** Held together, so that the mark of a gap is never broken over two lines. */
export const gap = (what: string): string => `[${what}]`.replaceAll(' ', '\u00a0');

/** Room for a name, a number or a date that is written by hand. */
export const dottedLine = '.'.repeat(40);

/** What a line does not know: an unmistakable none, not a hole in the table. */
const none = '–';

function specialText(special: LetterSpecial, context: LetterContext): string {
  const { number, date, ticket, agencyName, governmentName, lines = [] } = context;
  switch (special) {
    case 'number':
      return number ?? gap('nomor saat ditetapkan');
    case 'date':
      return date === undefined ? gap('tanggal saat ditetapkan') : plainDateInWords(date);
    case 'ticket':
      return ticket;
    case 'agency':
      return agencyName;
    case 'government':
      return governmentName;
    case 'lineCount':
      return countInWords(lines.filter(({ out }) => !out).length);
    case 'outside':
      return dottedLine;
  }
}

const decisionOf = ({ decisions }: LetterLine, step: string | undefined) =>
  decisions.findLast((each) => step === undefined || each.step === step);

function cell(line: LetterLine, column: string, number: number, step: string | undefined): string {
  switch (column) {
    case '@no':
      return String(number);
    case '@ticket':
      return line.ticket;
    case '@decision':
      return decisionOf(line, step)?.label ?? none;
    case '@note':
      return decisionOf(line, step)?.note ?? none;
    default:
      return line.cells[column] ?? none;
  }
}

function listed(
  lines: readonly LetterLine[],
  decided: Extract<LetterBlock, { lines: unknown }>['decided'],
): readonly LetterLine[] {
  if (!decided) return lines.filter(({ out }) => !out);
  return lines.filter((line) => {
    const decision = decisionOf(line, decided.step)?.decision;
    return decision !== undefined && decided.decisions.includes(decision);
  });
}

interface Filling {
  readonly text: (template: string) => string;
  readonly blocks: (body: readonly LetterBlock[]) => readonly TextBlock[];
  readonly faults: () => LetterFaults;
}

function fillingFrom(context: LetterContext): Filling {
  const { facts, values, placeName, lines = [] } = context;
  const missing = new Set<string>();
  const foreign = new Map<string, ReadonlySet<string>>();

  const printed = (label: string, value: string): string => {
    const { text, unprintable } = printableLetters(value);
    if (unprintable.length > 0) foreign.set(label, new Set([...(foreign.get(label) ?? []), ...unprintable]));
    return text;
  };
  const factText = ({ fact: id, format }: Extract<TemplatePart, { kind: 'fact' }>): string => {
    const fact = facts.get(id);
    const value = values[id];
    const fit = fact && formatFits(format, fact.type) ? format : undefined;
    const text = fact && value !== undefined ? valueText(fact, value, fit, placeName) : '';
    if (text !== '') return printed(fact?.label ?? id, text);
    missing.add(id);
    return gap(`belum diisi: ${fact?.label ?? id}`);
  };
  const partText = (part: TemplatePart): string => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'special':
        return specialText(part.special, context);
      case 'fact':
        return factText(part);
    }
  };
  const text = (template: string): string => partsOf(template).map(partText).join('');

  const block = (given: LetterBlock): TextBlock => {
    if ('paragraph' in given) return { kind: 'paragraph', text: text(given.paragraph) };
    if ('list' in given) return { kind: 'list', points: given.list.map(text) };
    if ('table' in given) {
      const rows = standing(given.table, values).map(({ label, value }) => ({ label, value: text(value) }));
      return { kind: 'table', rows };
    }
    const { decided } = given;
    const rows = listed(lines, decided).map((line, index) =>
      given.lines.map(({ value }) => printed(line.ticket, cell(line, value, index + 1, decided?.step))),
    );
    return { kind: 'lines', head: given.lines.map(({ label }) => label), rows };
  };
  return {
    text,
    blocks: (body) => standing(body, values).map(block),
    faults: () => ({
      missing: [...missing],
      unprintable: [...foreign].map(([label, characters]) => ({ label, characters: [...characters] })),
    }),
  };
}

/** The document as it would be now, gaps and all: for those who still write it. */
export function fillLetter(letter: Letter, context: LetterContext): FilledLetter {
  const { text, blocks, faults } = fillingFrom(context);
  const filled: LetterText = {
    layout: letter.layout,
    paper: letter.paper,
    title: letter.title ?? context.productLabel,
    ...(letter.nature !== undefined && { nature: letter.nature }),
    ...(letter.annex !== undefined && { annex: text(letter.annex) }),
    ...(letter.subject !== undefined && { subject: text(letter.subject) }),
    to: (letter.to ?? []).map(text),
    body: blocks(letter.body),
    annexes: (letter.annexes ?? []).map(({ title, body }) => ({ title: text(title), body: blocks(body) })),
    others: letter.signatory.others ?? [],
    copies: (letter.copies ?? []).map(text),
  };
  return { text: filled, ...faults() };
}

/** The document as it is signed: whole, or what keeps it from being so. */
export function letterText(letter: Letter, context: LetterContext): Result<LetterText, LetterFaults> {
  const { text, missing, unprintable } = fillLetter(letter, context);
  return missing.length + unprintable.length > 0 ? err({ missing, unprintable }) : ok(text);
}
