import { describe, expect, it } from 'vitest';
import { stackRequest, testEngine } from './test-engine.ts';

const role = (name: string, more: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: { RoleName: name, AssumeRolePolicyDocument: { Statement: [] } },
  ...more,
});
const table = (name: unknown, more: object = {}, properties: object = {}) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: { TableName: name, KeySchema: [], AttributeDefinitions: [], ...properties },
  ...more,
});
const broken = { Type: 'AWS::EC2::Instance', Properties: {} };
const roleArn = (name: string) => `arn:aws:iam::000000000000:role/${name}`;
const tableArn = (name: string) => `arn:aws:dynamodb:ap-southeast-3:000000000000:table/${name}`;
const text = (Resources: object, more: object = {}) => JSON.stringify({ Resources, ...more });

async function status(engine: ReturnType<typeof testEngine>['engine'], stack: string) {
  return (await engine.describeStacks(stack))[0]?.status;
}

describe('creating a stack', () => {
  it('resolves parameters, conditions and outputs, and answers at once with the id', async () => {
    const { engine, cloud } = testEngine();
    const template = {
      Parameters: { Tenant: { Type: 'String' }, Big: { Type: 'String', Default: 'no' } },
      Conditions: { IsBig: { 'Fn::Equals': [{ Ref: 'Big' }, 'yes'] } },
      Resources: {
        Table: table({ 'Fn::Sub': 'layan.test.${Tenant}' }),
        Extra: { ...role('extra'), Condition: 'IsBig' },
      },
      Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Table', 'Arn'] }, Export: { Name: 'the-table' } } },
    };

    const { stackId } = await engine.createStack(
      stackRequest('t', template, { parameters: { Tenant: 'kota-uji' } }),
    );
    await engine.idle();

    expect(stackId).toMatch(/^arn:aws:cloudformation:ap-southeast-3:000000000000:stack\/t\/[\w-]{36}$/);
    expect([...cloud.tables.keys()]).toEqual([tableArn('layan.test.kota-uji')]);
    expect(cloud.roles.size).toBe(0);
    const [description] = await engine.describeStacks(stackId);
    expect(description).toMatchObject({
      status: 'CREATE_COMPLETE',
      outputs: [{ key: 'Arn', value: tableArn('layan.test.kota-uji'), exportName: 'the-table' }],
    });
  });

  it('hands exports of one stack to the next', async () => {
    const { engine, cloud } = testEngine();
    const out = { Name: { Value: { Ref: 'R' }, Export: { Name: 'shared' } } };
    await engine.deploy('one', text({ R: role('first') }, { Outputs: out }));

    const name = { 'Fn::Sub': ['${Name}-second', { Name: { 'Fn::ImportValue': 'shared' } }] };
    await engine.deploy(
      'two',
      text({ R: { ...role(''), Properties: { ...role('').Properties, RoleName: name } } }),
    );

    expect(cloud.roles.has(roleArn('first-second'))).toBe(true);
  });

  it('tells the bus of every change of state, in the shape of CloudFormation', async () => {
    const { engine, published } = testEngine();

    await engine.deploy('one', text({ R: role('r') }));

    const [first, last] = published;
    expect(published).toHaveLength(2);
    expect(first).toMatchObject({ detail: { 'status-details': { status: 'CREATE_IN_PROGRESS' } } });
    expect(last).toEqual({
      source: 'aws.cloudformation',
      'detail-type': 'CloudFormation Stack Status Change',
      resources: [expect.stringContaining(':stack/one/')],
      detail: {
        'stack-id': expect.stringContaining(':stack/one/'),
        'status-details': { status: 'CREATE_COMPLETE', 'status-reason': '' },
        'client-request-token': '',
      },
    });
  });

  it('rolls back what it made when one resource fails, and names that resource', async () => {
    const { engine, cloud, calls } = testEngine();

    await engine.createStack(
      stackRequest('t', { Resources: { T: table('t'), Bad: { ...broken, DependsOn: 'T' } } }),
    );
    await engine.idle();

    expect(cloud.tables.size).toBe(0);
    expect(calls).toEqual(['createTable t', 'deleteTable t']);
    const [stack] = await engine.describeStacks('t');
    expect(stack).toMatchObject({
      status: 'ROLLBACK_COMPLETE',
      statusReason: 'Bad (AWS::EC2::Instance): Resources of the type AWS::EC2::Instance are not run locally.',
    });
    const events = await engine.describeStackEvents('t');
    expect(events.map(({ logicalId, status: state }) => `${logicalId} ${state}`).reverse()).toEqual([
      't CREATE_IN_PROGRESS',
      'T CREATE_IN_PROGRESS',
      'T CREATE_COMPLETE',
      'Bad CREATE_FAILED',
      't ROLLBACK_IN_PROGRESS',
      'T DELETE_COMPLETE',
      't ROLLBACK_COMPLETE',
    ]);
  });

  it('leaves what it made when asked to, and an update goes on from there', async () => {
    const { engine, cloud, calls } = testEngine();
    const guarded = table('t', {}, { DeletionProtectionEnabled: true });
    const failing = { Resources: { T: guarded, Bad: { ...broken, DependsOn: 'T' } } };
    await engine.createStack(stackRequest('t', failing, { keepsFailures: true }));
    await engine.idle();
    expect(await status(engine, 't')).toBe('CREATE_FAILED');
    await engine.updateStack(stackRequest('t', failing, { keepsFailures: true }));
    await engine.idle();
    expect(await status(engine, 't')).toBe('UPDATE_FAILED');

    const repaired = { Resources: { T: guarded, Bad: role('good', { DependsOn: 'T' }) } };
    await engine.updateStack(stackRequest('t', repaired, { keepsFailures: true }));
    await engine.idle();

    expect(await status(engine, 't')).toBe('UPDATE_COMPLETE');
    expect(cloud.roles.has(roleArn('good'))).toBe(true);
    expect(calls).toEqual(['createTable t']);
  });

  it('keeps on rollback only what is to be retained always', async () => {
    const { engine, cloud } = testEngine();
    const resources = {
      Always: table('always', { DeletionPolicy: 'Retain' }),
      Later: table('later', { DeletionPolicy: 'RetainExceptOnCreate' }),
      Bad: { ...broken, DependsOn: ['Always', 'Later'] },
    };

    await expect(engine.deploy('t', text(resources))).rejects.toThrow('ROLLBACK_COMPLETE');

    expect([...cloud.tables.values()].map(({ name }) => name)).toEqual(['always']);
  });

  it('says so when even the rollback fails', async () => {
    const { engine } = testEngine();
    const guarded = table('t', {}, { DeletionProtectionEnabled: true });

    const deploying = engine.deploy('t', text({ T: guarded, Bad: { ...broken, DependsOn: 'T' } }));

    await expect(deploying).rejects.toThrow(
      /ROLLBACK_FAILED: Bad .*not run locally.*T .*protected against deletion/,
    );
  });

  it('refuses properties it does not know, by name', async () => {
    const { engine } = testEngine();
    const odd = { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } };

    await expect(engine.deploy('t', text({ Odd: odd }))).rejects.toThrow(
      /Odd \(AWS::SQS::Queue\).*FifoQueue/,
    );
  });

  it('refuses a second stack of the same name, but takes the same token for the same request', async () => {
    const { engine } = testEngine();
    const request = { ...stackRequest('t', { Resources: { R: role('r') } }), clientRequestToken: 'once' };
    const { stackId } = await engine.createStack(request);

    expect(await engine.createStack(request)).toEqual({ stackId });
    await expect(engine.createStack({ ...request, clientRequestToken: 'twice' })).rejects.toThrow(
      'already exists',
    );
  });

  it.each([
    ['a missing parameter', { Parameters: { P: { Type: 'String' } } }, {}, 'P must have a value'],
    ['an unknown parameter', {}, { X: '1' }, 'does not have: X'],
    [
      'a value outside the pattern',
      { Parameters: { P: { Type: 'String', AllowedPattern: 'a+' } } },
      { P: 'b' },
      'P does not match',
    ],
  ])('fails on %s', async (_name, more, parameters, reason) => {
    const { engine } = testEngine();

    await engine.createStack(stackRequest('t', { Resources: { R: role('r') }, ...more }, { parameters }));
    await engine.idle();

    expect((await engine.describeStacks('t'))[0]?.statusReason).toContain(reason);
  });
});

describe('a stack that is made by a role', () => {
  it('fails where the role may not do what a resource needs', async () => {
    const { engine, cloud } = testEngine({ denies: (action) => action === 'dynamodb:CreateTable' });

    await engine.createStack(
      stackRequest('t', { Resources: { T: table('t') } }, { roleArn: roleArn('builder') }),
    );
    await engine.idle();

    const [stack] = await engine.describeStacks('t');
    expect(stack).toMatchObject({ status: 'ROLLBACK_COMPLETE', roleArn: roleArn('builder') });
    expect(stack?.statusReason).toContain(`${roleArn('builder')} may not dynamodb:CreateTable`);
    expect(cloud.tables.size).toBe(0);
  });

  it('is not made when no role was checked for a resource', async () => {
    const { engine } = testEngine();
    const api = { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'api' } };

    await engine.createStack(stackRequest('t', { Resources: { Api: api } }, { roleArn: roleArn('builder') }));
    await engine.idle();

    expect((await engine.describeStacks('t'))[0]?.statusReason).toContain('It cannot be made by a role here');
  });
});

describe('updating a stack', () => {
  it('changes what changed, removes what is gone, keeps the rest as it was', async () => {
    const { engine, cloud, calls } = testEngine();
    const key = { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: [] } } };
    const ttl = { TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true } };
    await engine.deploy('t', text({ K: key, T: table('t'), R: role('r') }));

    await engine.deploy('t', text({ K: key, T: table('t', {}, ttl), Q: role('q') }));

    expect([...cloud.roles.values()].map(({ name }) => name)).toEqual(['q']);
    expect([...cloud.keys.values()].map(({ id }) => id)).toEqual(['key-1']);
    expect(calls).toEqual(['createKey 1', 'createTable t', 'updateTimeToLive t expiresAt']);
  });

  it('refuses a change that would replace the resource, and falls back', async () => {
    const { engine, cloud } = testEngine();
    await engine.deploy('t', text({ T: table('old') }));

    await expect(engine.deploy('t', text({ T: table('new') }))).rejects.toThrow(
      /UPDATE_ROLLBACK_COMPLETE.*Changing TableName would replace it/,
    );

    expect([...cloud.tables.values()].map(({ name }) => name)).toEqual(['old']);
  });

  it('keeps parameters that the request says to keep', async () => {
    const { engine, cloud } = testEngine();
    const template = (suffix: string) => ({
      Parameters: { Tenant: { Type: 'String' } },
      Resources: {
        R: {
          ...role(''),
          Properties: { ...role('').Properties, RoleName: { 'Fn::Sub': `\${Tenant}${suffix}` } },
        },
      },
    });
    await engine.createStack(stackRequest('t', template(''), { parameters: { Tenant: 'x' } }));
    await engine.idle();

    const Resources = { ...template('').Resources, Q: { ...role('q') } };
    await engine.updateStack({
      ...stackRequest('t', { ...template(''), Resources }),
      keptParameters: ['Tenant'],
    });
    await engine.idle();

    expect(await status(engine, 't')).toBe('UPDATE_COMPLETE');
    expect([...cloud.roles.values()].map(({ name }) => name).sort()).toEqual(['q', 'x']);
  });

  it('makes a stack anew that never came to be', async () => {
    const { engine, cloud } = testEngine();
    await expect(engine.deploy('t', text({ Bad: broken }))).rejects.toThrow();

    await engine.deploy('t', text({ R: role('r') }));

    expect(cloud.roles.size).toBe(1);
  });
});

describe('deleting a stack', () => {
  it('removes what was made, last first, and keeps what is to be retained', async () => {
    const { engine, cloud, calls } = testEngine();
    const resources = {
      A: table('a'),
      B: { ...table('b'), DependsOn: 'A' },
      C: table('c', { DeletionPolicy: 'Retain' }),
    };
    await engine.deploy('t', text(resources));

    await engine.deleteStack({ stack: 't' });
    await engine.idle();

    expect(calls.filter((call) => call.startsWith('delete'))).toEqual(['deleteTable b', 'deleteTable a']);
    expect([...cloud.tables.values()].map(({ name }) => name)).toEqual(['c']);
    expect(await engine.describeStacks('t')).toEqual([]);
  });

  it('stops at what may not be deleted', async () => {
    const { engine } = testEngine();
    await engine.deploy('t', text({ T: table('t', {}, { DeletionProtectionEnabled: true }) }));

    await engine.deleteStack({ stack: 't' });
    await engine.idle();

    expect(await status(engine, 't')).toBe('DELETE_FAILED');
  });
});

describe('after a restart', () => {
  it('brings back what exists without making it again', async () => {
    const before = testEngine();
    const key = { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: [] } } };
    await before.engine.deploy('t', text({ K: key, T: table('t') }));

    const after = testEngine({ dir: before.dir });
    await after.engine.resume(new Set());

    expect([...after.cloud.keys.values()].map(({ id }) => id)).toEqual(['key-1']);
    expect(after.cloud.tables.get(tableArn('t'))?.streamArn).toBe(`${tableArn('t')}/stream/1`);
    expect(after.calls).toEqual([]);
  });

  it('goes on with a stack whose making was interrupted', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const resources = { First: role('first'), T: { ...table('t'), DependsOn: 'First' } };
    const before = testEngine({ onCreateTable: () => held });
    const { stackId } = await before.engine.createStack(stackRequest('t', { Resources: resources }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const stopping = before.engine.stop();
    release();
    await stopping;

    const after = testEngine({ dir: before.dir });
    expect(await status(after.engine, 't')).toBe('CREATE_IN_PROGRESS');
    await after.engine.resume(new Set());
    await after.engine.idle();

    expect((await after.engine.describeStacks(stackId))[0]?.status).toBe('CREATE_COMPLETE');
    expect(after.cloud.roles.size).toBe(1);
    expect(after.cloud.tables.size).toBe(1);
  });
});
