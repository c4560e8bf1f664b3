// Compares two values by a table of fields. What the table does not know is compared and told all the same, only less
// well: no change can be missed.
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Standard } from '../standard.ts';

export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** `process.deadlines.pendalungan-promise.duration`. */
  readonly place: string;
  /** "Kartu Pendalungan terbit: 3 hari kerja menjadi 2 hari kerja." */
  readonly words: string;
  /** Citizens were promised more before. */
  readonly weaker?: true;
}

export interface Versions {
  readonly before: Standard;
  readonly after: Standard;
}

export type Item = Readonly<Record<string, unknown>>;

/** A value as people read it; names are looked up in the version it stands in. */
export type Show = (value: unknown, standard: Standard) => string;

export interface ListSpec {
  /** "Langkah"; empty where the label says it. */
  readonly one: string;
  /** "Janji": what comes or goes, where `one` is empty. */
  readonly whole?: string;
  /** "Urutan langkah" */
  readonly order: string;
  readonly key: (item: Item) => string;
  readonly label: (item: Item, standard: Standard) => string;
  /** What it is called where it stayed and changed. */
  readonly changed?: (item: Item, standard: Standard) => string;
  readonly fields: Fields;
  /** What comes or goes here lessens what is promised; with the version it stands in. */
  readonly weakerWith?: (item: Item, standard: Standard, place: string) => boolean;
  readonly weakerWithout?: (item: Item, standard: Standard, place: string) => boolean;
}

/** What a value that changed belongs to, as it is now. */
export interface Change {
  readonly place: string;
  readonly item: Item;
  readonly after: Standard;
}

export interface FieldSpec {
  /** "pelaksana"; empty where the values speak for themselves. */
  readonly name: string;
  readonly show?: Show;
  readonly list?: ListSpec;
  readonly group?: Fields;
  readonly weaker?: (before: unknown, after: unknown, change: Change) => boolean;
}

/** In the order in which they are told. */
export type Fields = Readonly<Record<string, FieldSpec>>;

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isItems = (value: unknown): value is readonly Item[] => Array.isArray(value) && value.every(isItem);

const same = (a: unknown, b: unknown): boolean =>
  a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b);

const LONGEST = 300;

const plainly: Show = (value) => {
  const text = typeof value === 'string' ? `“${value}”` : canonicalJson(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

interface Subject {
  /** What the words are about. */
  readonly item?: Item;
  readonly place: string;
  /** "Langkah “Periksa berkas”, hasil “Terima”"; empty at the top. */
  readonly words: string;
}

const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const joined = (subject: string, name: string, said: string): string => {
  const named = [name, said].filter((part) => part !== '').join(' ');
  return `${subject === '' ? upperFirst(named) : `${subject}: ${named}`}.`;
};

const changedValue = (
  { name, show = plainly, weaker }: FieldSpec,
  { place, words, item = {} }: Subject,
  { before, after }: Versions,
  was: unknown,
  is: unknown,
): Difference => {
  const old = was === undefined ? undefined : show(was, before);
  const now = is === undefined ? undefined : show(is, after);
  const said =
    old === undefined
      ? `kini ${now}, semula tidak ada`
      : now === undefined
        ? `dihapus, semula ${old}`
        : old === now
          ? `berubah, tetap berbunyi ${old}`
          : `${old} menjadi ${now}`;
  return {
    kind: 'changed',
    place,
    words: joined(words, name, said),
    ...(weaker?.(was, is, { place, item, after }) === true && { weaker: true as const }),
  };
};

/** Items by their key; a key that comes again is another item. */
const keyed = (items: readonly Item[], key: ListSpec['key']): ReadonlyMap<string, Item> => {
  const found = new Map<string, Item>();
  for (const item of items) {
    const name = key(item);
    let free = name;
    for (let again = 2; found.has(free); again += 1) free = `${name}#${again}`;
    found.set(free, item);
  }
  return found;
};

const subjectOf = (list: ListSpec, label: string, within: string): string => {
  const named = list.one === '' ? label : `${within === '' ? list.one : list.one.toLowerCase()} ${label}`;
  return within === '' ? named : `${within}, ${named}`;
};

const whole = (
  kind: 'added' | 'removed',
  list: ListSpec,
  subject: Subject,
  item: Item,
  standard: Standard,
): Difference => {
  const noun = list.whole ?? (subject.words === '' ? list.one : list.one.toLowerCase());
  const said = `${list.label(item, standard)} ${kind === 'added' ? 'ditambahkan' : 'dihapus'}`;
  const lessens = kind === 'added' ? list.weakerWith : list.weakerWithout;
  return {
    kind,
    place: subject.place,
    words: joined(subject.words, noun, said),
    ...(lessens?.(item, standard, subject.place) === true && { weaker: true as const }),
  };
};

const comparedLists = (
  list: ListSpec,
  subject: Subject,
  versions: Versions,
  was: readonly Item[],
  is: readonly Item[],
): readonly Difference[] => {
  const old = keyed(was, list.key);
  const now = keyed(is, list.key);
  const at = (key: string): string => `${subject.place}.${key}`;
  const found: Difference[] = [];
  for (const [key, item] of now) {
    const earlier = old.get(key);
    if (earlier === undefined) {
      found.push(whole('added', list, { ...subject, place: at(key) }, item, versions.after));
    } else if (!same(earlier, item)) {
      const words = subjectOf(list, (list.changed ?? list.label)(item, versions.after), subject.words);
      found.push(...comparedItems(list.fields, { place: at(key), words }, versions, earlier, item));
    }
  }
  for (const [key, item] of old) {
    if (!now.has(key))
      found.push(whole('removed', list, { ...subject, place: at(key) }, item, versions.before));
  }
  const kept = (keys: Iterable<string>, others: ReadonlyMap<string, Item>): string =>
    [...keys].filter((key) => others.has(key)).join(' ');
  if (kept(old.keys(), now) !== kept(now.keys(), old)) {
    found.push({
      kind: 'changed',
      place: subject.place,
      words: joined(subject.words, list.order, 'berubah'),
    });
  }
  return found;
};

const comparedField = (
  spec: FieldSpec,
  subject: Subject,
  versions: Versions,
  was: unknown,
  is: unknown,
): readonly Difference[] => {
  if (same(was, is)) return [];
  if (spec.list) {
    // A list that is not there has nothing in it; one that is there and empty is told as such.
    if (
      (was === undefined && isItems(is) && is.length > 0) ||
      (is === undefined && isItems(was) && was.length > 0)
    ) {
      return comparedLists(spec.list, subject, versions, isItems(was) ? was : [], isItems(is) ? is : []);
    }
    if (isItems(was) && isItems(is)) return comparedLists(spec.list, subject, versions, was, is);
  }
  if (spec.group && isItem(was) && isItem(is)) {
    const within = subject.words === '' ? upperFirst(spec.name) : `${subject.words}, ${spec.name}`;
    return comparedItems(
      spec.group,
      { ...subject, words: spec.name === '' ? subject.words : within },
      versions,
      was,
      is,
    );
  }
  return [changedValue(spec, subject, versions, was, is)];
};

const comparedItems = (
  fields: Fields,
  subject: Subject,
  versions: Versions,
  was: Item,
  is: Item,
): readonly Difference[] => {
  const keys = new Set(
    [...Object.keys(fields), ...Object.keys(was), ...Object.keys(is)].filter(
      (key) => key in was || key in is,
    ),
  );
  return [...keys].flatMap((key) => {
    const spec = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const place = subject.place === '' ? key : `${subject.place}.${key}`;
    return comparedField(
      spec ?? { name: `isian ${key}` },
      { place, words: subject.words, item: is },
      versions,
      was[key],
      is[key],
    );
  });
};

/** So that a name which one version forgot is told by the label of the other. Steps and endings name places: they stay. */
const withNamesOf = (standard: Standard, other: Standard): Standard => {
  const filled = <T extends { readonly id: string }>(own: readonly T[], others: readonly T[]): T[] => [
    ...own,
    ...others.filter(({ id }) => own.every((one) => one.id !== id)),
  ];
  const [to, from] = [standard.process, other.process];
  return {
    ...standard,
    process: {
      ...to,
      facts: filled(to.facts, from.facts),
      forms: filled(to.forms, from.forms),
      roles: filled(to.roles, from.roles),
      channels: filled(to.channels, from.channels),
      requirements: filled(to.requirements, from.requirements),
      deadlines: filled(to.deadlines, from.deadlines),
      products: filled(to.products, from.products),
    },
  };
};

export const differencesOf = (fields: Fields, { before, after }: Versions): readonly Difference[] =>
  comparedItems(
    fields,
    { place: '', words: '' },
    { before: withNamesOf(before, after), after: withNamesOf(after, before) },
    { ...before },
    { ...after },
  );
