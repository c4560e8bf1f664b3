// The regional REST API: throttled, logged without personal data, and reached only under our own domain.
import { RemovalPolicy, Size } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  CfnAccount,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { addGatewayAnswers } from './gateway-answers.ts';
import type { Names } from './names.ts';
import type { PublicDomain, Settings } from './settings.ts';

const DEPLOYMENT = 'live';

// Paths and queries may hold a ticket, addresses and agents point at a person: none of them is logged. The route
// template, the host (the tenant) and the times are enough to see that something is wrong and where.
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTimeEpoch',
    host: '$context.domainName',
    method: '$context.httpMethod',
    route: '$context.resourcePath',
    status: '$context.status',
    firewall: '$context.wafResponseCode',
    error: '$context.error.responseType',
    milliseconds: '$context.responseLatency',
    functionMilliseconds: '$context.integrationLatency',
    bytes: '$context.responseLength',
  }),
);

// A route with limits of its own inherits nothing of this, so each is told.
const watched = { loggingLevel: MethodLoggingLevel.ERROR, dataTraceEnabled: false, metricsEnabled: true };

export class PublicApi extends Construct {
  readonly api: RestApi;

  constructor(
    scope: Construct,
    id: string,
    { settings, names, logKey }: { settings: Settings; names: Names; logKey: IKey },
  ) {
    super(scope, id);
    const log = (logId: string, logGroupName: string) =>
      new LogGroup(this, logId, {
        logGroupName,
        retention: RetentionDays.THREE_MONTHS,
        encryptionKey: logKey,
        removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      });

    this.api = new RestApi(this, 'Api', {
      restApiName: names.restApi,
      description: `Portals, staff API and admin API of Layan (stage ${names.stage}).`,
      endpointTypes: [EndpointType.REGIONAL],
      // A file that is sent to be compared with a letter; as text it would arrive altered.
      binaryMediaTypes: ['multipart/form-data'],
      // Pages and scripts are a third when compressed; the gateway does it, functions need not.
      minCompressionSize: Size.kibibytes(1),
      disableExecuteApiEndpoint: settings.publicDomain !== undefined,
      cloudWatchRole: false,
      deployOptions: {
        stageName: DEPLOYMENT,
        ...watched,
        throttlingRateLimit: 1000,
        throttlingBurstLimit: 2000,
        methodOptions: {
          '/staff/{proxy+}/ANY': { ...watched, throttlingRateLimit: 500, throttlingBurstLimit: 1000 },
          '/admin/{proxy+}/ANY': { ...watched, throttlingRateLimit: 20, throttlingBurstLimit: 40 },
          '/print/{proxy+}/ANY': { ...watched, throttlingRateLimit: 50, throttlingBurstLimit: 100 },
        },
        accessLogDestination: new LogGroupLogDestination(
          log('AccessLog', `/aws/apigateway/${names.restApi}`),
        ),
        accessLogFormat,
      },
    });
    // API Gateway would make this group by itself, and keep it for ever.
    const errors = log('ErrorLog', `API-Gateway-Execution-Logs_${this.api.restApiId}/${DEPLOYMENT}`);
    this.api.deploymentStage.node.addDependency(errors, this.loggingAccount());
    addGatewayAnswers(this.api, settings.consoleOrigin);
    acknowledge(this.api, {
      'AwsSolutions-APIG2':
        'Every operation parses its request by its schema, in the function, with an answer people understand.',
    });
    acknowledge(this.api.deploymentStage, {
      'Serverless-APIGWXrayEnabled': 'Traces hold full addresses, and an address may hold a ticket.',
      'NIST.800.53.R5-APIGWCacheEnabledAndEncrypted':
        'Answers are personal: none may be kept at the gateway.',
      'NIST.800.53.R5-APIGWSSLEnabled':
        'A client certificate is for HTTP backends; functions are invoked under IAM.',
    });
    if (settings.publicDomain) this.answerUnder(settings, settings.publicDomain);
  }

  /** API Gateway writes logs with one role per account and region. */
  private loggingAccount(): CfnAccount {
    const role = new Role(this, 'LogWriter', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      managedPolicies: [
        ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs'),
      ],
    });
    acknowledge(role, {
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]':
        'API Gateway checks for exactly these rights when the account role is set; Amazon keeps the list.',
    });
    return new CfnAccount(this, 'Account', { cloudWatchRoleArn: role.roleArn });
  }

  /** Every portal is a host of its own, so that tenants share neither cookies nor service workers. */
  private answerUnder({ domain }: Settings, { hostedZoneId }: PublicDomain): void {
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName: domain });
    const wildcard = `*.${domain}`;
    const domainName = this.api.addDomainName('Domain', {
      domainName: wildcard,
      certificate: new Certificate(this, 'Certificate', {
        domainName: wildcard,
        validation: CertificateValidation.fromDns(zone),
      }),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    new ARecord(this, 'Hosts', {
      zone,
      recordName: wildcard,
      target: RecordTarget.fromAlias({
        bind: () => ({
          dnsName: domainName.domainNameAliasDomainName,
          hostedZoneId: domainName.domainNameAliasHostedZoneId,
        }),
      }),
    });
  }
}
