// Reads one answer as typed into the value a case keeps. Never throws, whatever is typed.
import type { FactValues, PlainValue } from '../case/facts.ts';
import { dayInWords } from '../deadline/dates-in-words.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Fact } from '../standard/facts.ts';
import { isOptionOf, joinChoices, offersOn, optionsDate, splitChoices } from '../standard/options.ts';
import { readDate } from './calendar-date.ts';
import { parseCoordinates } from './coordinates.ts';
import { parseEmail } from './email.ts';
import { type FactProblem, factError, factWarning } from './fact-problem.ts';
import { familyCardWarnings, parseFamilyCardNumber } from './family-card-number.ts';
import { nikWarnings, parseNik } from './nik.ts';
import { parsePhone } from './phone.ts';
import { parseRupiah, showRupiah } from './rupiah.ts';
import { plainText, visibleLength } from './visible-text.ts';

export interface InputContext {
  /** The tenant's date, `YYYY-MM-DD`. */
  readonly today: string;
  /** Code of the tenant, `35.74`: identifiers issued elsewhere get a warning. */
  readonly region?: string;
  /** Whether a code is on the tenant's list of villages; any well-formed code is accepted when absent. */
  readonly isRegion?: (code: string) => boolean;
}

export interface ReadAnswer {
  readonly value: PlainValue;
  readonly warnings: readonly FactProblem[];
}

type Reading = Result<ReadAnswer, FactProblem>;

const kept = (value: PlainValue, warnings: readonly FactProblem[] = []): Reading => ok({ value, warnings });

const readText = (typed: string, maxLength: number): Reading =>
  Array.from(typed).length > maxLength
    ? err(
        factError(
          'text-too-long',
          `Jawaban paling panjang ${maxLength} huruf. Persingkat, lalu simpan lagi.`,
        ),
      )
    : kept(typed);

const readNik = (typed: string, context: InputContext): Reading => {
  const nik = parseNik(typed, context.today);
  if (!nik.ok) return err(factError(nik.error));
  const compare = context.region === undefined ? {} : { region: context.region };
  return kept(nik.value.value, nikWarnings(nik.value, compare).map(factWarning));
};

const readFamilyCard = (typed: string, context: InputContext): Reading => {
  const card = parseFamilyCardNumber(typed);
  if (!card.ok) return err(factError(card.error));
  const compare = context.region === undefined ? {} : { region: context.region };
  return kept(card.value.value, familyCardWarnings(card.value, compare).map(factWarning));
};

const readBounded = (fact: Fact, value: number, show: (value: number) => string): Reading => {
  if (fact.min !== undefined && value < fact.min) {
    return err(factError('number-too-small', `Angka paling kecil ${show(fact.min)}. Periksa lagi.`));
  }
  if (fact.max !== undefined && value > fact.max) {
    return err(factError('number-too-large', `Angka paling besar ${show(fact.max)}. Periksa lagi.`));
  }
  return kept(value);
};

const readInteger = (fact: Fact, typed: string): Reading => {
  const compact = typed.replace(/\s/g, '');
  // "1.500" is fifteen hundred; "1.5" is not a whole number and not fifteen.
  const digits = /^-?\d{1,3}(\.\d{3})+$/.test(compact) ? compact.replaceAll('.', '') : compact;
  if (!/^-?\d{1,12}$/.test(digits)) return err(factError('number-malformed'));
  return readBounded(fact, Number(digits) + 0, String);
};

const readRupiah = (fact: Fact, typed: string): Reading => {
  const amount = parseRupiah(typed);
  return amount.ok ? readBounded(fact, amount.value, showRupiah) : err(factError(amount.error));
};

const yes = ['true', 'on', 'ya', '1'];
const no = ['false', 'off', 'tidak', '0'];

const readBoolean = (typed: string): Reading => {
  const word = typed.toLowerCase();
  if (yes.includes(word)) return kept(true);
  return no.includes(word) ? kept(false) : err(factError('choice-unknown'));
};

/** Options come and go with the date of what they are about: a register that had not begun yet cannot be the source. */
const refuseChoices = (fact: Fact, values: readonly string[], known: FactValues): FactProblem | undefined => {
  if (!values.every((value) => isOptionOf(fact, value))) return factError('choice-unknown');
  const date = optionsDate(fact, known);
  const absent = fact.options?.find(
    (option) => values.includes(option.value) && date !== undefined && !offersOn(option, date),
  );
  return absent && date !== undefined
    ? factError(
        'choice-not-in-force',
        `"${absent.label}" tidak berlaku pada ${dayInWords(date)}. Periksa tanggal atau pilihan ini.`,
      )
    : undefined;
};

const readChoice = (fact: Fact, typed: string, known: FactValues): Reading => {
  const problem = refuseChoices(fact, [typed], known);
  return problem ? err(problem) : kept(typed);
};

const readChoices = (fact: Fact, typed: string, known: FactValues): Reading => {
  const values = splitChoices(typed);
  const problem = refuseChoices(fact, values, known);
  return problem ? err(problem) : kept(joinChoices(fact, values));
};

const readRegion = (typed: string, context: InputContext): Reading => {
  const wellFormed = /^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/.test(typed);
  return wellFormed && (context.isRegion?.(typed) ?? true) ? kept(typed) : err(factError('region-unknown'));
};

const readAny = <T extends PlainValue>(
  read: Result<T, 'phone-malformed' | 'email-malformed' | 'geo-malformed' | 'geo-elsewhere'>,
): Reading => (read.ok ? kept(read.value) : err(factError(read.error)));

const readTyped = (fact: Fact, typed: string, context: InputContext, known: FactValues): Reading => {
  switch (fact.type) {
    case 'text':
      return readText(typed.replace(/\s+/g, ' '), fact.maxLength ?? 120);
    case 'longText':
      return readText(typed, fact.maxLength ?? 1000);
    case 'nik':
      return readNik(typed, context);
    case 'familyCardNumber':
      return readFamilyCard(typed, context);
    case 'phone':
      return readAny(parsePhone(typed));
    case 'email':
      return readAny(parseEmail(typed));
    case 'date': {
      const date = readDate(typed);
      return date === undefined ? err(factError('date-malformed')) : kept(date);
    }
    case 'integer':
      return readInteger(fact, typed);
    case 'boolean':
      return readBoolean(typed);
    case 'rupiah':
      return readRupiah(fact, typed);
    case 'choice':
      return readChoice(fact, typed, known);
    case 'multichoice':
      return readChoices(fact, typed, known);
    case 'region':
      return readRegion(typed, context);
    case 'geo':
      return readAny(parseCoordinates(typed));
  }
};

/** Nothing an honest answer needs; cut before any reading so that size never costs time. */
const longestAnswer = 20_000;

/** What was typed without the white space around it; empty when nothing was said, or nothing that can be seen. */
export const trimAnswer = (raw: string): string => {
  const typed = plainText(raw.slice(0, longestAnswer).replaceAll('\r\n', '\n')).trim();
  return visibleLength(typed) === 0 ? '' : typed;
};

/**
 * Reads an answer. `undefined` means nothing was typed, which is no error here: whether an answer is needed is the form's
 * word. Warnings never stop anybody. `known` are the answers before this one: which options there are can hang on a date
 * among them.
 *
 * @example parseFact(nik, '3574 0105 0590 9001', { today: '2026-03-25' }) // ok: 3574010505909001
 */
export const parseFact = (
  fact: Fact,
  raw: string,
  context: InputContext,
  known: FactValues = {},
): Result<ReadAnswer | undefined, FactProblem> => {
  const typed = trimAnswer(raw);
  return typed === '' ? ok(undefined) : readTyped(fact, typed, context, known);
};
