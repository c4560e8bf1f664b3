// The web firewall in front of the API: Amazon's rules for known attacks, and rate limits that keep one address, one
// person or one tenant from taking what belongs to all.
import { RemovalPolicy } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { firewallRules } from './firewall-rules.ts';
import type { Names } from './names.ts';
import type { Settings } from './settings.ts';

export interface FirewallProps {
  readonly settings: Settings;
  readonly names: Names;
  readonly api: RestApi;
  readonly logKey: IKey;
}

export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { settings, names, api, logKey }: FirewallProps) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      name: names.restApi,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      // A form is far smaller; whatever is larger is either a published standard or not meant well.
      associationConfig: { requestBody: { API_GATEWAY: { defaultSizeInspectionLimit: 'KB_64' } } },
      rules: firewallRules(settings.apiHost),
      visibilityConfig: {
        cloudWatchMetricsEnabled: true,
        metricName: names.restApi,
        sampledRequestsEnabled: false,
      },
    });
    new CfnWebACLAssociation(this, 'Association', {
      resourceArn: api.deploymentStage.stageArn,
      webAclArn: acl.attrArn,
    });
    const log = new LogGroup(this, 'Log', {
      // WAF insists on the beginning of this name.
      logGroupName: `aws-waf-logs-${names.restApi}`,
      retention: RetentionDays.ONE_MONTH,
      encryptionKey: logKey,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [`arn:aws:logs:${names.region}:${names.account}:log-group:${log.logGroupName}`],
      // Refused requests only: whose addresses attack us is our business, whose addresses visit us is not.
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: [{ ActionCondition: { Action: 'BLOCK' } }],
          },
        ],
      },
      redactedFields: [
        { uriPath: {} },
        { queryString: {} },
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'cookie' } },
      ],
    }).node.addDependency(log);
  }
}
