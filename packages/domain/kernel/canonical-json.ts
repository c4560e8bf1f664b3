// One spelling for every JSON value (RFC 8785: keys in code unit order, no white space), so that equal values hash equally.

const isPlainObject = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const nothingToEscape = /^[ !#-[\]-~]*$/;

/** Every event of every case is spelled here, so text in which nothing needs escaping takes the short way. */
const spellText = (text: string): string => (nothingToEscape.test(text) ? `"${text}"` : JSON.stringify(text));

const spelledNames = new Map<string, string>();

/** Members are named alike again and again; what strangers name must not fill the memory. */
const spellName = (name: string): string => {
  const known = spelledNames.get(name);
  if (known !== undefined) return known;
  const spelled = `${spellText(name)}:`;
  if (spelledNames.size < 2_000) spelledNames.set(name, spelled);
  return spelled;
};

/** Few keys are put in order one by one, in half the time of a sort. */
const sortedKeys = (value: object): readonly string[] => {
  const keys = Object.keys(value);
  if (keys.length > 20) return keys.sort();
  for (let from = 1; from < keys.length; from += 1) {
    const key = keys[from] ?? '';
    let to = from;
    for (; to > 0 && (keys[to - 1] ?? '') > key; to -= 1) keys[to] = keys[to - 1] ?? '';
    keys[to] = key;
  }
  return keys;
};

const spellArray = (items: readonly unknown[]): string => {
  let spelled = '';
  for (const item of items) spelled += (spelled === '' ? '' : ',') + canonicalJson(item);
  return `[${spelled}]`;
};

const spellObject = (value: Readonly<Record<string, unknown>>): string => {
  let spelled = '';
  for (const key of sortedKeys(value)) {
    const member = value[key];
    if (member === undefined) continue;
    spelled += (spelled === '' ? '' : ',') + spellName(key) + canonicalJson(member);
  }
  return `{${spelled}}`;
};

/**
 * Canonical JSON of a value; members that are `undefined` are left out, as JSON does.
 * Throws on what JSON cannot say (functions, NaN, class instances): hashing such a value is a bug.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === 'string') return spellText(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return spellArray(value);
  if (typeof value === 'object' && isPlainObject(value)) return spellObject(value);
  throw new TypeError(`not a JSON value: ${typeof value}`);
};
