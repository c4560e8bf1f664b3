// The key a tenant signs its cards, letters and status lists with. It never leaves KMS; what it signed is checked by anybody with
// the published half. Administrators of the account manage it without using it, so not even they can make a card.
import { RemovalPolicy, Tags } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { type Names, SIGNING_USE } from './names.ts';
import { ADMINISTRATION } from './tenant-key.ts';

export class SigningKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, { names, tenant }: { names: Names; tenant: string }) {
    super(scope, id);
    const account = new AccountPrincipal(names.account);
    const inASessionOf = (audience: 'worker' | 'renderer' | 'staff') => ({
      ArnEquals: { 'aws:PrincipalArn': names.dataRoleArn(audience) },
      StringEquals: { 'aws:PrincipalTag/tenant': tenant },
    });
    this.key = new Key(this, 'Key', {
      description: `Signs the cards of ${tenant} (stage ${names.stage}).`,
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
            sid: 'WorkersPublishItAndSignStatusLists',
            principals: [account],
            actions: ['kms:GetPublicKey', 'kms:Sign'],
            resources: ['*'],
            conditions: inASessionOf('worker'),
          }),
          new PolicyStatement({
            sid: 'RendererSignsCards',
            principals: [account],
            actions: ['kms:Sign'],
            resources: ['*'],
            conditions: inASessionOf('renderer'),
          }),
          new PolicyStatement({
            sid: 'StaffSealLetters',
            principals: [account],
            actions: ['kms:Sign'],
            resources: ['*'],
            conditions: inASessionOf('staff'),
          }),
        ],
      }),
    });
    Tags.of(this.key).add('tenant', tenant);
    Tags.of(this.key).add('stage', names.stage);
    Tags.of(this.key).add('use', SIGNING_USE);
  }
}
