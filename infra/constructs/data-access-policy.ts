// What each audience may do with the data of the tenant its session is tagged with. Nothing here may scan, and
// nothing is named by a pattern that another tenant's name could match.
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { AUDIENCES, type Audience, type Names, SIGNING_USE, TENANT_TAG } from './names.ts';
import { REGION } from './settings.ts';
import { CHAINS, indexesOf, mayFindNoTable, type TableUse, tableUseOf } from './table-use.ts';

const PREFIXES = ['incoming', 'accepted', 'printed', 'letters', 'exports', 'seals'] as const;
type Prefix = (typeof PREFIXES)[number];

const objectsOf: Readonly<Record<Audience, readonly { action: string; prefix: Prefix }[]>> = {
  // The link to a letter is signed by the session of who may read it, so that session must be allowed to.
  citizen: [
    { action: 's3:PutObject', prefix: 'incoming' },
    { action: 's3:GetObject', prefix: 'letters' },
  ],
  staff: [
    { action: 's3:PutObject', prefix: 'incoming' },
    { action: 's3:GetObject', prefix: 'accepted' },
    { action: 's3:GetObject', prefix: 'letters' },
    { action: 's3:GetObject', prefix: 'seals' },
    // What a tenant that leaves takes home is fetched by its own manager.
    { action: 's3:GetObject', prefix: 'exports' },
  ],
  // It draws letters for signing.
  worker: [
    { action: 's3:PutObject', prefix: 'letters' },
    { action: 's3:GetObject', prefix: 'letters' },
    // It takes away what belongs to erased cases.
    { action: 's3:DeleteObject', prefix: 'letters' },
    { action: 's3:DeleteObject', prefix: 'accepted' },
    { action: 's3:PutObject', prefix: 'seals' },
    // A seal that was written and not noted is taken over.
    { action: 's3:GetObject', prefix: 'seals' },
  ],
  scans: [
    { action: 's3:GetObject', prefix: 'incoming' },
    { action: 's3:DeleteObject', prefix: 'incoming' },
    { action: 's3:PutObject', prefix: 'accepted' },
    // Where a file was accepted before, the record tells of that one.
    { action: 's3:GetObject', prefix: 'accepted' },
    // What comes back signed is compared with what was drawn, and kept beside it.
    { action: 's3:GetObject', prefix: 'letters' },
    { action: 's3:PutObject', prefix: 'letters' },
  ],
  // The link to a printed card is signed by the session that made it, so the session must be allowed to read.
  renderer: [
    { action: 's3:PutObject', prefix: 'printed' },
    { action: 's3:GetObject', prefix: 'printed' },
    { action: 's3:GetObject', prefix: 'letters' },
  ],
  notifier: [],
  auditor: [{ action: 's3:GetObject', prefix: 'seals' }],
};

/** Who signs for the tenant: workers its lists and the codes on letters, the renderer its cards, staff what they seal. */
const signingOf: Readonly<Record<Audience, readonly string[]>> = {
  citizen: [],
  staff: ['kms:Sign'],
  worker: ['kms:GetPublicKey', 'kms:Sign'],
  scans: [],
  renderer: ['kms:Sign'],
  notifier: [],
  auditor: [],
};

/** What opens the keys that personal data is sealed with; without it an audience holds objects and records only. */
const sealingOf: Readonly<Record<Audience, readonly string[]>> = {
  citizen: ['kms:Decrypt'],
  staff: ['kms:Decrypt'],
  worker: ['kms:Decrypt', 'kms:GenerateDataKeyWithoutPlaintext'],
  scans: [],
  renderer: ['kms:Decrypt'],
  notifier: ['kms:Decrypt'],
  auditor: [],
};

/** For the bucket to say the same from its side. */
export const audiencesOfObjects = AUDIENCES.filter((audience) =>
  objectsOf[audience].some(({ prefix }) => prefix !== 'seals'),
);
export const audiencesOfSeals = AUDIENCES.filter((audience) =>
  objectsOf[audience].some(({ prefix }) => prefix === 'seals'),
);

const ownKey = { 'aws:ResourceTag/tenant': TENANT_TAG };
const via = (service: string) => ({ 'kms:ViaService': `${service}.${REGION}.amazonaws.com` });

const ownObjects = (names: Names, prefix: Prefix) =>
  `arn:aws:s3:::${prefix === 'seals' ? names.sealsBucket : names.documentsBucket}/${prefix}/${TENANT_TAG}/*`;

/** All objects a tenant has, of whatever kind. */
export const objectsOfTenant = (names: Names) => PREFIXES.map((prefix) => ownObjects(names, prefix));

/** Where the statements below hold a star, and why it reaches no further than one tenant. */
export function starsOf(names: Names, audience: Audience) {
  const prefixes = new Set(objectsOf[audience].map(({ prefix }) => prefix));
  return [
    {
      resources: [...prefixes].map((prefix) => ownObjects(names, prefix)),
      reason: 'Objects below the prefix of one tenant, which ends in a slash.',
    },
    {
      resources: [names.anyKeyArn],
      reason:
        'A policy cannot name a key by its alias; the condition admits only keys tagged with the tenant.',
    },
  ];
}

export function dataStatements(names: Names, audience: Audience): PolicyStatement[] {
  const table = names.tenantTableArn(TENANT_TAG);
  const { read, write, keeps, takes } = tableUseOf[audience];
  const indexes = indexesOf[audience].map((index) => `${table}/index/${index}`);
  return [
    new PolicyStatement({
      sid: 'ReadOwnTable',
      actions: [...read.actions],
      resources: [table],
      conditions: onlyWithin(read),
    }),
    ...(mayFindNoTable(audience) ? [noTable(table)] : []),
    ...(indexes.length > 0
      ? [new PolicyStatement({ sid: 'QueryOwnIndexes', actions: ['dynamodb:Query'], resources: indexes })]
      : []),
    ...(write ? [writeStatement(table, write), keepChains(table)] : []),
    ...(keeps ? [takeNothingFrom(table, keeps)] : []),
    ...(takes ? [addNothingTo(table, takes)] : []),
    ...objectsOf[audience].map(
      ({ action, prefix }) =>
        new PolicyStatement({
          sid: `${action.slice('s3:'.length)}${prefix.charAt(0).toUpperCase()}${prefix.slice(1)}`,
          actions: [action],
          resources: [ownObjects(names, prefix)],
        }),
    ),
    ...(audience === 'auditor' ? [listStatement(names)] : []),
    ...keyStatements(names, audience),
  ];
}

const writeStatement = (table: string, write: NonNullable<TableUse['write']>) =>
  new PolicyStatement({
    sid: 'WriteOwnTable',
    actions: [...write.actions],
    resources: [table],
    conditions: {
      // A lone conditional write reports a false conflict when its acknowledgement is lost; a transaction does not.
      'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
      ...onlyWithin(write),
    },
  });

/** The table of a tenant that does not exist has no keys to state; one that exists always states them. */
const noTable = (table: string) =>
  new PolicyStatement({
    sid: 'FindNoTable',
    actions: ['dynamodb:GetItem'],
    resources: [table],
    conditions: { Null: { 'dynamodb:LeadingKeys': 'true' } },
  });

/** A row of a chain is put once and stays, whoever asks. (That it is not put twice is a matter of its condition, and of the seals.) */
const keepChains = (table: string) =>
  new PolicyStatement({
    sid: 'KeepTheChains',
    effect: Effect.DENY,
    actions: ['dynamodb:DeleteItem', 'dynamodb:UpdateItem'],
    resources: [table],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': CHAINS } },
  });

const takeNothingFrom = (table: string, partitions: readonly string[]) =>
  new PolicyStatement({
    sid: 'TakeNothingAway',
    effect: Effect.DENY,
    actions: ['dynamodb:DeleteItem'],
    resources: [table],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [...partitions] } },
  });

const addNothingTo = (table: string, partitions: readonly string[]) =>
  new PolicyStatement({
    sid: 'AddNothing',
    effect: Effect.DENY,
    actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
    resources: [table],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [...partitions] } },
  });

/** What is there that should not be shows in a list only. */
const listStatement = (names: Names) =>
  new PolicyStatement({
    sid: 'ListOwnSeals',
    actions: ['s3:ListBucket'],
    resources: [`arn:aws:s3:::${names.sealsBucket}`],
    conditions: { StringEquals: { 's3:prefix': `seals/${TENANT_TAG}/` } },
  });

const onlyWithin = ({ within }: TableUse['read']): Record<string, Record<string, unknown>> =>
  within === undefined
    ? {}
    : {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...within] },
        // ForAllValues is also true of no keys at all.
        Null: { 'dynamodb:LeadingKeys': 'false' },
      };

// A policy cannot name a key by its alias, so these name any key that carries the session's tenant as its own tag.
function keyStatements(names: Names, audience: Audience): PolicyStatement[] {
  const resources = [names.anyKeyArn];
  return [
    ...sealingStatements(names, audience),
    new PolicyStatement({
      sid: 'UseOwnTable',
      actions: ['kms:Decrypt'],
      resources,
      conditions: { StringEquals: { ...ownKey, ...via('dynamodb') } },
    }),
    ...objectKeyStatements(names, audience),
    ...signingStatements(names, audience),
  ];
}

function sealingStatements(names: Names, audience: Audience): PolicyStatement[] {
  const actions = sealingOf[audience];
  if (actions.length === 0) return [];
  return [
    new PolicyStatement({
      sid: 'OpenOwnDataKey',
      actions: [...actions],
      resources: [names.anyKeyArn],
      // The key is the tenant's, and the ciphertext opens only with the tenant it was made for: asking for the name of
      // the tenant here keeps anything else from being sealed or opened this way.
      conditions: {
        StringEquals: ownKey,
        'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': ['tenant'] },
      },
    }),
  ];
}

function objectKeyStatements(names: Names, audience: Audience): PolicyStatement[] {
  // Seals are under a key of S3's own.
  const sealed = objectsOf[audience].filter(({ prefix }) => prefix !== 'seals');
  const uses = new Set(sealed.map(({ action }) => action));
  const actions = [
    ...(uses.has('s3:GetObject') ? ['kms:Decrypt'] : []),
    ...(uses.has('s3:PutObject') ? ['kms:GenerateDataKey'] : []),
  ];
  if (actions.length === 0) return [];
  return [
    new PolicyStatement({
      sid: 'UseOwnObjects',
      actions,
      resources: [names.anyKeyArn],
      conditions: { StringEquals: { ...ownKey, ...via('s3') } },
    }),
  ];
}

// The signing key is another key than the one that seals: its second tag says so.
function signingStatements(names: Names, audience: Audience): PolicyStatement[] {
  const actions = signingOf[audience];
  if (actions.length === 0) return [];
  return [
    new PolicyStatement({
      sid: 'SignForOwnTenant',
      actions: [...actions],
      resources: [names.anyKeyArn],
      conditions: { StringEquals: { ...ownKey, 'aws:ResourceTag/use': SIGNING_USE } },
    }),
  ];
}
