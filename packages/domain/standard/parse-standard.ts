// A document from outside becomes a standard, or a list of places that do not fit. Hostile until parsed.
import type * as z from 'zod/mini';
import { err, ok, type Result } from '../kernel/result.ts';
import { Standard } from './standard.ts';

export interface FormatProblem {
  /** `process.steps.3.outcomes.0.label`; empty for the document as a whole. */
  readonly place: string;
  /** Plain Indonesian. */
  readonly message: string;
}

const deepest = 40;
const mostValues = 50_000;
const mostProblems = 50;

/** Counts without recursion, so that depth itself cannot hurt; undefined when within bounds. */
const excess = (document: unknown): string | undefined => {
  let layer: unknown[] = [document];
  let count = 0;
  for (let depth = 0; layer.length > 0; depth += 1) {
    count += layer.length;
    if (depth > deepest) return 'Susunan dokumen terlalu dalam.';
    if (count > mostValues) return 'Dokumen terlalu besar.';
    if (
      layer.some((value) => typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__'))
    ) {
      return 'Nama "__proto__" tidak dapat dipakai.';
    }
    layer = layer.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return undefined;
};

const typeNames: Readonly<Record<string, string>> = {
  string: 'teks',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar',
  object: 'kelompok isian',
  record: 'kelompok isian',
};

const inWords = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return `Di sini diperlukan ${typeNames[issue.expected] ?? issue.expected}.`;
    case 'unrecognized_keys':
      return `Isian ini tidak dikenal: ${issue.keys.join(', ')}.`;
    case 'invalid_value':
      return `Isian harus salah satu dari: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return `Isian terlalu pendek atau terlalu kecil; paling sedikit ${issue.minimum}.`;
    case 'too_big':
      return `Isian terlalu panjang atau terlalu besar; paling banyak ${issue.maximum}.`;
    case 'invalid_format':
      return 'Bentuk isian ini belum benar.';
    case 'invalid_union':
      return 'Isian ini tidak cocok dengan bentuk mana pun yang dikenal.';
    default:
      return 'Isian ini belum benar.';
  }
};

export const parseStandard = (document: unknown): Result<Standard, readonly FormatProblem[]> => {
  const tooMuch = excess(document);
  if (tooMuch !== undefined) return err([{ place: '', message: tooMuch }]);
  const parsed = Standard.safeParse(document);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues
      .slice(0, mostProblems)
      .map((issue) => ({ place: issue.path.map(String).join('.'), message: inWords(issue) })),
  );
};
