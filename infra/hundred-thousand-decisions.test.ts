// Everybody is asked to reach everything of everybody else, in sessions with every kind of tag: a sample of it in `test`, all
// of it with LAYAN_DEEP. What nobody may do across tenants is said once, below; the policies are those that deploy.
import { describe, expect, it } from 'vitest';
import { AUDIENCES, FUNCTIONS } from './constructs/names.ts';
import { decidingBy } from './deciding.ts';
import { LOCAL, synthesize } from './synthesized.ts';

const stage = synthesize(LOCAL);
const { names } = stage;
const REGION = 'ap-southeast-3';

// Names that begin with each other, the same name on both levels, one that ends as another does.
const SLUGS = [
  'kota-a',
  'kota-a-b',
  'kota-a-b-c',
  'kab-a',
  'kab-a-b',
  'kota-probolinggo',
  'kab-probolinggo',
  'kota-kota-a',
  'kab-kota-a',
];
/** Values of the tag that are no tenant's name. */
const ODD = [
  '',
  '*',
  '?',
  'kota-*',
  'kab-*',
  'kota-?',
  'kota-',
  'k*a',
  '$'.concat('{aws:PrincipalTag/tenant}'),
  '$'.concat('{*}'),
  'KOTA-A',
  'Kota-a',
  'kota-A',
  // The о of Cyrillic, a hyphen that is none, full width, a letter with a mark of its own, a space nobody sees.
  'k\u043eta-a',
  'kota\u2010a',
  '\uff4bota-a',
  'kota-a\u0301',
  'kota-a\u200b',
  'kota-a ',
  ' kota-a',
  'kota-a\n',
  'kota-a,kota-b',
  // Names that end inside the resources of another.
  'kota-a/index/inbox',
  'kota-a/index/due',
  'kota-a/x',
  'kota-a/../kota-a-b',
  'kota-a.sign',
];

interface Session {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
}
type Context = Readonly<Record<string, string | readonly string[]>>;
interface Ask {
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
}

const { allows, keyArn, signingKeyArn } = decidingBy(stage, SLUGS);

/** Everything there is of a tenant, in every way it can be asked for. */
function askedOf(slug: string): Ask[] {
  const table = names.tenantTableArn(slug);
  const objects = `arn:aws:s3:::${names.documentsBucket}`;
  const seals = `arn:aws:s3:::${names.sealsBucket}`;
  const ask = (action: string, resource: string, context: Context = {}): Ask => ({
    action,
    resource,
    context,
  });
  const via = (service: string) => ({ 'kms:ViaService': `${service}.${REGION}.amazonaws.com` });
  const keyed = {
    's3:x-amz-server-side-encryption': 'aws:kms',
    's3:x-amz-server-side-encryption-aws-kms-key-id': keyArn(slug),
    's3:if-none-match': '*',
  };
  return [
    ...['CASE#1', 'TENANT', 'STAFF', 'AUDIT#administration', 'PRACTICE#1#CASE#1'].flatMap((partition) => {
      const within = { 'dynamodb:LeadingKeys': [partition] };
      return [
        ...['GetItem', 'BatchGetItem', 'Query', 'BatchWriteItem'].map((name) =>
          ask(`dynamodb:${name}`, table, within),
        ),
        ...['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'].map((name) =>
          ask(`dynamodb:${name}`, table, { ...within, 'dynamodb:EnclosingOperation': 'TransactWriteItems' }),
        ),
      ];
    }),
    ...[
      'Scan',
      'PartiQLSelect',
      'PartiQLUpdate',
      'PartiQLDelete',
      'DeleteTable',
      'ExportTableToPointInTime',
    ].map((name) => ask(`dynamodb:${name}`, table)),
    ...['inbox', 'due'].flatMap((index) =>
      ['Query', 'Scan', 'PartiQLSelect'].map((name) => ask(`dynamodb:${name}`, `${table}/index/${index}`)),
    ),
    ...['DescribeStream', 'GetRecords', 'GetShardIterator'].map((name) =>
      ask(`dynamodb:${name}`, `${table}/stream/2026-01-01T00:00:00.000`),
    ),
    ...['incoming', 'accepted', 'printed', 'letters', 'exports'].flatMap((prefix) => [
      ask('s3:GetObject', `${objects}/${prefix}/${slug}/x`),
      ask('s3:PutObject', `${objects}/${prefix}/${slug}/x`, keyed),
      ask('s3:DeleteObject', `${objects}/${prefix}/${slug}/x`),
      // Below the prefix of another that is named like the first part of a key.
      ask('s3:GetObject', `${objects}/${prefix}/${slug}/x/index/inbox/y`),
    ]),
    ask('s3:ListBucket', objects, { 's3:prefix': `accepted/${slug}/` }),
    ask('s3:GetObject', `${seals}/seals/${slug}/000000001.json`),
    ask('s3:PutObject', `${seals}/seals/${slug}/000000001.json`, keyed),
    ask('s3:DeleteObject', `${seals}/seals/${slug}/000000001.json`),
    ask('s3:ListBucket', seals, { 's3:prefix': `seals/${slug}/` }),
    ...['Decrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'Encrypt', 'CreateGrant'].flatMap(
      (name) => [
        ask(`kms:${name}`, keyArn(slug), { 'kms:EncryptionContextKeys': ['tenant'] }),
        ask(`kms:${name}`, keyArn(slug), via('s3')),
      ],
    ),
    ask('kms:Decrypt', keyArn(slug), via('dynamodb')),
    ...['Sign', 'GetPublicKey', 'Verify'].map((name) => ask(`kms:${name}`, signingKeyArn(slug))),
  ];
}

/** Whose session it is; the names of tags are the same in any case, their values are not. */
const tenantOf = ({ tags }: Session) =>
  Object.entries(tags).find(([name]) => name.toLowerCase() === 'tenant')?.[1];

/** The recorded exceptions of decisions 0004 and 0003: streams that carry keys only, and the building of tenants. */
function isRecorded({ arn }: Session, { action, context }: Ask): boolean {
  const viaDynamodb = String(context['kms:ViaService'] ?? '').startsWith('dynamodb.');
  if (arn === names.functionRoleArn('relay'))
    return /^dynamodb:(DescribeStream|GetRecords|GetShardIterator)$/.test(action) || viaDynamodb;
  return arn === names.tenantStackRoleArn && viaDynamodb;
}

const dataRoles = [...AUDIENCES.map(names.dataRoleArn), names.leavingRoleArn];
const sessions: readonly Session[] = [
  ...dataRoles.flatMap((arn) => [
    { arn, tags: {} },
    ...[...SLUGS, ...ODD].map((tenant) => ({ arn, tags: { tenant } })),
    { arn, tags: { Tenant: 'kota-a' } },
    { arn, tags: { tenants: 'kota-a', role: 'kota-a' } },
    { arn, tags: { tenant: 'kota-a', use: 'sign', stage: 'prod' } },
  ]),
  ...[...FUNCTIONS.map(names.functionRoleArn), names.tenantStackRoleArn].map((arn) => ({ arn, tags: {} })),
];

const deep = process.env.LAYAN_DEEP !== undefined;
const SAMPLED = 53;
const OFFSET = 7;

interface Question {
  readonly slug: string;
  readonly ask: Ask;
  readonly session: Session;
}

/** What is theirs of one tenant is asked of everybody, also where few are asked: each role does reach something. */
const isOwnOfTheFirst = ({ slug, session }: Question) => slug === SLUGS[0] && session.tags.tenant === slug;

/** The whole product, or every so manieth of it, which is another one of everything in turn. */
function* sampled(all: Iterable<Question>): Iterable<Question> {
  let position = 0;
  for (const one of all) {
    if (deep || position % SAMPLED === OFFSET || isOwnOfTheFirst(one)) yield one;
    position += 1;
  }
}

describe('a hundred thousand decisions', () => {
  it(
    'let nobody across',
    async () => {
      const began = performance.now();
      const across: string[] = [];
      const own = new Set<string>();
      let decided = 0;
      const everything = function* () {
        for (const slug of SLUGS)
          for (const ask of askedOf(slug)) for (const session of sessions) yield { slug, ask, session };
      };
      for (const { slug, ask, session } of sampled(everything())) {
        const allowed = await allows(session, ask.action, ask.resource, ask.context);
        decided += 1;
        if (!allowed) continue;
        const tenant = tenantOf(session);
        if (dataRoles.includes(session.arn) && tenant === slug) own.add(session.arn);
        else if (isRecorded(session, ask)) continue;
        // Such a tag is never on a session: see below.
        else if (tenant === undefined || !(await admits(session.arn, { tenant })).length) continue;
        else across.push(`${session.arn} as "${tenant}" ${ask.action} ${ask.resource}`);
      }
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`R1: ${decided} decisions across tenants in ${seconds} s: ${across.length} allowed.`);
      expect(across).toEqual([]);
      expect([...own].sort()).toEqual([...dataRoles].sort());
      expect(decided).toBeGreaterThan(deep ? 100_000 : 3_000);
    },
    deep ? 1_800_000 : 120_000,
  );

  it('give a session to tenants only, to the functions that serve that audience, and with no other tag', async () => {
    const all = [...SLUGS, ...ODD];
    const sessionsOf = async (tenant: string) =>
      (
        await Promise.all(AUDIENCES.map((audience) => admits(names.dataRoleArn(audience), { tenant })))
      ).flat();
    const [expected = []] = [await sessionsOf('kota-probolinggo')];
    expect(expected.length).toBeGreaterThan(AUDIENCES.length);
    for (const tenant of SLUGS) expect(await sessionsOf(tenant)).toEqual(expected);
    const admitted: string[] = [];
    for (const tenant of all) if ((await sessionsOf(tenant)).length > 0) admitted.push(tenant);
    // Letters of other scripts are letters to IAM; no table, key or prefix is named so.
    expect(admitted.filter((tenant) => !/[^\x20-\x7e]/.test(tenant) && !SLUGS.includes(tenant))).toEqual([
      'kota-',
      'kota-A',
      'kota-a,kota-b',
    ]);
    const otherTags: readonly Record<string, string>[] = [
      {},
      { Tenant: 'kota-a' },
      { tenant: 'kota-a', role: 'staff' },
      { tenants: 'kota-a' },
    ];
    for (const tags of otherTags)
      for (const audience of AUDIENCES) expect(await admits(names.dataRoleArn(audience), tags)).toEqual([]);
  }, 300_000);

  it('let no function put a message on a queue that is not its own, and nobody write the log of another', async () => {
    const queues = ['changes', 'notices', 'sweeps', ...FUNCTIONS.map((name) => names.deadLetters(name))];
    const allowed: string[] = [];
    for (const { arn } of sessions.filter(({ tags }) => Object.keys(tags).length === 0))
      for (const queue of queues)
        for (const action of [
          'SendMessage',
          'ReceiveMessage',
          'DeleteMessage',
          'PurgeQueue',
          'SetQueueAttributes',
        ])
          if (await allows({ arn }, `sqs:${action}`, names.queueArn(queue)))
            allowed.push(`${arn.split('/')[1]?.slice(names.prefix.length + 1)} ${action} ${queue}`);
    expect(allowed.filter((line) => /PurgeQueue|SetQueueAttributes|^data-/.test(line))).toEqual([]);
    for (const name of [
      'events:PutRule',
      'events:PutTargets',
      'lambda:InvokeFunction',
      'logs:DeleteLogGroup',
    ])
      for (const { arn } of sessions.filter(({ tags }) => Object.keys(tags).length === 0)) {
        const [service] = name.split(':');
        const resource =
          service === 'lambda'
            ? names.functionArn('relay')
            : `arn:aws:${service}:${REGION}:000000000000:${service === 'events' ? 'rule/' : 'log-group:'}x`;
        expect(await allows({ arn }, name, resource)).toBe(false);
      }
  }, 120_000);
});

/** The functions that may take a data role with these tags. */
async function admits(role: string, tags: Readonly<Record<string, string>>): Promise<string[]> {
  const context = {
    ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [`aws:RequestTag/${name}`, value])),
    ...(Object.keys(tags).length > 0 ? { 'aws:TagKeys': Object.keys(tags) } : {}),
  };
  const admitted: string[] = [];
  for (const name of FUNCTIONS) {
    const may = (action: string) => allows({ arn: names.functionRoleArn(name) }, action, role, context);
    if ((await may('sts:AssumeRole')) && (await may('sts:TagSession'))) admitted.push(name);
  }
  return admitted;
}
