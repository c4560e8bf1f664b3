// The JSON body of a request, bounded in every way before anything looks at it: size, type, depth, and text that every
// database, page and letter can hold.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { plainText } from '@layan/domain/person/visible-text';
import type { Context } from 'hono';
import { type ProblemBody, problems } from './problem.ts';

const MOST_BYTES = 1_000_000;
/** The deepest documents, standards, have some dozen levels. */
const MOST_LEVELS = 64;
const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** No NUL and no half characters: neither can be typed, and what holds them cannot be written everywhere. */
const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Level by level, not by calling itself: what is too deep would break whoever follows it down. */
const isReadable = (value: unknown): boolean => {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) return false;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one === 'string' && !isText(one)) return false;
      if (typeof one !== 'object' || one === null) continue;
      if (!Array.isArray(one) && !Object.keys(one).every(isText)) return false;
      for (const inner of Object.values(one)) next.push(inner);
    }
    level = next;
  }
  return true;
};

const parse = (text: string): Result<unknown, ProblemBody> => {
  try {
    const value: unknown = JSON.parse(text);
    return isReadable(value) ? ok(value) : err(problems.malformed);
  } catch {
    return err(problems.malformed);
  }
};

/** Every text in it as it reads: whatever people type for others, nothing in it turns, hides or breaks a line (visible-text.ts). */
export const plainBody = (value: unknown): unknown => {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(plainBody);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plainBody(inner)]));
};

/** Undefined where nothing was sent. */
export async function readBody({ req }: Context): Promise<Result<unknown, ProblemBody>> {
  if (req.method === 'GET') return ok(undefined);
  const text = await req.text();
  if (text === '') return ok(undefined);
  if (text.length > MOST_BYTES || Buffer.byteLength(text) > MOST_BYTES) return err(problems.tooLarge);
  return JSON_TYPE.test(req.header('content-type') ?? '') ? parse(text) : err(problems.notJson);
}
