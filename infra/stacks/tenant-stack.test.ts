import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { LOCAL, type Resource, synthesize } from '../synthesized.ts';

const { templates } = synthesize(LOCAL);
const template = templates.tenant;
const only = (type: string): Resource => {
  const [resource, ...others] = Object.values(template.findResources(type));
  if (!resource || others.length > 0) throw new Error(`There is not exactly one ${type}.`);
  return resource;
};
const keyOf = (spec: string | undefined): Resource => {
  const [resource, ...others] = Object.values(template.findResources('AWS::KMS::Key')).filter(
    ({ Properties }) => Properties.KeySpec === spec,
  );
  if (!resource || others.length > 0) throw new Error(`There is not exactly one key of ${spec}.`);
  return resource;
};
const dataKey = keyOf(undefined);
const signingKey = keyOf('ECC_NIST_P256');
const statement = (sid: string, { Properties } = dataKey) =>
  Properties.KeyPolicy.Statement.find(({ Sid }: { Sid: string }) => Sid === sid);
const uses = /^kms:(\*|Decrypt|Encrypt|ReEncrypt|GenerateDataKey|Sign|GenerateMac|CreateGrant)/;

interface Index {
  readonly IndexName: string;
  readonly KeySchema: { readonly AttributeName: string }[];
  readonly Projection: { readonly ProjectionType: string };
}

describe("a tenant's table", () => {
  it('carries the stage and the slug in its name, parted by a dot that no slug contains', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      TableName: { 'Fn::Join': ['', ['layan.local.', { Ref: 'Tenant' }]] },
    });
  });

  it("is restorable, protected from deletion and sealed with the tenant's own key", () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      SSESpecification: {
        SSEEnabled: true,
        SSEType: 'KMS',
        KMSMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] },
      },
    });
  });

  it('streams keys only, so that the relay never sees an image', () => {
    expect(only('AWS::DynamoDB::Table').Properties.StreamSpecification).toEqual({
      StreamViewType: 'KEYS_ONLY',
    });
  });

  it('has the two sparse indexes of open work and of promises, and forgets what expires', () => {
    const { GlobalSecondaryIndexes, TimeToLiveSpecification } = only('AWS::DynamoDB::Table').Properties;
    expect(
      GlobalSecondaryIndexes.map((index: Index) => [
        index.IndexName,
        ...index.KeySchema.map(({ AttributeName }) => AttributeName),
        index.Projection.ProjectionType,
      ]),
    ).toEqual([
      ['inbox', 'inboxPk', 'inboxSk', 'ALL'],
      ['due', 'duePk', 'dueSk', 'KEYS_ONLY'],
    ]);
    expect(TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true });
  });

  it('is the only table: at most four are allowed per tenant', () => {
    template.resourceCountIs('AWS::DynamoDB::Table', 1);
  });
});

describe("a tenant's key", () => {
  it('is tagged with its tenant and its stage, and rotates', () => {
    const { Tags, EnableKeyRotation } = dataKey.Properties;
    expect(Tags).toEqual([
      { Key: 'stage', Value: 'local' },
      { Key: 'tenant', Value: { Ref: 'Tenant' } },
    ]);
    expect(EnableKeyRotation).toBe(true);
  });

  it('can be managed by administrators, but not used by them', () => {
    const { Action, Condition } = statement('AdministratorsManageWithoutUsing');
    expect(Action.filter((action: string) => uses.test(action))).toEqual([]);
    expect(Condition).toBeUndefined();
  });

  const roleOf = (audience: string) => `arn:aws:iam::000000000000:role/layan-local-data-${audience}`;
  const thisTenant = { 'aws:PrincipalTag/tenant': { Ref: 'Tenant' } };

  it('is used by the data-access roles in a session of this tenant only', () => {
    const { Action, Condition } = statement('DataRolesUseItForThisTenant');
    expect(Action).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
    expect(Condition).toEqual({
      ArnEquals: { 'aws:PrincipalArn': ['citizen', 'staff', 'worker', 'renderer', 'notifier'].map(roleOf) },
      StringEquals: thisTenant,
    });
  });

  it('makes the keys that seal for workers alone', () => {
    const { Action, Condition } = statement('WorkersMakeTheKeysThatSeal');
    expect(Action).toBe('kms:GenerateDataKeyWithoutPlaintext');
    expect(Condition).toEqual({
      ArnEquals: { 'aws:PrincipalArn': [roleOf('worker')] },
      StringEquals: thisTenant,
    });
  });

  it('serves the check of scans through table and objects only, so that it opens nothing sealed', () => {
    const { Action, Condition } = statement('TheCheckOfScansUsesItForTableAndObjects');
    expect(Action).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
    expect(Condition).toEqual({
      ArnEquals: { 'aws:PrincipalArn': [roleOf('scans')] },
      StringEquals: {
        ...thisTenant,
        'kms:ViaService': ['dynamodb.ap-southeast-3.amazonaws.com', 's3.ap-southeast-3.amazonaws.com'],
      },
    });
  });

  it.each(['RelayReadsTheStreamOfKeys', 'StackRoleLetsDynamodbUseIt'])(
    'is bound to DynamoDB in "%s"',
    (sid) => {
      expect(statement(sid).Condition.StringEquals).toEqual({
        'kms:ViaService': 'dynamodb.ap-southeast-3.amazonaws.com',
      });
    },
  );

  it('has the alias of its stage and tenant', () => {
    template.hasResourceProperties('AWS::KMS::Alias', {
      AliasName: { 'Fn::Join': ['', ['alias/layan/local/', { Ref: 'Tenant' }]] },
    });
  });
});

describe('the key a tenant signs with', () => {
  const Condition = (audience: string) => ({
    ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::000000000000:role/layan-local-data-${audience}` },
    StringEquals: { 'aws:PrincipalTag/tenant': { Ref: 'Tenant' } },
  });

  it('is one for signing only, tagged with its tenant, its stage and its use, and told by the stack', () => {
    const { KeyUsage, Tags } = signingKey.Properties;
    expect(KeyUsage).toBe('SIGN_VERIFY');
    expect(Tags).toEqual([
      { Key: 'stage', Value: 'local' },
      { Key: 'tenant', Value: { Ref: 'Tenant' } },
      { Key: 'use', Value: 'sign' },
    ]);
    template.hasOutput('SigningKeyArn', {
      Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Signing'), 'Arn'] },
    });
  });

  it('is used by workers, the renderer and staff in a session of this tenant, and by nobody else', () => {
    const [administration, ...others] = signingKey.Properties.KeyPolicy.Statement;
    expect(administration.Action.filter((action: string) => uses.test(action))).toEqual([]);
    expect(others).toEqual([
      expect.objectContaining({
        Sid: 'WorkersPublishItAndSignStatusLists',
        Action: ['kms:GetPublicKey', 'kms:Sign'],
        Condition: Condition('worker'),
      }),
      expect.objectContaining({
        Sid: 'RendererSignsCards',
        Action: 'kms:Sign',
        Condition: Condition('renderer'),
      }),
      expect.objectContaining({
        Sid: 'StaffSealLetters',
        Action: 'kms:Sign',
        Condition: Condition('staff'),
      }),
    ]);
  });
});

describe("a tenant's outbox", () => {
  const mapping = () => only('AWS::Lambda::EventSourceMapping').Properties;

  it('hands the relay new outbox items, and nothing that expires or changes', () => {
    expect(
      mapping().FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern)),
    ).toEqual([{ eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: 'OUTBOX#' }] } } } }]);
  });

  it('starts at the beginning, never gives up, and parts a bad record from the good ones', () => {
    expect(mapping()).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: {
        OnFailure: { Destination: 'arn:aws:sqs:ap-southeast-3:000000000000:layan-local-relay-dlq' },
      },
    });
    expect(mapping().MaximumRetryAttempts).toBeUndefined();
  });
});

describe('the tenant template', () => {
  const pattern = new RegExp(template.toJSON().Parameters.Tenant.AllowedPattern);

  it.each(['kota-probolinggo', 'kab-probolinggo', 'kota-a-b'])('takes the slug "%s"', (slug) => {
    expect(slug).toMatch(pattern);
  });

  it.each(['probolinggo', 'kota-', 'kota-a.b', 'kota-a/b', 'kota-a*', 'kota--a', 'Kota-a', 'kota-a-'])(
    'refuses "%s" as a slug',
    (slug) => {
      expect(slug).not.toMatch(pattern);
    },
  );

  it('asks for nothing but the tenant and the relay, and needs no bootstrap stack', () => {
    expect(Object.keys(template.toJSON().Parameters)).toEqual(['Tenant', 'RelayFunctionArn']);
    expect(template.toJSON().Rules).toBeUndefined();
  });

  it('fits the size of a template in S3', () => {
    expect(JSON.stringify(template.toJSON()).length).toBeLessThan(1_000_000);
  });
});
