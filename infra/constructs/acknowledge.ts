// A finding of the rule packs that we accept: one finding at a time, with the reason beside the thing it is about.
import { Aws, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason });
}

/** For resources that contain a star, spelled as the rule pack spells what is not known before deployment. */
export function acknowledgeStars(
  construct: IConstruct,
  reasons: readonly { resources: readonly string[]; reason: string }[],
): void {
  for (const { resources, reason } of reasons) {
    for (const resource of resources) {
      const spelled = resource
        .replaceAll(Aws.ACCOUNT_ID, '<AWS::AccountId>')
        .replaceAll(/\$\{(aws:[^}]+)\}/g, '<$1>');
      Validations.of(construct).acknowledge({ id: `AwsSolutions-IAM5[Resource::${spelled}]`, reason });
    }
  }
}

/** Every policy here belongs to one role and is written beside it. */
export const ONE_POLICY_PER_ROLE = {
  'NIST.800.53.R5-IAMNoInlinePolicy':
    'Each role has exactly one policy, written with it and gone with it; a shared policy would outlive its reason.',
} as const;

export const NO_SECOND_COUNTRY = {
  'NIST.800.53.R5-S3BucketReplicationEnabled':
    'Indonesia has one region and the data may not leave the country (decision 0007); versions keep what is deleted by mistake.',
} as const;

export const RESTORABLE_TABLE = {
  'NIST.800.53.R5-DynamoDBInBackupPlan':
    'In the backup plan by its tag, which the rule does not see, and copied to a second account (decision 0101).',
} as const;
