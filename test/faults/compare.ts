// What is the same about two runs: what they wrote and answered, without what chance made of it.
import type { Content } from '@layan/testing/faults/kept-table';
import { changedSince } from '@layan/testing/faults/kept-table';

/** Ids, tokens, hashes, ciphertexts, tickets: whatever is made by chance looks like one of these. */
const chances =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[\w.]*\.?[A-Za-z0-9_-]{38,}={0,2}|\b[0-9a-z]{26}\b|\b\d{4}-\d{4}-\d\b|[A-Za-z0-9+/]{40,}={0,2}/g;
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
  const items = written.map((item) => JSON.stringify(Object.fromEntries(Object.entries(item).sort())));
  return [...items, ...gone.map((key) => `gone ${JSON.stringify(key)}`)]
    .map((text) => plain(text, way))
    .sort();
};

export const answerText = (status: number, text: string, way: Way): string => {
  const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : text;
  const body =
    typeof parsed === 'object' && parsed !== null
      ? JSON.stringify({ ...parsed, reference: undefined })
      : text;
  return plain(`${status} ${body}`, way);
};
