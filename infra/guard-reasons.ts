// Findings of AWS Control Tower's cfn-guard rules that we accept, each with the resources it is about and the reason.

export interface GuardReason {
  readonly rule: string;
  /** `stack/logical id`. */
  readonly of: RegExp;
  readonly because: string;
}

const PUBLISHED = "Published files, the same for everybody, and nobody's data.";
const END_OF_THE_LINE = 'It is the dead-letter queue of another: from here a person takes over.';

export const guardReasons: readonly GuardReason[] = [
  {
    rule: 'CT.CLOUDWATCH.PR.2',
    of: /Log/,
    because:
      'Logs say who asked what from which address: kept as long as they help, one to three months, and not a year.',
  },
  {
    rule: 'CT.CLOUDWATCH.PR.3',
    of: /^(cases|api)\/.*Log/,
    because:
      'Encrypted with the operations key, which another stack exports; the rule knows keys of its own template only.',
  },
  {
    rule: 'CT.IAM.PR.3',
    of: /^controlPlane\/Boundaries/,
    because: 'A boundary grants nothing: it says what the statements of a role may never exceed.',
  },
  {
    rule: 'CT.KMS.PR.3',
    of: /^(controlPlane|tenant|backup)\//,
    because:
      'Nobody is given kms:CreateGrant but the role that builds tenants, and it only through DynamoDB; administrators manage without granting.',
  },
  {
    rule: 'CT.LAMBDA.PR.2',
    of: /ApiPermission/,
    because: 'The account is left out by the toolkit; the source is the ARN of our own API, account and all.',
  },
  {
    rule: 'CT.LAMBDA.PR.3',
    of: /Function/,
    because:
      'There is no network of ours to be inside of: functions reach AWS interfaces only, each under its role.',
  },
  { rule: 'CT.SQS.PR.1', of: /DeadLetters/, because: END_OF_THE_LINE },
  {
    rule: 'CT.APIGATEWAY.PR.2',
    of: /^api\/GatewayApi/,
    because:
      'Traces carry addresses and cost a start-up; the request log and the figures say what is needed.',
  },
  {
    rule: 'CT.CLOUDFRONT.PR.4',
    of: /^web\//,
    because: 'The files lie in one bucket in the one country they may lie in.',
  },
  {
    rule: 'CT.CLOUDFRONT.PR.5',
    of: /^web\//,
    because: `${PUBLISHED} Who fetched them is not ours to collect.`,
  },
  {
    rule: 'CT.S3.PR.10',
    of: /AccessLogs|Console|Seals/,
    because:
      'Under a key of S3: access logs, published files, and seals that auditors read without a key of ours.',
  },
  {
    rule: 'CT.S3.PR.2',
    of: /AccessLogs|Console/,
    because: 'The bucket of the access logs itself, and published files that anybody may fetch.',
  },
  {
    rule: 'CT.S3.PR.3',
    of: /Seals/,
    because: 'A seal is kept under its lock and is never replaced by a newer version.',
  },
  { rule: 'CT.S3.PR.6', of: /Seals/, because: 'A seal is kept as long as the chain that it closes.' },
  {
    rule: 'CT.S3.PR.4',
    of: /AccessLogs|Console|Seals/,
    because: 'Nothing has to happen when an object of these buckets arrives.',
  },
  {
    rule: 'CT.S3.PR.9',
    of: /AccessLogs|Documents|Console/,
    because:
      'A lock would keep what the law has us destroy; the audit trail has a bucket with a lock of its own.',
  },
];
