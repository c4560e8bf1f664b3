import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT, REGION } from '../cloud.ts';
import { AwsError } from './aws-error.ts';
import type { Formation, StackDescription, StackRequest } from './contract.ts';
import {
  ADMIN,
  allow,
  DOCUMENTS,
  failure,
  PORTAL,
  startTestFront,
  type TestFront,
  testRole,
} from './test-front.ts';

const StackName = 'layan-test-tenant-kota-a';
const stackId = `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${StackName}/0f0f0f0f-0000-4000-8000-000000000000`;
const PROVISIONER = `arn:aws:iam::${ACCOUNT}:role/layan-test-provisioner`;
const EXECUTION = `arn:aws:iam::${ACCOUNT}:role/layan-test-tenant-stacks`;
const TemplateURL = `https://s3.${REGION}.amazonaws.com/${DOCUMENTS}/tenant.json`;
const template = { Resources: { Key: { Type: 'AWS::KMS::Key' } } };

const created: StackRequest[] = [];
const deleted: unknown[] = [];
const stack: StackDescription = {
  stackId,
  name: StackName,
  status: 'CREATE_COMPLETE',
  creationTime: new Date('2026-01-31T00:00:00Z'),
  parameters: { Tenant: 'kota-a' },
  tags: { tenant: 'kota-a' },
  outputs: [{ key: 'TableName', value: 'layan.test.kota-a & <x>' }],
};
const formation: Formation = {
  createStack: async (request) => {
    if (created.some(({ name }) => name === request.name))
      throw new AwsError('AlreadyExistsException', `Stack [${request.name}] already exists`);
    created.push(request);
    return { stackId };
  },
  updateStack: async () => {
    throw new AwsError('ValidationError', 'No updates are to be performed.');
  },
  deleteStack: async (request) => void deleted.push(request),
  describeStacks: async (name) =>
    created.length > 0 && [undefined, StackName, stackId].includes(name) ? [stack] : [],
  describeStackEvents: async () => [
    {
      eventId: '1',
      stackId,
      stackName: StackName,
      logicalId: 'Key',
      type: 'AWS::KMS::Key',
      status: 'CREATE_COMPLETE',
      timestamp: new Date('2026-01-31T00:00:01Z'),
    },
  ],
};

let host: TestFront;
let client: CloudFormationClient;
beforeAll(async () => {
  host = await startTestFront({ formation });
  const stacks = `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/layan-test-tenant-*/*`;
  const statements = [
    allow(
      ['cloudformation:CreateStack', 'cloudformation:UpdateStack', 'cloudformation:DescribeStacks'],
      [stacks],
      undefined,
    ),
    allow(['s3:GetObject'], [`arn:aws:s3:::${DOCUMENTS}/tenant.json`]),
    allow(['iam:PassRole'], [EXECUTION], {
      StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' },
    }),
  ];
  host.cloud.roles.set(PROVISIONER, testRole(PROVISIONER, statements));
  host.cloud.roles.set(EXECUTION, {
    ...testRole(EXECUTION, []),
    trust: trusting('cloudformation.amazonaws.com'),
  });
  await host.front.services.s3.putObject(DOCUMENTS, 'tenant.json', JSON.stringify(template));
  client = new CloudFormationClient(host.as(PROVISIONER));
});
beforeEach(() => {
  created.length = 0;
});
afterAll(() => host.close());

const trusting = (Service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }],
});
const input = {
  StackName,
  TemplateURL,
  RoleARN: EXECUTION,
  Parameters: [{ ParameterKey: 'Tenant', ParameterValue: 'kota-a' }],
  Tags: [{ Key: 'tenant', Value: 'kota-a' }],
  ClientRequestToken: 'step-1',
};
const create = (more = {}, by = client) => by.send(new CreateStackCommand({ ...input, ...more }));

describe('CreateStack', () => {
  it('hands template, parameters, tags, role and caller to the engine', async () => {
    expect((await create()).StackId).toBe(stackId);
    expect(created).toEqual([
      {
        name: StackName,
        template,
        parameters: { Tenant: 'kota-a' },
        keptParameters: [],
        tags: { tenant: 'kota-a' },
        roleArn: EXECUTION,
        clientRequestToken: 'step-1',
        caller: { kind: 'session', roleArn: PROVISIONER, sessionName: 'layan-test-provisioner', tags: {} },
      },
    ]);
    expect((await failure(create())).name).toBe('AlreadyExistsException');
  });

  it('reads a template by every address that S3 has for it', async () => {
    for (const address of [
      `https://${DOCUMENTS}.s3.${REGION}.amazonaws.com/tenant.json`,
      `${host.front.url()}/${DOCUMENTS}/tenant.json`,
    ]) {
      created.length = 0;
      await create({ TemplateURL: address });
      expect(created[0]?.template).toEqual(template);
    }
  });

  it.each([
    ['the stack', { StackName: 'other-stack' }, 'cloudformation:CreateStack'],
    ['the template', { TemplateURL: TemplateURL.replace('tenant', 'secret') }, 's3:GetObject'],
    ['handing over the role', { RoleARN: ADMIN }, 'iam:PassRole'],
  ])('needs a statement for %s', async (_what, more, action) => {
    const { name, message, status } = await failure(create(more));
    expect({ name, status }).toEqual({ name: 'AccessDenied', status: 403 });
    expect(message).toContain(action);
    expect(created).toEqual([]);
  });

  it('refuses a role that CloudFormation may not assume', async () => {
    const role = host.cloud.roles.get(EXECUTION);
    if (!role) throw new Error('no role');
    host.cloud.roles.set(EXECUTION, { ...role, trust: trusting('lambda.amazonaws.com') });
    const { name, message } = await failure(create());
    host.cloud.roles.set(EXECUTION, role);
    expect(name).toBe('ValidationError');
    expect(message).toContain('is invalid or cannot be assumed');
  });

  it('refuses what is no template, and what the host does not support', async () => {
    const admin = new CloudFormationClient(host.as(ADMIN));
    expect(
      (await failure(create({ TemplateURL: undefined, TemplateBody: 'Resources:' }, admin))).message,
    ).toContain('JSON');
    expect((await failure(create({ TemplateURL: undefined }, admin))).name).toBe('ValidationError');
    expect(
      (await failure(create({ TemplateURL: TemplateURL.replace('tenant', 'none') }, admin))).message,
    ).toContain('no template');
    expect((await failure(create({ OnFailure: 'DELETE' }, admin))).message).toContain(
      'does not support CreateStack with OnFailure',
    );
    expect((await failure(create({ StackName: 'has space' }, admin))).name).toBe('ValidationError');
  });
});

describe('the other operations', () => {
  it('describe a stack, or say that there is none', async () => {
    const describing = () => client.send(new DescribeStacksCommand({ StackName }));
    expect(await failure(describing())).toMatchObject({
      name: 'ValidationError',
      message: `Stack with id ${StackName} does not exist`,
    });
    await create();
    const [found] = (await describing()).Stacks ?? [];
    expect(found).toMatchObject({
      StackId: stackId,
      StackStatus: 'CREATE_COMPLETE',
      CreationTime: stack.creationTime,
    });
    expect(found?.Outputs).toEqual([{ OutputKey: 'TableName', OutputValue: 'layan.test.kota-a & <x>' }]);
    expect(found?.Parameters).toEqual([{ ParameterKey: 'Tenant', ParameterValue: 'kota-a' }]);
  });

  it('pass on what the engine answers to an update', async () => {
    const updating = new UpdateStackCommand({
      StackName,
      UsePreviousTemplate: true,
      Parameters: [{ ParameterKey: 'Tenant', UsePreviousValue: true }],
    });
    expect((await failure(client.send(updating))).message).toBe('No updates are to be performed.');
  });

  it('tell events and delete, for those who may', async () => {
    const admin = new CloudFormationClient(host.as(ADMIN));
    const { StackEvents } = await admin.send(new DescribeStackEventsCommand({ StackName }));
    expect(StackEvents?.[0]).toMatchObject({ LogicalResourceId: 'Key', ResourceStatus: 'CREATE_COMPLETE' });
    await admin.send(new DeleteStackCommand({ StackName }));
    expect(deleted).toEqual([{ stack: StackName }]);
    expect((await failure(client.send(new DeleteStackCommand({ StackName })))).name).toBe('AccessDenied');
    const asPortal = new CloudFormationClient(host.as(PORTAL));
    expect((await failure(asPortal.send(new DescribeStacksCommand({ StackName })))).name).toBe(
      'AccessDenied',
    );
  });
});
