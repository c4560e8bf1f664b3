// The operator's key, which signs that a tenant was destroyed. It never leaves KMS; administrators manage it without using it.
import { RemovalPolicy } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Names } from './names.ts';
import { ADMINISTRATION } from './tenant-key.ts';

export class CertificateKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, { names }: { names: Names }) {
    super(scope, id);
    const account = new AccountPrincipal(names.account);
    this.key = new Key(this, 'Key', {
      description: `Signs certificates of destruction (stage ${names.stage}).`,
      alias: `alias/${names.prefix}-certificates`,
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      policy: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'AdministratorsManageWithoutUsing',
            principals: [account],
            actions: ADMINISTRATION,
            resources: ['*'],
          }),
          new PolicyStatement({
            sid: 'TheProvisionerCertifies',
            principals: [account],
            actions: ['kms:GetPublicKey', 'kms:Sign'],
            resources: ['*'],
            conditions: { ArnEquals: { 'aws:PrincipalArn': names.functionRoleArn('provisioner') } },
          }),
        ],
      }),
    });
  }
}
