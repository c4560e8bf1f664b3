// `--fact name=value`: facts as the standard types them. Only ordinary facts decide anything; of the others it counts that
// they are known.
import type { FactValue, FactValues } from '@layan/domain/case/facts';
import { isValueOf } from '@layan/domain/case/given-facts';
import { indexOf } from '@layan/domain/process/process-index';
import type { Fact } from '@layan/domain/standard/facts';
import type { Standard } from '@layan/domain/standard/standard';
import { UsageError } from '../errors.ts';
import { suggestion } from '../words/nearest.ts';

const booleans: Readonly<Record<string, boolean>> = { true: true, ya: true, false: false, tidak: false };

const typed = ({ type }: Fact, text: string): FactValue => {
  switch (type) {
    case 'boolean':
      return booleans[text] ?? text;
    case 'integer':
    case 'rupiah':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
    default:
      return text;
  }
};

const isDay = (text: string): boolean => {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
};

const wanted = ({ type, options, min, max }: Fact): string => {
  switch (type) {
    case 'boolean':
      return 'true atau false';
    case 'integer':
    case 'rupiah': {
      const least = min === undefined ? '' : ` paling kecil ${min}`;
      return `bilangan bulat${least}${max === undefined ? '' : ` paling besar ${max}`}`;
    }
    case 'choice':
      return `salah satu dari: ${(options ?? []).map(({ value }) => value).join(', ')}`;
    case 'multichoice':
      return `satu atau beberapa dari: ${(options ?? []).map(({ value }) => value).join(',')} (dengan koma, menurut urutan itu)`;
    case 'date':
      return 'tanggal seperti 2026-03-02';
    default:
      return 'teks';
  }
};

const readValue = (fact: Fact, text: string): FactValue => {
  if (fact.privacy !== 'ordinary') return { sealed: 'contoh' };
  const value = typed(fact, text);
  const fits = isValueOf(fact, value) && (fact.type !== 'date' || isDay(text));
  if (!fits)
    throw new UsageError(
      'fact-unreadable',
      `Nilai "${text}" tidak cocok untuk data "${fact.id}" (${fact.label}): diperlukan ${wanted(fact)}.`,
    );
  return value;
};

export const readFacts = ({ process }: Standard, given: readonly string[]): FactValues => {
  const { facts } = indexOf(process);
  const read = new Map<string, FactValue>();
  for (const pair of given) {
    const at = pair.indexOf('=');
    if (at < 1)
      throw new UsageError('fact-unreadable', `Data "${pair}" tidak dapat dibaca. Tulis: --fact nama=nilai.`);
    const [id, text] = [pair.slice(0, at), pair.slice(at + 1)];
    const fact = facts.get(id);
    if (!fact)
      throw new UsageError(
        'unknown-name',
        `Data "${id}" tidak ada pada standar ini.${suggestion(id, [...facts.keys()])}`,
      );
    if (read.has(id)) throw new UsageError('fact-unreadable', `Data "${id}" ditulis dua kali.`);
    read.set(id, readValue(fact, text));
  }
  return Object.fromEntries(read);
};
