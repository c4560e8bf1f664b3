// A standard that was adopted, and its template as it is now: what changed there, what changed here, and both. Compared
// element by element: a component, a fact, a step, a deadline, a reading, or one of the words on top.
import { canonicalJson } from '../kernel/canonical-json.ts';
import { type Difference, differences } from './differences.ts';
import { parseStandard } from './parse-standard.ts';
import type { Standard } from './standard.ts';

export interface UpstreamChange {
  /** `components/fee`, `process/deadlines/answer`, `summary`. */
  readonly element: string;
  /** What changed in the template since it was adopted or last looked at. */
  readonly upstream: readonly Difference[];
  /** What changed here meanwhile; empty: it can be taken over without losing anything. */
  readonly ours: readonly Difference[];
}

/** Who we are and what we decreed is not the template's to say. */
const ownFields = new Set(['format', 'id', 'agency', 'decree']);

type Elements = ReadonlyMap<string, unknown>;

const isNamed = (value: unknown, key: 'id' | 'key'): value is { readonly [K in typeof key]: string } =>
  typeof value === 'object' && value !== null && key in value;

const nameOf = (item: unknown): string | undefined => {
  if (isNamed(item, 'id')) return item.id;
  return isNamed(item, 'key') ? item.key : undefined;
};

const listed = (place: string, items: readonly unknown[]): readonly (readonly [string, unknown])[] =>
  items.every((item) => nameOf(item) !== undefined)
    ? items.map((item) => [`${place}/${nameOf(item)}`, item] as const)
    : [[place, items]];

const fieldsOf = (prefix: string, value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).flatMap(([field, content]) =>
    Array.isArray(content) && content.length > 0
      ? listed(`${prefix}${field}`, content)
      : [[`${prefix}${field}`, content] as const],
  );

const elementsOf = ({ process, ...rest }: Standard): Elements =>
  new Map([
    ...fieldsOf('', rest).filter(([place]) => !ownFields.has(place)),
    ...fieldsOf('process/', process),
  ]);

const same = (a: unknown, b: unknown): boolean =>
  a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The list with one item as it is in the other: changed in its place, added after its neighbour, or gone. */
const listWith = (into: unknown, from: unknown, name: string): unknown => {
  const items = Array.isArray(into) ? into : [];
  const others = Array.isArray(from) ? from : [];
  const item = others.find((one) => nameOf(one) === name);
  if (item === undefined) return items.filter((one) => nameOf(one) !== name);
  if (items.some((one) => nameOf(one) === name)) {
    return items.map((one) => (nameOf(one) === name ? item : one));
  }
  const neighbour = nameOf(others[others.indexOf(item) - 1]);
  const at = items.findIndex((one) => nameOf(one) === neighbour) + 1;
  return [...items.slice(0, at), item, ...items.slice(at)];
};

const holderWith = (into: unknown, from: unknown, path: readonly string[]): unknown => {
  const [field = '', ...rest] = path;
  const target = isRecord(into) ? into : {};
  const source = isRecord(from) ? from : {};
  const [name] = rest;
  if (field === 'process') return { ...target, process: holderWith(target.process, source.process, rest) };
  if (name !== undefined) return { ...target, [field]: listWith(target[field], source[field], name) };
  const { [field]: _, ...others } = target;
  return field in source ? { ...others, [field]: source[field] } : others;
};

/**
 * The standard with these elements as they are in the other. Undefined when that is no standard any more: an element
 * does not stand without another that was not taken.
 */
export const withElements = (
  standard: Standard,
  from: Standard,
  elements: readonly string[],
): Standard | undefined => {
  const changed = elements.reduce(
    (into: unknown, element) => holderWith(into, from, element.split('/')),
    standard,
  );
  const parsed = parseStandard(changed);
  return parsed.ok ? parsed.value : undefined;
};

const wordsFor = (from: Standard, to: Standard, element: string): readonly Difference[] => {
  const changed = withElements(from, to, [element]);
  return changed ? differences(from, changed) : [];
};

/** Elements that changed in the template; what is the same here already is none of them. */
export const upstreamChanges = (
  base: Standard,
  ours: Standard,
  upstream: Standard,
): readonly UpstreamChange[] => {
  const [then, here, now] = [base, ours, upstream].map(elementsOf);
  const places = [...new Set([...(now?.keys() ?? []), ...(then?.keys() ?? [])])];
  return places
    .filter((place) => !same(then?.get(place), now?.get(place)) && !same(here?.get(place), now?.get(place)))
    .map((element) => ({
      element,
      upstream: wordsFor(base, upstream, element),
      ours: same(then?.get(element), here?.get(element)) ? [] : wordsFor(base, ours, element),
    }));
};
