// What is the same about two runs: what they wrote and answered, without what chance made of it.
import type { Content } from './kept-table.ts';
import { changedSince } from './kept-table.ts';

/** Ids, tokens, hashes, ciphertexts, tickets: whatever is made by chance looks like one of these. */
const chances =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[\w.]*\.?[A-Za-z0-9_-]{38,}={0,2}|\b[0-9a-z]{26}\b|\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b|[A-Za-z0-9+/]{40,}={0,2}|(?<=")[A-Za-z0-9_-]{22}(?=\\?")/g;
const times = /\b\d{4}-\d{2}-\d{2}T[\d:.]+Z?|\b1[78]\d{8,11}\b/g;

export type Known = ReadonlySet<string>;

export const knownIn = (content: Content): Known =>
  new Set(JSON.stringify([...content.values()]).match(chances) ?? []);

interface Way {
  /** What stood there before keeps its name. */
  readonly known: Known;
  /** Where clocks were off. */
  readonly timeless?: boolean;
}

export const plain = (text: string, { known, timeless = false }: Way): string => {
  const named = text.replace(chances, (found) => (known.has(found) ? found : '•'));
  return timeless ? named.replace(times, '◷') : named;
};

/** What was written since, item by item, in an order of its own. */
export const writtenSince = (before: Content, now: Content, way: Way): readonly string[] => {
  const { written, gone } = changedSince(before, now);
  const textOf = (item: object) =>
    plain(JSON.stringify(Object.fromEntries(Object.entries(item).sort())), way);
  // Where clocks were off, what was only put off is as it was.
  const unchanged = new Set(way.timeless ? [...before.values()].map(textOf) : []);
  return [
    ...written.map(textOf).filter((text) => !unchanged.has(text)),
    ...gone.map((key) => plain(`gone ${JSON.stringify(key)}`, way)),
  ].sort();
};

export const answerText = (status: number, text: string, way: Way): string => {
  const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : text;
  const body =
    typeof parsed === 'object' && parsed !== null
      ? JSON.stringify({ ...parsed, reference: undefined })
      : text;
  return plain(`${status} ${body}`, way);
};
