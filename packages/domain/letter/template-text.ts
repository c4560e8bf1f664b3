// A text with placeholders, taken apart once. Values never come near this: braces in them are braces.
import { err, ok, type Result } from '../kernel/result.ts';
import { ElementId } from '../standard/basis.ts';
import type { FactType } from '../standard/facts.ts';

export const letterFormats = ['date', 'words', 'money', 'moneyWords', 'upper'] as const;
export type LetterFormat = (typeof letterFormats)[number];

export const letterSpecials = [
  'number',
  'date',
  'ticket',
  'agency',
  'government',
  'lineCount',
  'outside',
] as const;
export type LetterSpecial = (typeof letterSpecials)[number];

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fact'; readonly fact: string; readonly format?: LetterFormat }
  | { readonly kind: 'special'; readonly special: LetterSpecial };

export interface TemplateFault {
  /**
   * brace-open: a placeholder that does not end. brace-stray: an end without a beginning. name-malformed: neither the id
   * of a fact nor a special. format-unknown, special-unknown: no such one.
   */
  readonly code: 'brace-open' | 'brace-stray' | 'name-malformed' | 'format-unknown' | 'special-unknown';
  /** First character of the fault, counted from 0. */
  readonly at: number;
  /** What stands there. */
  readonly found: string;
}

const oneOf = <T extends string>(known: readonly T[], name: string): T | undefined =>
  known.find((each) => each === name);

function placeholder(found: string, at: number): Result<TemplatePart, TemplateFault> {
  const inside = found.slice(1, -1);
  if (inside.startsWith('@')) {
    const special = oneOf(letterSpecials, inside.slice(1));
    return special ? ok({ kind: 'special', special }) : err({ code: 'special-unknown', at, found });
  }
  const [fact = '', named, ...more] = inside.split('|');
  if (!ElementId.safeParse(fact).success || more.length > 0)
    return err({ code: 'name-malformed', at, found });
  if (named === undefined) return ok({ kind: 'fact', fact });
  const format = oneOf(letterFormats, named);
  return format ? ok({ kind: 'fact', fact, format }) : err({ code: 'format-unknown', at, found });
}

const pieces = /\{[^{}]*\}|[{}]|[^{}]+/g;

/** @example parseTemplateText('Nama {name|upper}') // text "Nama ", fact name in capitals */
export function parseTemplateText(text: string): Result<readonly TemplatePart[], TemplateFault> {
  const parts: TemplatePart[] = [];
  for (const { 0: found, index: at } of text.matchAll(pieces)) {
    if (found === '{') return err({ code: 'brace-open', at, found: text.slice(at, at + 20) });
    if (found === '}') return err({ code: 'brace-stray', at, found });
    if (!found.startsWith('{')) {
      parts.push({ kind: 'text', text: found });
      continue;
    }
    const part = placeholder(found, at);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return ok(parts);
}

const takes = {
  date: ['date'],
  words: ['integer'],
  money: ['rupiah'],
  moneyWords: ['rupiah'],
  upper: ['text', 'longText', 'choice', 'multichoice', 'region', 'date', 'boolean'],
} as const satisfies Record<LetterFormat, readonly FactType[]>;

/** Whether a fact of this type can be written in this format; every type can be written without one. */
export const formatFits = (format: LetterFormat | undefined, type: FactType): boolean =>
  format === undefined || takes[format].some((each) => each === type);
