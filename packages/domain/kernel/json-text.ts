// JSON from a stranger's file: bounded in size, and refused where a name stands twice, of which only the last would count.
import { err, ok, type Result } from './result.ts';

export interface TextProblem {
  /** `process.steps.3.label`; empty for the document as a whole. */
  readonly place: string;
  /** Plain Indonesian. */
  readonly message: string;
}

/** Characters. The largest standard we know has a tenth of it. */
export const longestJsonText = 2_000_000;

/** Deeper nesting is refused by every reader of ours; here it must only do no harm. */
const deepest = 1_000;

/** Of what is too deep, so much of the place is told. */
const namedLevels = 8;

const lineAndColumn = (text: string, at: number): string => {
  const before = text.slice(0, at).split('\n');
  return `baris ${before.length}, kolom ${(before.at(-1) ?? '').length + 1}`;
};

const syntaxProblem = (text: string, error: unknown): TextProblem => {
  const found = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  const where = found === undefined ? '' : ` (${lineAndColumn(text, Number(found))})`;
  return { place: '', message: `Berkas ini bukan JSON yang benar${where}.` };
};

interface Level {
  /** Names so far, of an object; undefined in a list. */
  readonly names: Set<string> | undefined;
  /** The name or number of the value that is being read. */
  at: string | number;
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** A name that an object has twice, looked for in text that is known to be JSON. */
const repeatedName = (text: string): TextProblem | undefined => {
  const levels: Level[] = [];
  let expectsName = false;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      if (levels.length >= deepest) {
        const place = levels
          .slice(0, namedLevels)
          .map(({ at }) => at)
          .join('.');
        return { place, message: 'Susunan dokumen terlalu dalam.' };
      }
      levels.push(token === '{' ? { names: new Set(), at: '' } : { names: undefined, at: 0 });
      expectsName = token === '{';
    } else if (token === '}' || token === ']') {
      levels.pop();
      expectsName = false;
    } else if (token === ',' && level) {
      if (level.names) expectsName = true;
      else level.at = Number(level.at) + 1;
    } else if (expectsName && level?.names && token !== ':') {
      const name = String(JSON.parse(token));
      level.at = name;
      if (level.names.has(name)) {
        const place = levels.map(({ at }) => at).join('.');
        return { place, message: `Isian "${name}" tertulis dua kali (${lineAndColumn(text, index)}).` };
      }
      level.names.add(name);
      expectsName = false;
    }
  }
  return undefined;
};

/** The value of a JSON text, or what is wrong with it and where. */
export const parseJsonText = (text: string): Result<unknown, readonly TextProblem[]> => {
  if (text.length > longestJsonText) {
    const most = `${longestJsonText / 1_000_000} juta`;
    return err([{ place: '', message: `Berkas terlalu besar; paling banyak ${most} huruf.` }]);
  }
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(plain);
  } catch (error) {
    return err([syntaxProblem(plain, error)]);
  }
  const repeated = repeatedName(plain);
  return repeated ? err([repeated]) : ok(value);
};
