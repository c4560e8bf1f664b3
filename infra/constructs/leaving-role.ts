// The one role that reads all of a tenant to hand it over, and takes it away (decision 0104). Only the provisioner assumes
// it, for one tenant at a time; like the data roles it reaches nothing that does not carry that tenant's name or tag.
import { Duration } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyStatement, PrincipalWithConditions, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeStars, ONE_POLICY_PER_ROLE } from './acknowledge.ts';
import { boundaryOf } from './boundary-of.ts';
import { type Names, TENANT_TAG } from './names.ts';
import { onlyForOneTenant } from './one-tenant.ts';

/**
 * What of the documents bucket belongs to a tenant. Exports go when an offboarding is called off; those of a tenant that left stay
 * and become unreadable with their key.
 */
const TAKEN_AWAY = ['incoming', 'accepted', 'printed', 'letters', 'exports'] as const;
/** Handed over as they are, and seals beside them. */
const HANDED_OVER = ['accepted', 'letters'] as const;
const LEAST_DAYS = 7;

export class LeavingRole extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, { names }: { names: Names }) {
    super(scope, id);
    const account = new AccountPrincipal(names.account);
    const onlyTheProvisionerWithOneTenant = onlyForOneTenant([names.functionRoleArn('provisioner')]);
    this.role = new Role(this, 'Role', {
      roleName: names.leavingRole,
      description: 'Hands over and takes away one tenant that leaves.',
      assumedBy: new PrincipalWithConditions(account, onlyTheProvisionerWithOneTenant),
      maxSessionDuration: Duration.hours(1),
      permissionsBoundary: boundaryOf(this, names, 'leaving'),
    });
    this.role.assumeRolePolicy?.addStatements(
      new PolicyStatement({
        actions: ['sts:TagSession'],
        principals: [account],
        conditions: onlyTheProvisionerWithOneTenant,
      }),
    );
    acknowledge(this.role, ONE_POLICY_PER_ROLE);
    acknowledgeStars(this.role, [
      {
        resources: [...TAKEN_AWAY.map((prefix) => objects(names, prefix)), seals(names)],
        reason: 'Objects below the prefix of one tenant, which ends in a slash.',
      },
      {
        resources: [names.anyKeyArn],
        reason:
          'A policy cannot name a key by its alias; the condition admits only keys tagged with the tenant.',
      },
    ]);
    for (const statement of leavingStatements(names)) this.role.addToPolicy(statement);
  }
}

const objects = (names: Names, prefix: string) =>
  `arn:aws:s3:::${names.documentsBucket}/${prefix}/${TENANT_TAG}/*`;

const seals = (names: Names) => `arn:aws:s3:::${names.sealsBucket}/seals/${TENANT_TAG}/*`;

/** Also the ceiling of the role: what it may do and what it could ever be given are the same. */
export function leavingStatements(names: Names): PolicyStatement[] {
  const own = { 'aws:ResourceTag/tenant': TENANT_TAG };
  const via = (service: string) => ({ 'kms:ViaService': `${service}.${names.region}.amazonaws.com` });
  return [
    new PolicyStatement({
      sid: 'ReadAllOfOwnTableToHandItOver',
      actions: ['dynamodb:GetItem', 'dynamodb:Scan'],
      resources: [names.tenantTableArn(TENANT_TAG)],
    }),
    new PolicyStatement({
      sid: 'TakeOwnTableAway',
      actions: ['dynamodb:DeleteTable', 'dynamodb:DescribeTable', 'dynamodb:UpdateTable'],
      resources: [names.tenantTableArn(TENANT_TAG)],
    }),
    new PolicyStatement({
      sid: 'HandOverOwnExport',
      actions: ['s3:PutObject'],
      resources: [objects(names, 'exports')],
    }),
    new PolicyStatement({
      sid: 'ReadOwnObjectsToHandThemOver',
      actions: ['s3:GetObject'],
      resources: [...HANDED_OVER.map((prefix) => objects(names, prefix)), seals(names)],
    }),
    new PolicyStatement({
      sid: 'ListOwnSeals',
      actions: ['s3:ListBucketVersions'],
      resources: [`arn:aws:s3:::${names.sealsBucket}`],
      conditions: { StringEquals: { 's3:prefix': `seals/${TENANT_TAG}/` } },
    }),
    new PolicyStatement({
      sid: 'ListOwnObjects',
      actions: ['s3:ListBucketVersions'],
      resources: [`arn:aws:s3:::${names.documentsBucket}`],
      conditions: { StringEquals: { 's3:prefix': TAKEN_AWAY.map((prefix) => `${prefix}/${TENANT_TAG}/`) } },
    }),
    new PolicyStatement({
      sid: 'TakeOwnObjectsAway',
      actions: ['s3:DeleteObjectVersion'],
      resources: TAKEN_AWAY.map((prefix) => objects(names, prefix)),
    }),
    new PolicyStatement({
      sid: 'OpenWhatIsHandedOver',
      actions: ['kms:Decrypt'],
      resources: [names.anyKeyArn],
      conditions: {
        StringEquals: own,
        'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': ['tenant'] },
      },
    }),
    new PolicyStatement({
      sid: 'UseOwnTable',
      actions: ['kms:Decrypt'],
      resources: [names.anyKeyArn],
      conditions: { StringEquals: { ...own, ...via('dynamodb') } },
    }),
    new PolicyStatement({
      sid: 'SealOwnExportAndOpenOwnObjects',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [names.anyKeyArn],
      conditions: { StringEquals: { ...own, ...via('s3') } },
    }),
    new PolicyStatement({
      sid: 'TakeOwnKeysAwayWithDaysToRegret',
      actions: ['kms:ScheduleKeyDeletion'],
      resources: [names.anyKeyArn],
      conditions: {
        StringEquals: own,
        NumericGreaterThanEquals: { 'kms:ScheduleKeyDeletionPendingWindowInDays': LEAST_DAYS },
      },
    }),
    // A repeat finds the key scheduled already, and asks for its day. No window is named in that question.
    new PolicyStatement({
      sid: 'LookWhenOwnKeysAreGone',
      actions: ['kms:DescribeKey'],
      resources: [names.anyKeyArn],
      conditions: { StringEquals: own },
    }),
  ];
}
