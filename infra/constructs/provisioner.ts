// The function that turns a tenant in the control table into a tenant stack, one resumable step at a time.
import { Duration } from 'aws-cdk-lib';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { acknowledgeStars } from './acknowledge.ts';
import { KEPT_DAYS } from './backup-vault.ts';
import { DeadLetterQueue } from './guarded-queue.ts';
import type { Names } from './names.ts';
import { ServiceFunction } from './service-function.ts';
import type { Settings } from './settings.ts';
import type { TenantTemplate } from './tenant-template.ts';

export interface ProvisionerProps {
  readonly settings: Settings;
  readonly names: Names;
  readonly template: TenantTemplate;
  readonly controlTable: Table;
  readonly controlKey: IKey;
  readonly logKey: IKey;
  readonly staffPool: UserPool;
  /** Signs certificates of destruction. */
  readonly certificateKey: IKey;
}

export class Provisioner extends ServiceFunction {
  readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: ProvisionerProps) {
    const { settings, names, template, controlTable, controlKey, staffPool, certificateKey } = props;
    const deadLetters = new DeadLetterQueue(scope, `${id}DeadLetters`, names, 'provisioner');
    super(scope, id, {
      names,
      name: 'provisioner',
      memoryMegabytes: 512,
      timeout: Duration.seconds(60),
      reservedConcurrency: 5,
      logKey: props.logKey,
      deadLetters,
      environment: {
        CONTROL_TABLE: names.controlTable,
        TABLE_PREFIX: names.tablePrefix,
        DATA_ROLE_ARN: names.dataRoleArn('worker'),
        TENANT_TEMPLATE_URL: template.url,
        TENANT_STACK_ROLE_ARN: names.tenantStackRoleArn,
        RELAY_FUNCTION_ARN: names.functionArn('relay'),
        STAFF_POOL_ID: staffPool.userPoolId,
        LEAVING_ROLE_ARN: names.leavingRoleArn,
        DOCUMENTS_BUCKET: names.documentsBucket,
        SEALS_BUCKET: names.sealsBucket,
        CERTIFICATE_KEY_ARN: certificateKey.keyArn,
        BACKUP_DAYS: String(KEPT_DAYS),
        SENDER: settings.sender,
        CONSOLE_ORIGIN: settings.consoleOrigin,
      },
    });
    this.deadLetters = deadLetters;
    this.role.addToPolicy(template.readStatement());
    acknowledgeStars(this.role, [
      {
        resources: names.tenantStackArns,
        reason:
          'Tenants yet to come; a stack ARN ends in an id of CloudFormation. Bound to our template and role.',
      },
    ]);
    this.allowDataAccessAs('worker')
      .allowReadingStreams([controlTable.tableStreamArn ?? ''])
      .allow({
        sid: 'KeepTheListOfTenants',
        actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'],
        resources: [controlTable.tableArn],
      })
      .allow({
        sid: 'OpenTheControlTable',
        actions: ['kms:Decrypt'],
        resources: [controlKey.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${names.region}.amazonaws.com` } },
      })
      .allow({
        sid: 'BuildTenantsFromOurTemplateOnly',
        actions: ['cloudformation:CreateStack', 'cloudformation:UpdateStack'],
        resources: names.tenantStackArns,
        conditions: {
          StringEquals: {
            'cloudformation:RoleArn': names.tenantStackRoleArn,
            'cloudformation:TemplateUrl': template.url,
          },
        },
      })
      .allow({
        sid: 'TagTenantStacks',
        actions: ['cloudformation:TagResource'],
        resources: names.tenantStackArns,
      })
      .allow({
        sid: 'SeeHowTenantsAreComingAlong',
        actions: ['cloudformation:DescribeStacks', 'cloudformation:DescribeStackEvents'],
        resources: names.tenantStackArns,
      })
      .allow({
        sid: 'HandTheStackRoleToCloudformation',
        actions: ['iam:PassRole'],
        resources: [names.tenantStackRoleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
      })
      .allow({
        sid: 'InviteTheFirstManager',
        actions: [
          'cognito-idp:AdminAddUserToGroup',
          'cognito-idp:AdminCreateUser',
          'cognito-idp:AdminGetUser',
          'cognito-idp:AdminListGroupsForUser',
          'cognito-idp:CreateGroup',
        ],
        resources: [staffPool.userPoolArn],
      })
      .allow({
        sid: 'LetCentralAdminsInAndOut',
        actions: [
          'cognito-idp:AdminDisableUser',
          'cognito-idp:AdminEnableUser',
          'cognito-idp:AdminRemoveUserFromGroup',
        ],
        resources: [staffPool.userPoolArn],
      })
      .allow({
        sid: 'WriteToManagers',
        actions: ['ses:SendEmail'],
        resources: [names.senderIdentityArn(settings.domain)],
        conditions: { StringEquals: { 'ses:FromAddress': settings.sender } },
      })
      .allow({
        sid: 'HandOverAndTakeAwayOneTenant',
        actions: ['sts:AssumeRole', 'sts:TagSession'],
        resources: [names.leavingRoleArn],
      })
      .allow({
        sid: 'SignThatATenantWasDestroyed',
        actions: ['kms:GetPublicKey', 'kms:Sign'],
        resources: [certificateKey.keyArn],
      })
      .allow({
        sid: 'KeepWhatCouldNotBeHandled',
        actions: ['sqs:SendMessage'],
        resources: [deadLetters.queueArn],
      });

    new CfnEventSourceMapping(this, 'TenantsChanged', {
      functionName: this.fn.functionArn,
      eventSourceArn: controlTable.tableStreamArn,
      startingPosition: 'TRIM_HORIZON',
      batchSize: 10,
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: 10,
      functionResponseTypes: ['ReportBatchItemFailures'],
      destinationConfig: { onFailure: { destination: deadLetters.queueArn } },
    }).node.addDependency(this.role);
  }
}
