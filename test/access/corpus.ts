// What hostile clients send instead of the body of an operation: each from a good one, so that nothing but the hostility
// is wrong with it.

interface Hostile {
  readonly name: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields that would matter if anybody copied them from a body. */
const assigned: Fields = {
  tenant: 'kab-contoh',
  agency: 'dinas-lain',
  roles: ['serviceManager'],
  areas: [],
  state: 'active',
  id: '00000000-0000-4000-8000-000000000999',
  by: { id: '00000000-0000-4000-8000-000000000999', name: 'Orang Lain' },
  member: { id: '00000000-0000-4000-8000-000000000999', roles: ['serviceManager'] },
  revision: 999,
  seq: 999,
  expectedSeq: 999,
  idempotencyKey: 'x',
  constructor: { prototype: { roles: ['serviceManager'] } },
  isAdmin: true,
};

const withFields = (good: Fields): Hostile[] =>
  Object.entries(assigned)
    .filter(([name]) => !Object.hasOwn(good, name))
    .map(([name, value]) => ({ name: `a field ${name}`, text: JSON.stringify({ ...good, [name]: value }) }));

const withProto = (good: Fields): Hostile => {
  const text = JSON.stringify(good);
  const rest = text === '{}' ? '}' : `,${text.slice(1)}`;
  return { name: 'a field __proto__', text: `{"__proto__":{"roles":["serviceManager"]}${rest}` };
};

const deep = (open: string, close: string): string => open.repeat(100_000) + close.repeat(100_000);

const replacing = (good: Fields, name: string, text: string): string => {
  const mark = 'PENGGANTI-ISI';
  return JSON.stringify({ ...good, [name]: mark }).replace(JSON.stringify(mark), () => text);
};

/** Each field in turn: of another type, too deep, beyond what numbers hold, named twice. */
const perField = (good: Fields): Hostile[] =>
  Object.entries(good).flatMap(([name, value]): Hostile[] => {
    const field = (what: string, text: string): Hostile => ({
      name: `${name}: ${what}`,
      text: replacing(good, name, text),
    });
    const twice = JSON.stringify(good).slice(0, -1);
    return [
      field('an array of arrays', '[[]]'),
      field('null', 'null'),
      field('a thousand levels', `${'{"a":'.repeat(1_000)}0${'}'.repeat(1_000)}`),
      field('a hundred thousand brackets', deep('[', ']')),
      { name: `${name}: named twice, at last as nothing`, text: `${twice},${JSON.stringify(name)}:null}` },
      ...(typeof value === 'number'
        ? [
            field('beyond 2^53', '9007199254740993'),
            field('beyond all numbers', '1e400'),
            field('below zero', '-1'),
            field('a part', '1.5'),
            field('a number as text', '"1"'),
          ]
        : []),
      ...(typeof value === 'string'
        ? [
            field('with NUL', JSON.stringify(`${value}\u0000`)),
            field('with half a character', JSON.stringify(`${value}\ud800`)),
            field('a number', '7'),
            field('an object', '{"toString":"x"}'),
            field('a megabyte', JSON.stringify('x'.repeat(999_000 - JSON.stringify(good).length))),
          ]
        : []),
    ];
  });

const ofWhole = (good: unknown): Hostile[] => {
  const text = JSON.stringify(good ?? {});
  const typed = (type: string) => ({ headers: { 'content-type': type } });
  return [
    { name: 'no JSON', text: '{"a":' },
    { name: 'an array', text: '[]' },
    { name: 'a list of itself', text: `[${text}]` },
    { name: 'a text', text: '"x"' },
    { name: 'a number', text: '7' },
    { name: 'null', text: 'null' },
    { name: 'NUL before it', text: `\u0000${text}` },
    { name: 'two of them', text: `${text}${text}` },
    { name: 'a hundred thousand brackets', text: deep('[', ']') },
    { name: 'a hundred thousand objects', text: `${'{"a":'.repeat(100_000)}0${'}'.repeat(100_000)}` },
    { name: 'a megabyte and one byte', text: `${text}${' '.repeat(1_000_001 - text.length)}` },
    { name: 'a megabyte in few characters', text: `${text}${'\u2003'.repeat(400_000)}` },
    { name: 'as plain text', text, ...typed('text/plain') },
    {
      name: 'as a form',
      text: new URLSearchParams({ body: text }).toString(),
      ...typed('application/x-www-form-urlencoded'),
    },
    { name: 'JSON that says it is a form', text, ...typed('multipart/form-data; boundary=x') },
    {
      name: 'as XML',
      text: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      ...typed('application/xml'),
    },
    { name: 'as another kind of JSON', text, ...typed('application/json-patch+json') },
    { name: 'in another alphabet', text, ...typed('application/json; charset=utf-7') },
    { name: 'in two types', text, ...typed('text/plain, application/json') },
    { name: 'without a type', text, ...typed('') },
  ];
};

export const corpusOf = (good: unknown): readonly Hostile[] => [
  ...ofWhole(good),
  ...withFields(isFields(good) ? good : {}),
  ...(isFields(good) ? [withProto(good), ...perField(good)] : [withProto({})]),
];

/** Headers by which somebody might hope to be somebody else, elsewhere, or to do something else. */
export const spoofs: readonly Readonly<Record<string, string>>[] = [
  { host: 'kab-contoh.layan.example', 'x-forwarded-host': 'kab-contoh.layan.example' },
  { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', 'true-client-ip': '10.0.0.1' },
  { 'x-original-url': '/staff/members', 'x-rewrite-url': '/staff/members' },
  { 'x-http-method-override': 'GET', 'x-method-override': 'DELETE', 'x-http-method': 'PUT' },
  { 'x-tenant': 'kab-contoh', 'x-tenant-id': 'kab-contoh', tenant: 'kab-contoh' },
  { 'x-user-id': '00000000-0000-4000-8000-000000000999', 'x-roles': 'serviceManager' },
  { 'x-amzn-oidc-identity': 'serviceManager', 'x-amz-security-token': 'x', 'x-amzn-request-context': '{}' },
  { origin: 'https://kab-contoh.layan.example', referer: 'https://console.example/', cookie: 'session=1' },
];
