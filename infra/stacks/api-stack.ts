// What the public and the staff reach: one regional REST API, one greedy route, function and role per audience.
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { LambdaIntegration, type Method } from 'aws-cdk-lib/aws-apigateway';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { DataAccessRole } from '../constructs/data-access-role.ts';
import { Firewall } from '../constructs/firewall.ts';
import type { FunctionName, Names } from '../constructs/names.ts';
import { PublicApi } from '../constructs/public-api.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import type { Settings } from '../constructs/settings.ts';
import type { SignInPool } from '../constructs/sign-in-pool.ts';

export interface ApiStackProps {
  readonly settings: Settings;
  readonly names: Names;
  readonly logKey: IKey;
  readonly controlTable: Table;
  readonly controlKey: IKey;
  readonly staff: SignInPool;
  readonly admins: SignInPool;
}

export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, props: ApiStackProps) {
    const { settings, names } = props;
    super(scope, id, {
      stackName: `${names.prefix}-api`,
      env: { account: settings.account, region: settings.region },
      description: 'Layan: portals and APIs.',
    });
    new DataAccessRole(this, 'DataCitizen', { names, audience: 'citizen', usedBy: ['portal'] });
    new DataAccessRole(this, 'DataStaff', { names, audience: 'staff', usedBy: ['staff-api'] });
    new DataAccessRole(this, 'DataRenderer', { names, audience: 'renderer', usedBy: ['renderer'] });

    const { api } = new PublicApi(this, 'Gateway', { settings, names, logKey: props.logKey });
    new Firewall(this, 'Firewall', { settings, names, api, logKey: props.logKey });

    const portal = this.portal(props);
    const everybody =
      'Whoever comes is a citizen without an account; a case is opened by its ticket and secret.';
    const tokens =
      'The function verifies the token itself, the same way here and on one machine, and derives the tenant from it.';
    explainAuthorization(api.root.addMethod('ANY', portal), everybody);
    explainAuthorization(api.root.addProxy({ defaultIntegration: portal }).anyMethod, everybody);
    for (const [path, integration] of [
      ['staff', this.staffApi(props)],
      ['admin', this.adminApi(props)],
      ['print', this.renderer(props)],
    ] as const) {
      const proxy = api.root.addResource(path).addProxy({ defaultIntegration: integration });
      explainAuthorization(proxy.anyMethod, tokens);
    }

    new CfnOutput(this, 'ApiUrl', {
      value: settings.publicDomain ? settings.apiOrigin : api.url,
    });
  }

  private answering(
    name: FunctionName,
    props: ApiStackProps,
    own: { memoryMegabytes: number; reservedConcurrency: number; environment: Record<string, string> },
  ): ServiceFunction {
    return new ServiceFunction(this, `${name}Function`, {
      names: props.names,
      name,
      logKey: props.logKey,
      timeout: Duration.seconds(15),
      deadLetters: { noneBecause: 'The caller waits for the answer and is told of a failure.' },
      ...own,
    });
  }

  private portal(props: ApiStackProps): LambdaIntegration {
    const { names, settings } = props;
    const portal = this.answering('portal', props, {
      memoryMegabytes: 1024,
      reservedConcurrency: 300,
      environment: {
        TABLE_PREFIX: names.tablePrefix,
        DATA_ROLE_ARN: names.dataRoleArn('citizen'),
        DOCUMENTS_BUCKET: names.documentsBucket,
        PORTAL_DOMAIN: settings.portalDomain,
      },
    }).allowDataAccessAs('citizen');
    return integrate(portal);
  }

  private staffApi(props: ApiStackProps): LambdaIntegration {
    const { names, settings, staff } = props;
    const staffApi = this.answering('staff-api', props, {
      memoryMegabytes: 1024,
      reservedConcurrency: 200,
      environment: {
        TABLE_PREFIX: names.tablePrefix,
        DATA_ROLE_ARN: names.dataRoleArn('staff'),
        DOCUMENTS_BUCKET: names.documentsBucket,
        SEALS_BUCKET: names.sealsBucket,
        STAFF_ISSUER: staff.pool.userPoolProviderUrl,
        STAFF_CLIENT_ID: staff.client.userPoolClientId,
        STAFF_POOL_ID: staff.pool.userPoolId,
        CONSOLE_ORIGIN: settings.consoleOrigin,
      },
    })
      .allowDataAccessAs('staff')
      .allow({
        sid: 'InviteAndDeactivateStaff',
        actions: [
          'cognito-idp:AdminAddUserToGroup',
          'cognito-idp:AdminCreateUser',
          'cognito-idp:AdminDisableUser',
          'cognito-idp:AdminEnableUser',
          'cognito-idp:AdminGetUser',
          'cognito-idp:AdminListGroupsForUser',
        ],
        resources: [staff.pool.userPoolArn],
      });
    return integrate(staffApi);
  }

  /** A card is signed and drawn here, so that no API function carries a PDF library or may sign anything. */
  private renderer(props: ApiStackProps): LambdaIntegration {
    const { names, settings, staff } = props;
    const renderer = this.answering('renderer', props, {
      memoryMegabytes: 1024,
      reservedConcurrency: 20,
      environment: {
        TABLE_PREFIX: names.tablePrefix,
        DATA_ROLE_ARN: names.dataRoleArn('renderer'),
        DOCUMENTS_BUCKET: names.documentsBucket,
        STAFF_ISSUER: staff.pool.userPoolProviderUrl,
        STAFF_CLIENT_ID: staff.client.userPoolClientId,
        CONSOLE_ORIGIN: settings.consoleOrigin,
        PORTAL_DOMAIN: settings.portalDomain,
      },
    }).allowDataAccessAs('renderer');
    return integrate(renderer);
  }

  private adminApi(props: ApiStackProps): LambdaIntegration {
    const { names, settings, admins, controlTable, controlKey } = props;
    const adminApi = this.answering('admin-api', props, {
      memoryMegabytes: 512,
      reservedConcurrency: 10,
      environment: {
        CONTROL_TABLE: names.controlTable,
        ADMIN_ISSUER: admins.pool.userPoolProviderUrl,
        ADMIN_POOL_ID: admins.pool.userPoolId,
        ADMIN_CLIENT_ID: admins.client.userPoolClientId,
        CONSOLE_ORIGIN: settings.consoleOrigin,
      },
    })
      .allow({
        sid: 'KeepTheListOfTenants',
        actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'],
        resources: [controlTable.tableArn],
      })
      .allow({
        sid: 'KnowCentralAdminsByName',
        actions: ['cognito-idp:AdminGetUser'],
        resources: [admins.pool.userPoolArn],
      })
      .allow({
        sid: 'OpenTheControlTable',
        actions: ['kms:Decrypt'],
        resources: [controlKey.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${names.region}.amazonaws.com` } },
      });
    return integrate(adminApi);
  }
}

function explainAuthorization(method: Method | undefined, reason: string): void {
  if (method) acknowledge(method, { 'AwsSolutions-APIG4': reason, 'AwsSolutions-COG4': reason });
}

function integrate({ fn }: ServiceFunction): LambdaIntegration {
  return new LambdaIntegration(fn, { allowTestInvoke: false });
}
