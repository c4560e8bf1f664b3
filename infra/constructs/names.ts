// Every name in one place. Names are exact and known before anything exists, so that policies can say precisely
// whom they mean, and stacks need not wait for each other to be told.
import type { Settings } from './settings.ts';

export const FUNCTIONS = [
  'portal',
  'staff-api',
  'admin-api',
  'provisioner',
  'documents',
  'relay',
  'projections',
  'deadlines',
  'renderer',
  'notifier',
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export const AUDIENCES = ['citizen', 'staff', 'worker', 'scans', 'renderer', 'notifier', 'auditor'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Kinds of roles that share a ceiling (boundaries.ts). */
export const BOUNDARIES = ['functions', 'data', 'builders', 'leaving'] as const;
export type BoundaryName = (typeof BOUNDARIES)[number];

/** What carries this tag, with the stage as its value, is backed up every night. */
export const BACKUP_TAG = 'backup';

/** Queues that carry work from one function to another. */
export type QueueName = 'changes' | 'notices' | 'sweeps';

/** What stands for the tenant in a policy: the session tag the data-access role was assumed with. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is IAM's, not ours.
export const TENANT_TAG = '${aws:PrincipalTag/tenant}';

/** Value of the tag `use`, which tells the key a tenant signs with from the one that seals its data. */
export const SIGNING_USE = 'sign';

export type Names = ReturnType<typeof namesOf>;

export function namesOf({ stage, account, region }: Pick<Settings, 'stage' | 'account' | 'region'>) {
  const prefix = `layan-${stage}`;
  const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;
  const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;
  const fn = (name: FunctionName) => `${prefix}-${name}`;

  return {
    stage,
    account,
    region,
    prefix,
    fn,
    functionArn: (name: FunctionName) => arn('lambda', `function:${fn(name)}`),
    functionRoleArn: (name: FunctionName) => role(fn(name)),
    dataRole: (audience: Audience) => `${prefix}-data-${audience}`,
    dataRoleArn: (audience: Audience) => role(`${prefix}-data-${audience}`),
    boundary: (name: BoundaryName) => `${prefix}-boundary-${name}`,
    boundaryArn: (name: BoundaryName) => `arn:aws:iam::${account}:policy/${prefix}-boundary-${name}`,
    /** Hands over and takes away a tenant that leaves. */
    leavingRole: `${prefix}-leaving`,
    leavingRoleArn: role(`${prefix}-leaving`),
    tenantStackRole: `${prefix}-tenant-stacks`,
    tenantStackRoleArn: role(`${prefix}-tenant-stacks`),

    /** The dot cannot occur in a slug, so `layan.prod.kota-a` is never the beginning of another tenant's name. */
    tablePrefix: `layan.${stage}.`,
    tenantTable: (slug: string) => `layan.${stage}.${slug}`,
    tenantTableArn: (slug: string) => arn('dynamodb', `table/layan.${stage}.${slug}`),
    tenantKeyAlias: (slug: string) => `alias/layan/${stage}/${slug}`,
    /** A stack's ARN ends in an id that CloudFormation makes up, hence the last star. */
    tenantStackArns: ['kota', 'kab'].map((level) =>
      arn('cloudformation', `stack/${prefix}-tenant-${level}-*/*`),
    ),
    tenantStackArnPrefix: arn('cloudformation', `stack/${prefix}-tenant-`),
    anyKeyArn: arn('kms', 'key/*'),

    /** Mail is sent in the name of a domain. */
    senderIdentityArn: (domain: string) => arn('ses', `identity/${domain}`),

    backupRole: `${prefix}-backups`,
    backupRoleArn: role(`${prefix}-backups`),
    backupVault: `${prefix}-backups`,
    backupVaultArn: arn('backup', `backup-vault:${prefix}-backups`),
    /** The vault of the same name in a second account. */
    copyVaultArn: (other: string) => `arn:aws:backup:${region}:${other}:backup-vault:${prefix}-backups`,

    controlTable: `${prefix}-control`,
    controlTableArn: arn('dynamodb', `table/${prefix}-control`),
    documentsBucket: `${prefix}-documents-${account}`,
    sealsBucket: `${prefix}-seals-${account}`,
    accessLogBucket: `${prefix}-access-logs-${account}`,
    consoleBucket: `${prefix}-console-${account}`,
    queue: (name: string) => `${prefix}-${name}`,
    queueArn: (name: string) => arn('sqs', `${prefix}-${name}`),
    /** Where what a function could not handle waits for a person. */
    deadLetters: (name: FunctionName | QueueName) => `${name}-dlq`,
    restApi: prefix,
    userPool: (audience: 'staff' | 'admin') => `${prefix}-${audience}`,
    /** Host of a pool's sign-in pages. */
    signInHost: (audience: 'staff' | 'admin') =>
      `${prefix}-${audience}-${account}.auth.${region}.amazoncognito.com`,
    signInDomain: (audience: 'staff' | 'admin') => `${prefix}-${audience}-${account}`,
    logGroup: (name: FunctionName) => `/aws/lambda/${fn(name)}`,
  };
}
