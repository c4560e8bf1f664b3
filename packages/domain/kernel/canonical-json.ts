// One spelling for every JSON value (RFC 8785: keys in code unit order, no white space), so that equal values hash equally.

const spellObject = (value: object): string => {
  const members: string[] = [];
  for (const [key, member] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
};

/**
 * Canonical JSON of a value; members that are `undefined` are left out, as JSON does.
 * Throws on what JSON cannot say (functions, NaN, class instances): hashing such a value is a bug.
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) return spellObject(value);
  }
  throw new TypeError(`not a JSON value: ${typeof value}`);
};
