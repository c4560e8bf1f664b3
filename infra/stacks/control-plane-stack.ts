// The control plane: who the tenants are, who may sign in, and the function that builds a tenant's stack.
import { CfnOutput, Duration, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { acknowledge, RESTORABLE_TABLE } from '../constructs/acknowledge.ts';
import { Boundaries } from '../constructs/boundaries.ts';
import { CertificateKey } from '../constructs/certificate-key.ts';
import { LeavingRole } from '../constructs/leaving-role.ts';
import { BACKUP_TAG, type Names } from '../constructs/names.ts';
import { OperationsKey } from '../constructs/operations-key.ts';
import { Provisioner } from '../constructs/provisioner.ts';
import type { Settings } from '../constructs/settings.ts';
import { SignInPool } from '../constructs/sign-in-pool.ts';
import { TenantStackRole } from '../constructs/tenant-stack-role.ts';
import { TenantTemplate } from '../constructs/tenant-template.ts';

export class ControlPlaneStack extends Stack {
  readonly controlKey: Key;
  readonly operationsKey: Key;
  readonly controlTable: Table;
  readonly staff: SignInPool;
  readonly admins: SignInPool;

  constructor(scope: Construct, id: string, { settings, names }: { settings: Settings; names: Names }) {
    super(scope, id, {
      stackName: `${names.prefix}-control-plane`,
      env: { account: settings.account, region: settings.region },
      description: 'Layan: tenants, sign-in, provisioning.',
    });
    const boundaries = new Boundaries(this, 'Boundaries', { names });
    this.operationsKey = new OperationsKey(this, 'OperationsKey', { names }).key;
    this.controlKey = new Key(this, 'ControlKey', {
      description: `The list of tenants (stage ${names.stage}).`,
      alias: `alias/${names.controlTable}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.controlTable = new Table(this, 'ControlTable', {
      tableName: names.controlTable,
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.controlKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      timeToLiveAttribute: 'expiresAt',
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });

    Tags.of(this.controlTable).add(BACKUP_TAG, names.stage);
    acknowledge(this.controlTable, RESTORABLE_TABLE);

    this.staff = new SignInPool(this, 'Staff', {
      settings,
      names,
      audience: 'staff',
      callbackPath: '/callback',
      session: Duration.hours(12),
    });
    this.admins = new SignInPool(this, 'Admins', {
      settings,
      names,
      audience: 'admin',
      callbackPath: '/admin/callback',
      session: Duration.hours(4),
    });

    const tenantStacks = new TenantStackRole(this, 'TenantStacks', { names });
    new LeavingRole(this, 'Leaving', { names }).node.addDependency(boundaries);
    const provisioner = new Provisioner(this, 'Provisioner', {
      settings,
      names,
      template: new TenantTemplate(this, 'Tenant', { settings, names }),
      controlTable: this.controlTable,
      controlKey: this.controlKey,
      logKey: this.operationsKey,
      staffPool: this.staff.pool,
      certificateKey: new CertificateKey(this, 'Certificates', { names }).key,
    });
    // They name their ceilings by ARN, which says nothing about what has to be there first.
    for (const { role } of [tenantStacks, provisioner]) role.node.addDependency(boundaries);
    new Rule(this, 'TenantStackChanged', {
      ruleName: `${names.prefix}-tenant-stack-changed`,
      description: 'A tenant stack has got further, or has failed: the provisioner takes the next step.',
      eventPattern: {
        source: ['aws.cloudformation'],
        detailType: ['CloudFormation Stack Status Change'],
        detail: { 'stack-id': [{ prefix: names.tenantStackArnPrefix }] },
      },
      targets: [
        new LambdaTarget(provisioner.fn, { deadLetterQueue: provisioner.deadLetters, retryAttempts: 10 }),
      ],
    });

    new Rule(this, 'EmergenciesByTheMinute', {
      ruleName: `${names.prefix}-emergencies-by-the-minute`,
      description:
        'Emergency accesses whose time is up, or that a tenant has ended, are closed and reported.',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [
        // A missed minute is made up by the next one; nobody gets in after the end in any case.
        new LambdaTarget(provisioner.fn, { deadLetterQueue: provisioner.deadLetters, retryAttempts: 0 }),
      ],
    });

    new CfnOutput(this, 'StaffIssuer', { value: this.staff.pool.userPoolProviderUrl });
    new CfnOutput(this, 'StaffClientId', { value: this.staff.client.userPoolClientId });
    new CfnOutput(this, 'AdminIssuer', { value: this.admins.pool.userPoolProviderUrl });
    new CfnOutput(this, 'AdminClientId', { value: this.admins.client.userPoolClientId });
  }
}
