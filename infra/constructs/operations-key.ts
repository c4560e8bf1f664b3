// The key of what operators see: logs and alarm messages. Neither carries personal data; the key keeps them ours.
import { RemovalPolicy } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Names } from './names.ts';

export class OperationsKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, { names }: { names: Names }) {
    super(scope, id);
    const { region, account, prefix } = names;
    this.key = new Key(this, 'Key', {
      description: `Logs and alarms (stage ${names.stage}).`,
      alias: `alias/${prefix}-operations`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.key.grantEncryptDecrypt(
      new ServicePrincipal(`logs.${region}.amazonaws.com`, {
        conditions: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:*` },
        },
      }),
    );
    this.key.grantEncryptDecrypt(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }
}
