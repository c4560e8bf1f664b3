// A document from outside becomes a standard, or a list of places that do not fit. Hostile until parsed.
import type * as z from 'zod/mini';
import { err, ok, type Result } from '../kernel/result.ts';
import { outOfBounds } from './document-bounds.ts';
import type { FormatProblem } from './format-problem.ts';
import { Standard } from './standard.ts';

const mostProblems = 50;

const mostOfName = 80;

const typeNames: Readonly<Record<string, string>> = {
  string: 'teks',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar',
  object: 'kelompok isian',
  record: 'kelompok isian',
};

/** What a text of a fixed shape looks like, by how its pattern begins. */
const shapes = [
  ['^[a-z]', 'Nama ini ditulis dengan huruf dan angka tanpa spasi, misalnya "periksa-berkas".'],
  ['^[A-Za-z]+(', 'Kalimat dirujuk dengan komponen dan nomornya, misalnya "procedure.1".'],
  ['^\\d{4}-\\d{2}-\\d{2}T', 'Waktu ditulis seperti "2026-03-02T09:15".'],
] as const;

const shapeInWords = (issue: z.core.$ZodIssueInvalidStringFormat): string => {
  if (issue.format === 'date') return 'Tanggal ditulis seperti "2026-03-02".';
  const pattern = (issue.pattern ?? '').replace(/^\//, '');
  return shapes.find(([start]) => pattern.startsWith(start))?.[1] ?? 'Bentuk isian ini belum benar.';
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
      return shapeInWords(issue);
    case 'invalid_union':
      return 'Isian ini tidak cocok dengan bentuk mana pun yang dikenal.';
    case 'custom':
      return issue.message === 'Invalid input' ? 'Isian ini belum benar.' : issue.message;
    default:
      return 'Isian ini belum benar.';
  }
};

/** How many names deep the furthest of these problems lies. */
const reach = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(0, ...issues.map(({ path }) => path.length));

/** The shape that was most likely meant: the one in which reading came furthest, then the one with the fewest problems. */
const meant = (shapes: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined =>
  [...shapes].sort((a, b) => reach(b) - reach(a) || rank(a) - rank(b) || a.length - b.length)[0];

/** A field that is not known says more of the shape that was meant than one that is missing. */
const rank = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.every(({ code }) => code === 'unrecognized_keys') ? 0 : 1;

/** Whether nothing at all is written there. */
const isAbsent = (document: unknown, [key, ...rest]: readonly PropertyKey[]): boolean => {
  if (key === undefined) return document === undefined;
  if (typeof document !== 'object' || document === null) return false;
  return isAbsent(new Map<PropertyKey, unknown>(Object.entries(document)).get(String(key)), rest);
};

const nameIn = (item: unknown): string | undefined => {
  if (typeof item !== 'object' || item === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(item));
  for (const key of ['label', 'title', 'id']) {
    const name = fields.get(key);
    // Not yet parsed: what cannot be seen is not passed on.
    if (typeof name === 'string' && name !== '') return name.slice(0, mostOfName).replace(/\p{C}/gu, '');
  }
  return undefined;
};

/** What the innermost entry of a list around a place is called: its number says little to who wrote it. */
const entryAround = (document: unknown, path: readonly PropertyKey[]): string | undefined => {
  let found: string | undefined;
  let at = document;
  for (const key of path.slice(0, -1)) {
    if (typeof at !== 'object' || at === null) return found;
    at = new Map<string, unknown>(Object.entries(at)).get(String(key));
    if (typeof key === 'number') found = nameIn(at) ?? found;
  }
  return found;
};

const problemsOf = (
  document: unknown,
  issue: z.core.$ZodIssue,
  before: readonly PropertyKey[] = [],
): readonly FormatProblem[] => {
  const path = [...before, ...issue.path];
  const place = path.map(String).join('.');
  const shape = issue.code === 'invalid_union' ? meant(issue.errors) : undefined;
  const tells = shape && (reach(shape) > 0 || rank(shape) === 0);
  if (shape && tells) return shape.flatMap((inner) => problemsOf(document, inner, path));
  const message = isAbsent(document, path) ? 'Isian ini wajib, dan belum ada.' : inWords(issue);
  const entry = entryAround(document, path);
  return [{ place, message: entry === undefined ? message : `${message} Letaknya pada "${entry}".` }];
};

/** What did not fit, each at its innermost place. */
export const problemsIn = (document: unknown, { issues }: z.core.$ZodError): readonly FormatProblem[] =>
  issues.flatMap((issue) => problemsOf(document, issue)).slice(0, mostProblems);

const formatOf = (document: unknown): string | undefined =>
  typeof document === 'object' && document !== null && 'format' in document
    ? String(document.format)
    : undefined;

/** A document of a later format is not a faulty one of ours: everything in it may mean something else. */
const foreignFormat = (document: unknown): FormatProblem | undefined => {
  const version = /^layan\.standard\/(\d{1,6})$/.exec(formatOf(document) ?? '')?.[1];
  if (version === undefined || version === '1') return undefined;
  return {
    place: 'format',
    message: `Dokumen ini memakai format versi ${version}. Yang dikenal di sini hanya versi 1 ("layan.standard/1"); pakai Layan yang lebih baru.`,
  };
};

export const parseStandard = (document: unknown): Result<Standard, readonly FormatProblem[]> => {
  const refused = outOfBounds(document) ?? foreignFormat(document);
  if (refused) return err([refused]);
  const parsed = Standard.safeParse(document);
  if (parsed.success) return ok(parsed.data);
  return err(problemsIn(document, parsed.error));
};
