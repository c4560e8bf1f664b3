// One spelling for every JSON value (RFC 8785: keys in code unit order, no white space), so that equal values hash equally.

const isPlainObject = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Text in which nothing needs escaping. Every event of every case is spelled here, so the short way counts. */
const harmless = /^[ !#-[\]-~]*$/;

const spellText = (text: string): string => (harmless.test(text) ? `"${text}"` : JSON.stringify(text));

const spellArray = (items: readonly unknown[]): string => {
  let spelled = '';
  for (const item of items) spelled += `${spelled === '' ? '' : ','}${canonicalJson(item)}`;
  return `[${spelled}]`;
};

const spellObject = (value: Readonly<Record<string, unknown>>): string => {
  let spelled = '';
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    spelled += `${spelled === '' ? '' : ','}${spellText(key)}:${canonicalJson(member)}`;
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
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return spellArray(value);
  if (typeof value === 'object' && isPlainObject(value)) return spellObject(value);
  throw new TypeError(`not a JSON value: ${typeof value}`);
};
