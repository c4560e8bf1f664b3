// The answers of a sent form as plain text, bounded; names that begin with "_" are ours. Of a name that comes twice the last
// counts.
import { plainText } from '@layan/domain/person/visible-text';
import type { PortalContext } from '../env.ts';

export interface SentForm {
  readonly own: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, string>>;
}

const MOST_BYTES = 100_000;

/** Undefined when it is larger than any of our forms can be. */
export const readForm = async (c: PortalContext): Promise<SentForm | undefined> => {
  const body = await c.req.text();
  if (body.length > MOST_BYTES) return undefined;
  const entries = [...new URLSearchParams(body)].map(([name, value]) => [name, plainText(value)] as const);
  const isOwn = ([name]: readonly [string, string]): boolean => name.startsWith('_');
  return {
    own: Object.fromEntries(entries.filter(isOwn)),
    answers: Object.fromEntries(entries.filter((entry) => !isOwn(entry))),
  };
};
