// Types of resources that this machine knows and does not run, each with the reason why nothing is lost by it.
import * as z from 'zod';
import { ACCOUNT, REGION } from '../../cloud.ts';
import { type Kind, kind } from '../kind.ts';

export const reasons: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Account': 'access logs are written by the host itself',
  'AWS::ApiGateway::BasePathMapping': 'hosts are routed by name here',
  'AWS::ApiGateway::DomainName': 'hosts are routed by name here',
  'AWS::ApiGateway::RequestValidator': 'the functions check what they are given',
  'AWS::ApiGateway::UsagePlan': 'nobody is billed here',
  'AWS::Backup::BackupPlan': 'one machine keeps no copies elsewhere',
  'AWS::Backup::BackupSelection': 'one machine keeps no copies elsewhere',
  'AWS::Backup::BackupVault': 'one machine keeps no copies elsewhere',
  'AWS::CDK::Metadata': 'it describes the template, not a resource',
  'AWS::CertificateManager::Certificate': 'browsers treat localhost as secure',
  'AWS::CloudFront::CachePolicy': 'nothing is cached between the browser and this host',
  'AWS::CloudFront::Function': 'code at the edge is not run; error pages send the site to its index',
  'AWS::CloudFront::OriginAccessControl': 'the host reads the bucket itself',
  'AWS::CloudWatch::Alarm': 'nobody is called out for one machine',
  'AWS::CloudWatch::CompositeAlarm': 'nobody is called out for one machine',
  'AWS::CloudWatch::Dashboard': 'metrics stay in the logs',
  'AWS::Cognito::UserPoolGroup': 'groups are made by whoever adds a user to one',
  'AWS::Cognito::ManagedLoginBranding': 'the sign-in page is the local one',
  'AWS::Logs::LogGroup': 'logs are files in the data folder',
  'AWS::Logs::MetricFilter': 'metrics stay in the logs',
  'AWS::Logs::QueryDefinition': 'logs are files in the data folder',
  'AWS::Logs::ResourcePolicy': 'logs are files in the data folder',
  'AWS::Route53::RecordSet': 'names under localhost resolve by themselves',
  'AWS::SES::EmailIdentity': 'mail is captured and leaves this machine to nobody',
  'AWS::SNS::Subscription': 'nobody is called out for one machine',
  'AWS::SNS::Topic': 'nobody is called out for one machine',
  'AWS::SNS::TopicPolicy': 'nobody is called out for one machine',
  'AWS::WAFv2::LoggingConfiguration': 'there is no firewall in front of one machine',
  'AWS::WAFv2::WebACL': 'there is no firewall in front of one machine',
  'AWS::WAFv2::WebACLAssociation': 'there is no firewall in front of one machine',
};

/** Answers as if it had been made, so that what refers to it can be. */
export const notRun: readonly Kind[] = Object.keys(reasons).map((type) =>
  kind({
    type,
    properties: z.looseObject({}),
    put(_properties, here) {
      const physicalId = here.name();
      const [, service, name] = type.split('::');
      const arn = `arn:aws:${service?.toLowerCase()}:${REGION}:${ACCOUNT}:${name?.toLowerCase()}/${physicalId}`;
      return {
        physicalId,
        attributes: {
          Arn: arn,
          Id: physicalId,
          TopicArn: arn,
          BackupPlanId: physicalId,
          BackupVaultName: physicalId,
        },
      };
    },
  }),
);
