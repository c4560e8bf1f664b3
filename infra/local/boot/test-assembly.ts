// For tests: a cloud assembly in small. One function answers the web, one follows a table's stream; both tell what
// they see. The roles may do little, so that what they may not do can be tried.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
const att = (id: string, name: string) => ({ 'Fn::GetAtt': [id, name] });
const role = (name: string, statements: object[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: name,
    AssumeRolePolicyDocument: trust,
    Policies: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
  },
});
const fn = (name: string, environment: object) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: name,
    Code: { S3Bucket: 'assets', S3Key: `${name}.zip` },
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Role: att(`${name}Role`, 'Arn'),
    Timeout: 5,
    Environment: { Variables: environment },
  },
});

/** What each function is, as the text of its module. */
const sources: Readonly<Record<string, string>> = {
  web: `export const handler = async (event) => ({
    statusCode: 200,
    body: JSON.stringify({ path: event.path, greeting: process.env.GREETING, issuer: process.env.ISSUER }) });`,
  follower: `import { appendFileSync } from 'node:fs';
    export const handler = async ({ Records }) => {
      for (const { dynamodb } of Records) appendFileSync(process.env.SEEN, dynamodb.Keys.pk.S + '\\n'); };`,
};

export interface TestAssemblyOptions {
  /** A file to which the follower writes the keys it sees. */
  readonly seen: string;
  readonly greeting?: string;
  readonly extra?: object;
}

export function writeTestAssembly({ seen, greeting = 'salam', extra = {} }: TestAssemblyOptions): string {
  const folder = mkdtempSync(join(tmpdir(), 'layan-assembly-'));
  const put = (name: string, body: unknown) => writeFileSync(join(folder, name), JSON.stringify(body));
  const RestApiId = { Ref: 'Api' };
  const uri = [
    'arn:aws:apigateway:ap-southeast-3:lambda:path/2015-03-31/functions/',
    att('web', 'Arn'),
    '/invocations',
  ];
  const Resources = {
    webRole: role('web', [{ Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: att('Table', 'Arn') }]),
    followerRole: role('follower', [
      {
        Effect: 'Allow',
        Action: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        Resource: att('Table', 'StreamArn'),
      },
      { Effect: 'Allow', Action: 'dynamodb:ListStreams', Resource: '*' },
    ]),
    web: fn('web', { GREETING: greeting, ISSUER: att('Pool', 'ProviderURL') }),
    follower: fn('follower', { SEEN: seen }),
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        TableName: 'layan.test.kota-uji',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
      },
    },
    Outbox: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        FunctionName: { Ref: 'follower' },
        EventSourceArn: att('Table', 'StreamArn'),
        StartingPosition: 'TRIM_HORIZON',
        FilterCriteria: {
          Filters: [{ Pattern: '{"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"OUTBOX#"}]}}}}' }],
        },
      },
    },
    Pool: { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'layan-test-staff' } },
    Client: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: {
        UserPoolId: { Ref: 'Pool' },
        CallbackURLs: ['http://console.localhost/kembali'],
        AllowedOAuthScopes: ['openid', 'email'],
      },
    },
    Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'layan-test' } },
    Proxy: {
      Type: 'AWS::ApiGateway::Resource',
      Properties: { RestApiId, ParentId: att('Api', 'RootResourceId'), PathPart: '{proxy+}' },
    },
    Any: {
      Type: 'AWS::ApiGateway::Method',
      Properties: {
        RestApiId,
        ResourceId: { Ref: 'Proxy' },
        HttpMethod: 'ANY',
        Integration: { Type: 'AWS_PROXY', Uri: { 'Fn::Join': ['', uri] } },
      },
    },
    Open: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: att('web', 'Arn'),
        Principal: 'apigateway.amazonaws.com',
      },
    },
    Live: { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId } },
    Stage: {
      Type: 'AWS::ApiGateway::Stage',
      Properties: { RestApiId, DeploymentId: { Ref: 'Live' }, StageName: 'live' },
    },
    Files: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'layan-test-console' } },
    Site: {
      Type: 'AWS::CloudFront::Distribution',
      Properties: {
        DistributionConfig: {
          Origins: [{ Id: 'files', DomainName: att('Files', 'RegionalDomainName') }],
          DefaultCacheBehavior: {},
          CustomErrorResponses: [{ ErrorCode: 404, ResponseCode: 200, ResponsePagePath: '/index.html' }],
        },
      },
    },
    ...extra,
  };
  const files = Object.fromEntries(
    Object.keys(sources).map((name) => [
      name,
      {
        source: { path: name, packaging: 'zip' },
        destinations: { here: { bucketName: 'assets', objectKey: `${name}.zip` } },
      },
    ]),
  );
  put('core.json', { Resources });
  put('core.assets.json', { files });
  put('manifest.json', {
    artifacts: {
      Core: {
        type: 'aws:cloudformation:stack',
        dependencies: ['Core.assets'],
        properties: { templateFile: 'core.json', stackName: 'layan-test-core' },
      },
      'Core.assets': { type: 'cdk:asset-manifest', properties: { file: 'core.assets.json' } },
    },
  });
  for (const [name, source] of Object.entries(sources)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.mjs'), source);
  }
  return folder;
}
