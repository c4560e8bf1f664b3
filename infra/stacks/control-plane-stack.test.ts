import { describe, expect, it } from 'vitest';
import { decidingBy } from '../deciding.ts';
import { CLOUD, LOCAL, resourcesOf, synthesize } from '../synthesized.ts';

const local = synthesize(LOCAL);
const cloud = synthesize(CLOUD);
const { names } = local;
const pools = resourcesOf({ controlPlane: local.templates.controlPlane }, 'AWS::Cognito::UserPool').map(
  ([, { Properties }]) => Properties,
);
const clients = resourcesOf(
  { controlPlane: local.templates.controlPlane },
  'AWS::Cognito::UserPoolClient',
).map(([, { Properties }]) => Properties);

describe('the table of the control plane', () => {
  it('forgets what says until when it is kept', () => {
    const tables = resourcesOf({ controlPlane: local.templates.controlPlane }, 'AWS::DynamoDB::Table');
    expect(tables.map(([, { Properties }]) => Properties.TimeToLiveSpecification)).toEqual([
      { AttributeName: 'expiresAt', Enabled: true },
    ]);
  });
});

describe('the user pools', () => {
  it('are two, for staff and for central admins', () => {
    expect(pools.map(({ UserPoolName }) => UserPoolName)).toEqual(['layan-local-staff', 'layan-local-admin']);
  });

  it.each(pools)('invite people and let nobody register: $UserPoolName', ({ AdminCreateUserConfig }) => {
    expect(AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
    expect(AdminCreateUserConfig.InviteMessageTemplate.EmailSubject).toBe('Undangan ke Layan');
  });

  it.each(pools)('ask for a second factor that is not a text message: $UserPoolName', (pool) => {
    expect(pool.MfaConfiguration).toBe('ON');
    expect(pool.EnabledMfas).toEqual(['SOFTWARE_TOKEN_MFA']);
  });

  it.each(pools)('watch for stolen passwords and cannot be deleted by accident: $UserPoolName', (pool) => {
    expect(pool.UserPoolAddOns).toEqual({ AdvancedSecurityMode: 'ENFORCED' });
    expect(pool.DeletionProtection).toBe('ACTIVE');
    expect(pool.Policies.PasswordPolicy.MinimumLength).toBeGreaterThanOrEqual(15);
  });

  it.each(pools)(
    'take any signs in a password: $UserPoolName',
    ({ Policies: { PasswordPolicy: policy } }) => {
      const rules = ['RequireLowercase', 'RequireUppercase', 'RequireNumbers', 'RequireSymbols'];
      expect(rules.map((rule) => policy[rule])).toEqual([false, false, false, false]);
    },
  );

  it.each(clients)('take each refresh token once: $ClientName', (client) => {
    expect(client.RefreshTokenRotation.Feature).toBe('ENABLED');
    expect(client.RefreshTokenRotation.RetryGracePeriodSeconds).toBeLessThanOrEqual(10);
  });

  it.each(clients)('give browsers a code only, bound by PKCE, and no secret: $ClientName', (client) => {
    expect(client).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
    });
    // Left out, Cognito allows three flows, that for refresh tokens among them.
    expect(client.ExplicitAuthFlows).toEqual(['ALLOW_USER_SRP_AUTH']);
  });

  it.each(clients)('let nobody change themselves: $ClientName', (client) => {
    expect(client.AllowedOAuthScopes).toEqual(['openid', 'email']);
    expect(client.WriteAttributes).toEqual(['locale']);
  });

  it.each(clients)('end access after fifteen minutes and a session within a day: $ClientName', (client) => {
    expect(client.AccessTokenValidity).toBe(15);
    expect(client.RefreshTokenValidity).toBeLessThanOrEqual(12 * 60);
    expect(new Set(Object.values(client.TokenValidityUnits))).toEqual(new Set(['minutes']));
  });

  it('return to the console, by TLS in the cloud', () => {
    const callbacks = (stage: typeof local) =>
      resourcesOf({ controlPlane: stage.templates.controlPlane }, 'AWS::Cognito::UserPoolClient').flatMap(
        ([, { Properties }]) => Properties.CallbackURLs,
      );
    expect(callbacks(local)).toEqual([
      'http://console.localhost:4400/callback',
      'http://console.localhost:4400/admin/callback',
    ]);
    expect(callbacks(cloud)).toEqual([
      'https://console.layan.example/callback',
      'https://console.layan.example/admin/callback',
    ]);
  });
});

describe('the control table', () => {
  it('is restorable, protected and sealed with its own key', () => {
    local.templates.controlPlane.hasResourceProperties('AWS::DynamoDB::Table', {
      TableName: 'layan-local-control',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    });
  });
});

const { allows, keyArn } = decidingBy(local, ['kota-a']);
const stackOf = (slug: string) =>
  `arn:aws:cloudformation:ap-southeast-3:000000000000:stack/layan-local-tenant-${slug}/0b1c`;

describe('the provisioner', () => {
  const provisioner = { arn: names.functionRoleArn('provisioner') };
  const templateUrl = () => {
    const [, fn] =
      resourcesOf({ controlPlane: local.templates.controlPlane }, 'AWS::Lambda::Function')[0] ?? [];
    const url = fn?.Properties.Environment.Variables.TENANT_TEMPLATE_URL;
    return String(url['Fn::Sub'] ?? url).replace(/\$\{AWS::URLSuffix\}/, 'amazonaws.com');
  };
  const ours = {
    'cloudformation:RoleArn': names.tenantStackRoleArn,
    'cloudformation:TemplateUrl': templateUrl(),
  };

  it('builds a tenant from our template, through the stack role', async () => {
    expect(await allows(provisioner, 'cloudformation:CreateStack', stackOf('kota-a'), ours)).toBe(true);
    expect(await allows(provisioner, 'cloudformation:UpdateStack', stackOf('kab-a'), ours)).toBe(true);
  });

  it.each([
    [
      'another template',
      { ...ours, 'cloudformation:TemplateUrl': 'https://s3.amazonaws.com/elsewhere/t.json' },
    ],
    [
      'its own rights instead of the role',
      { 'cloudformation:TemplateUrl': ours['cloudformation:TemplateUrl'] },
    ],
    ['another role', { ...ours, 'cloudformation:RoleArn': 'arn:aws:iam::000000000000:role/Administrator' }],
  ])('builds nothing from %s', async (_what, context) => {
    expect(await allows(provisioner, 'cloudformation:CreateStack', stackOf('kota-a'), context)).toBe(false);
  });

  it("touches no stack that is not a tenant's, and deletes none", async () => {
    const others = stackOf('kota-a').replace('layan-local-tenant-kota-a', 'layan-local-api');
    expect(await allows(provisioner, 'cloudformation:UpdateStack', others, ours)).toBe(false);
    expect(await allows(provisioner, 'cloudformation:DeleteStack', stackOf('kota-a'), ours)).toBe(false);
  });

  it('hands on the stack role to CloudFormation only', async () => {
    const pass = (service: string, role = names.tenantStackRoleArn) =>
      allows(provisioner, 'iam:PassRole', role, { 'iam:PassedToService': service });
    expect(await pass('cloudformation.amazonaws.com')).toBe(true);
    expect(await pass('lambda.amazonaws.com')).toBe(false);
    expect(await pass('cloudformation.amazonaws.com', names.dataRoleArn('worker'))).toBe(false);
  });
});

describe('the role that builds tenant stacks', () => {
  const stackRole = { arn: names.tenantStackRoleArn };
  const tags = { 'aws:RequestTag/tenant': 'kota-a', 'aws:RequestTag/stage': 'local' };

  it('creates tables, keys and mappings of tenants', async () => {
    expect(await allows(stackRole, 'dynamodb:CreateTable', names.tenantTableArn('kota-a'))).toBe(true);
    expect(await allows(stackRole, 'kms:CreateKey', '*', tags)).toBe(true);
    expect(
      await allows(stackRole, 'lambda:CreateEventSourceMapping', '*', {
        'lambda:FunctionArn': names.functionArn('relay'),
      }),
    ).toBe(true);
  });

  it.each([
    'dynamodb:GetItem',
    'dynamodb:Query',
    'dynamodb:PutItem',
    'dynamodb:DeleteTable',
    'dynamodb:ExportTableToPointInTime',
    'dynamodb:RestoreTableToPointInTime',
  ])('may not %s: it neither reads data nor destroys it', async (action) => {
    expect(await allows(stackRole, action, names.tenantTableArn('kota-a'))).toBe(false);
  });

  it.each(['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:Decrypt', 'kms:Encrypt'])(
    "may not %s with a tenant's key",
    async (action) => {
      expect(await allows(stackRole, action, keyArn('kota-a'))).toBe(false);
    },
  );

  it('touches neither the control table nor another stage', async () => {
    const table = (name: string) => `arn:aws:dynamodb:ap-southeast-3:000000000000:table/${name}`;
    expect(await allows(stackRole, 'dynamodb:UpdateTable', table('layan-local-control'))).toBe(false);
    expect(await allows(stackRole, 'dynamodb:UpdateTable', table('layan.prod.kota-a'))).toBe(false);
  });

  it('creates no key without the tags that bind it to a tenant and a stage', async () => {
    expect(await allows(stackRole, 'kms:CreateKey', '*')).toBe(false);
    expect(await allows(stackRole, 'kms:CreateKey', '*', { ...tags, 'aws:RequestTag/stage': 'prod' })).toBe(
      false,
    );
  });

  it('maps streams to the relay only', async () => {
    expect(
      await allows(stackRole, 'lambda:CreateEventSourceMapping', '*', {
        'lambda:FunctionArn': names.functionArn('portal'),
      }),
    ).toBe(false);
  });
});
