import { describe, expect, it } from 'vitest';
import { testEngine } from '../test-engine.ts';

const text = (Resources: object) => JSON.stringify({ Resources });
const trust = { AssumeRolePolicyDocument: { Statement: [] } };
const allow = (action: string) => ({ Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });
const fn = (more: object = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: 'worker',
    Code: { S3Bucket: 'assets', S3Key: 'worker.zip' },
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
    Environment: { Variables: { STAGE: 'test', SIZE: 3 } },
    ...more,
  },
});
const role = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'worker', ...trust } };
const queue = (name: string, more: object = {}) => ({
  Type: 'AWS::SQS::Queue',
  Properties: { QueueName: name, ...more },
});
const only = <T>(things: ReadonlyMap<string, T>): T | undefined => [...things.values()][0];

describe('IAM', () => {
  it('gives a role its own, the attached and the managed policies', async () => {
    const { engine, cloud } = testEngine();

    await engine.deploy(
      't',
      text({
        Managed: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: { ManagedPolicyName: 'm', PolicyDocument: allow('s3:*') },
        },
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            RoleName: 'r',
            ...trust,
            Policies: [{ PolicyName: 'own', PolicyDocument: allow('sqs:*') }],
            ManagedPolicyArns: [
              { Ref: 'Managed' },
              'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
            ],
          },
        },
        Attached: {
          Type: 'AWS::IAM::Policy',
          Properties: { PolicyName: 'attached', PolicyDocument: allow('kms:*'), Roles: [{ Ref: 'Role' }] },
        },
      }),
    );

    expect(only(cloud.roles)?.policies.map(({ name }) => name)).toEqual([
      'arn:aws:iam::000000000000:policy/m',
      'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      'own',
      'attached',
    ]);
  });

  it('drops a policy from a role when the template no longer has it', async () => {
    const { engine, cloud } = testEngine();
    const policy = { PolicyName: 'p', PolicyDocument: allow('kms:*'), Roles: [{ Ref: 'Role' }] };
    await engine.deploy('t', text({ Role: role, Policy: { Type: 'AWS::IAM::Policy', Properties: policy } }));

    await engine.deploy('t', text({ Role: role }));

    expect(only(cloud.roles)?.policies).toEqual([]);
  });

  it('refuses a managed policy of AWS that it does not know', async () => {
    const { engine } = testEngine();
    const ManagedPolicyArns = ['arn:aws:iam::aws:policy/AdministratorAccess'];
    const admin = { Type: 'AWS::IAM::Role', Properties: { ...trust, ManagedPolicyArns } };

    await expect(engine.deploy('t', text({ Admin: admin }))).rejects.toThrow(
      'AdministratorAccess is not known',
    );
  });
});

describe('KMS', () => {
  it('tags a key, names it, and moves the name when the template does', async () => {
    const { engine, cloud } = testEngine();
    const key = {
      Type: 'AWS::KMS::Key',
      Properties: { KeyPolicy: allow('kms:*'), Tags: [{ Key: 'tenant', Value: 'x' }] },
    };
    const alias = (to: string) => ({
      Type: 'AWS::KMS::Alias',
      Properties: { AliasName: 'alias/a', TargetKeyId: { 'Fn::GetAtt': [to, 'Arn'] } },
    });
    await engine.deploy('t', text({ K1: key, K2: key, Alias: alias('K1') }));

    await engine.deploy('t', text({ K1: key, K2: key, Alias: alias('K2') }));

    expect([...cloud.keys.values()].map(({ id, aliases, tags }) => ({ id, aliases, tags }))).toEqual([
      { id: 'key-1', aliases: [], tags: { tenant: 'x' } },
      { id: 'key-2', aliases: ['alias/a'], tags: { tenant: 'x' } },
    ]);
  });
});

describe('queues and buckets', () => {
  it('know their dead letters and their policies, also after an update', async () => {
    const { engine, cloud } = testEngine();
    const RedrivePolicy = { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 3 };
    const resources = {
      Dead: queue('dead'),
      Work: queue('work', { RedrivePolicy, VisibilityTimeout: '90' }),
      Guard: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: { Queues: [{ Ref: 'Work' }], PolicyDocument: allow('sqs:*') },
      },
    };
    await engine.deploy('t', text(resources));
    await engine.deploy('t', text(resources));

    expect(cloud.queues.get('arn:aws:sqs:ap-southeast-3:000000000000:work')).toEqual({
      arn: 'arn:aws:sqs:ap-southeast-3:000000000000:work',
      name: 'work',
      url: 'http://queues/work',
      visibilityTimeoutSeconds: 90,
      deadLetter: { queueArn: 'arn:aws:sqs:ap-southeast-3:000000000000:dead', maxReceiveCount: 3 },
      policy: allow('sqs:*'),
    });
  });

  it('know where their events, origins and keys go', async () => {
    const { engine, cloud } = testEngine();
    const properties = {
      BucketName: 'documents',
      CorsConfiguration: { CorsRules: [{ AllowedOrigins: ['http://a'], AllowedMethods: ['POST'] }] },
      NotificationConfiguration: { EventBridgeConfiguration: {} },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'k' } },
        ],
      },
      VersioningConfiguration: { Status: 'Enabled' },
    };
    await engine.deploy('t', text({ B: { Type: 'AWS::S3::Bucket', Properties: properties } }));

    expect(only(cloud.buckets)).toMatchObject({
      events: true,
      defaultKeyArn: 'k',
      cors: [{ origins: ['http://a'], methods: ['POST'], headers: [] }],
    });
  });

  it('know for how long they lock what is written, and no other way to lock it', async () => {
    const lock = (Mode: string) => ({
      BucketName: 'seals',
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode, Days: 1827 } },
      },
    });
    const { engine, cloud } = testEngine();
    await engine.deploy('t', text({ B: { Type: 'AWS::S3::Bucket', Properties: lock('COMPLIANCE') } }));
    expect(only(cloud.buckets)).toMatchObject({ lockDays: 1827 });
    const other = text({ C: { Type: 'AWS::S3::Bucket', Properties: lock('GOVERNANCE') } });
    await expect(engine.deploy('u', other)).rejects.toThrow();
  });

  it('are not removed while they hold something', async () => {
    const { engine } = testEngine();
    await engine.deploy('t', text({ B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'full' } } }));

    await engine.deleteStack({ stack: 't' });
    await engine.idle();

    expect((await engine.describeStacks('t'))[0]?.statusReason).toContain('The bucket full is not empty.');
  });
});

describe('functions', () => {
  it('run from their asset, as their role, with their environment as texts', async () => {
    const { engine, cloud } = testEngine();

    await engine.deploy('t', text({ Role: role, Fn: fn({ Timeout: 15 }) }));

    expect(only(cloud.functions)).toEqual({
      arn: 'arn:aws:lambda:ap-southeast-3:000000000000:function:worker',
      name: 'worker',
      roleArn: 'arn:aws:iam::000000000000:role/worker',
      codePath: '/assets/worker.zip',
      handler: 'index.handler',
      environment: { STAGE: 'test', SIZE: '3' },
      timeoutSeconds: 15,
    });
  });

  it.each([
    [
      'code that was not published',
      { Code: { S3Bucket: 'assets', S3Key: 'missing.zip' } },
      'missing.zip was not published',
    ],
    ['code inside the template', { Code: { ZipFile: 'x' } }, 'Code'],
    ['another runtime', { Runtime: 'python3.13' }, 'Runtime'],
    ['layers', { Layers: ['x'] }, 'Layers'],
  ])('are refused with %s', async (_name, more, reason) => {
    const { engine } = testEngine();

    await expect(engine.deploy('t', text({ Role: role, Fn: fn(more) }))).rejects.toThrow(reason);
  });

  it('are fed only by what their role may read', async () => {
    const { engine } = testEngine({ denies: (action) => action === 'sqs:ReceiveMessage' });
    const mapping = {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { FunctionName: { Ref: 'Fn' }, EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] } },
    };

    const deploying = engine.deploy('t', text({ Role: role, Fn: fn(), Queue: queue('q'), Mapping: mapping }));

    await expect(deploying).rejects.toThrow('role/worker may not sqs:ReceiveMessage');
  });
});

describe('a REST API', () => {
  it('is put together from its resources, methods and limits', async () => {
    const { engine, cloud } = testEngine();
    const uri = {
      'Fn::Sub': 'arn:aws:apigateway:ap-southeast-3:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations',
    };
    const RestApiId = { Ref: 'Api' };
    await engine.deploy(
      't',
      text({
        Role: role,
        Fn: fn(),
        Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'api' } },
        Proxy: {
          Type: 'AWS::ApiGateway::Resource',
          Properties: {
            RestApiId,
            ParentId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
            PathPart: '{proxy+}',
          },
        },
        Any: {
          Type: 'AWS::ApiGateway::Method',
          Properties: {
            RestApiId,
            ResourceId: { Ref: 'Proxy' },
            HttpMethod: 'ANY',
            Integration: { Type: 'AWS_PROXY', Uri: uri },
          },
        },
        Live: { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId } },
        Stage: {
          Type: 'AWS::ApiGateway::Stage',
          Properties: {
            RestApiId,
            DeploymentId: { Ref: 'Live' },
            StageName: 'live',
            MethodSettings: [
              {
                HttpMethod: '*',
                ResourcePath: '/~1staff',
                ThrottlingRateLimit: 10,
                ThrottlingBurstLimit: 20,
              },
            ],
          },
        },
      }),
    );

    const api = only(cloud.apis);
    expect([...(api?.methods.values() ?? [])]).toMatchObject([
      { verb: 'ANY', functionArn: 'arn:aws:lambda:ap-southeast-3:000000000000:function:worker' },
    ]);
    expect([...(api?.stages.values() ?? [])]).toEqual([
      { name: 'live', limits: [{ verb: '*', resourcePath: '/staff', rate: 10, burst: 20 }] },
    ]);
  });

  it('has only functions behind its routes', async () => {
    const { engine } = testEngine();
    const Integration = { Type: 'HTTP_PROXY', Uri: 'http://elsewhere' };
    const method = {
      Type: 'AWS::ApiGateway::Method',
      Properties: { RestApiId: { Ref: 'Api' }, ResourceId: 'x', HttpMethod: 'GET', Integration },
    };
    const api = { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'api' } };

    await expect(engine.deploy('t', text({ Api: api, Method: method }))).rejects.toThrow('Integration.Type');
  });
});

describe('what is knowingly not run', () => {
  it('can be referred to all the same', async () => {
    const { engine, cloud } = testEngine();
    const alarm = { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alarms' } };
    const dependent = {
      ...role,
      Properties: { ...role.Properties, RoleName: 'r', Description: { Ref: 'Alarm' } },
    };

    await engine.deploy('t', text({ Alarm: alarm, Role: dependent }));

    expect(cloud.roles.size).toBe(1);
  });

  it('does not include custom resources', async () => {
    const { engine } = testEngine();

    await expect(engine.deploy('t', text({ C: { Type: 'Custom::Thing' } }))).rejects.toThrow(
      'Resources of the type Custom::Thing are not run locally.',
    );
  });
});

describe('answers of the gateway itself', () => {
  const answer = (properties: object) => ({
    Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'api' } },
    Answer: {
      Type: 'AWS::ApiGateway::GatewayResponse',
      Properties: { RestApiId: { Ref: 'Api' }, ResponseType: 'THROTTLED', ...properties },
    },
  });

  it('are taken from the template', async () => {
    const { engine, cloud } = testEngine();
    const ResponseParameters = { 'gatewayresponse.header.Cache-Control': "'no-store'" };

    await engine.deploy(
      't',
      text(
        answer({ StatusCode: '429', ResponseParameters, ResponseTemplates: { 'application/json': '{}' } }),
      ),
    );

    expect(only(cloud.apis)?.answers.get('THROTTLED')).toEqual({
      status: 429,
      headers: { 'cache-control': 'no-store' },
      template: '{}',
    });
  });

  it('are refused when they copy from the request', async () => {
    const { engine } = testEngine();
    const ResponseParameters = { 'gatewayresponse.header.Origin': 'method.request.header.Origin' };

    await expect(engine.deploy('t', text(answer({ ResponseParameters })))).rejects.toThrow(
      'is not run locally',
    );
  });
});
