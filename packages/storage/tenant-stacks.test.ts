import { TENANT } from '@layan/testing/builders/a-tenant';
import { type ScriptedAnswer, startScriptedAws } from '@layan/testing/scripted-aws';
import { describe, expect, it } from 'vitest';
import { awsSettings } from './aws/settings.ts';
import { tenantStacks } from './tenant-stacks.ts';

const namespace = 'xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"';
const failure = (code: string, message: string): ScriptedAnswer => ({
  status: 400,
  body: `<ErrorResponse ${namespace}><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});
const absent = failure('ValidationError', 'Stack with id layan-test-tenant-kota-contoh does not exist');
const started = (operation: string): ScriptedAnswer => ({
  status: 200,
  body: `<${operation}Response ${namespace}><${operation}Result><StackId>id</StackId></${operation}Result></${operation}Response>`,
});
const described = (status: string, more = ''): ScriptedAnswer => ({
  status: 200,
  body: `<DescribeStacksResponse ${namespace}><DescribeStacksResult><Stacks><member><StackName>s</StackName><StackStatus>${status}</StackStatus><CreationTime>2026-02-04T02:00:00.000Z</CreationTime>${more}</member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
});

async function stacksWith(...answers: readonly ScriptedAnswer[]) {
  const aws = await startScriptedAws(
    (request) => answers[request - 1] ?? failure('Unexpected', 'too many calls'),
  );
  const settings = awsSettings({
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: 'own',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL: aws.url,
  });
  const stacks = tenantStacks(settings, {
    stage: 'test',
    templateUrl: 'https://assets.example/tenant.json',
    roleArn: 'arn:stacks',
    relayFunctionArn: 'arn:relay',
  });
  const asked = () => aws.requests.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
  return { stacks, asked, close: aws.close };
}

describe('the stack of a tenant', () => {
  it('is created from our template, by the stack role, and left standing when it fails', async () => {
    const { stacks, asked, close } = await stacksWith(absent, started('CreateStack'));
    await stacks.create(TENANT);
    expect(asked()[1]).toMatchObject({
      Action: 'CreateStack',
      StackName: 'layan-test-tenant-kota-contoh',
      TemplateURL: 'https://assets.example/tenant.json',
      RoleARN: 'arn:stacks',
      OnFailure: 'DO_NOTHING',
      'Parameters.member.1.ParameterValue': TENANT,
      'Tags.member.1.Value': TENANT,
    });
    await close();
  });

  it('is left alone when it is there or somebody else was faster', async () => {
    const there = await stacksWith(described('CREATE_IN_PROGRESS'));
    await there.stacks.create(TENANT);
    expect(there.asked()).toHaveLength(1);
    await there.close();
    const race = await stacksWith(absent, failure('AlreadyExistsException', 'exists'));
    await race.stacks.create(TENANT);
    await race.close();
  });

  it('goes on from where it failed', async () => {
    const { stacks, asked, close } = await stacksWith(described('CREATE_FAILED'), started('UpdateStack'));
    await stacks.create(TENANT);
    expect(asked()[1]).toMatchObject({ Action: 'UpdateStack', DisableRollback: 'true' });
    await close();
  });

  it.each([
    ['CREATE_IN_PROGRESS', { state: 'running' }],
    ['UPDATE_IN_PROGRESS', { state: 'running' }],
    ['CREATE_COMPLETE', { state: 'ready' }],
    ['UPDATE_COMPLETE', { state: 'ready' }],
  ])('in %s is told as %j', async (status, told) => {
    const { stacks, close } = await stacksWith(described(status));
    expect(await stacks.state(TENANT)).toEqual(told);
    await close();
  });

  it('that failed is told with its reason and when the attempt began', async () => {
    const more =
      '<StackStatusReason>Key</StackStatusReason><LastUpdatedTime>2026-02-04T03:00:00.000Z</LastUpdatedTime>';
    const { stacks, close } = await stacksWith(described('UPDATE_FAILED', more), absent);
    expect(await stacks.state(TENANT)).toEqual({
      state: 'failed',
      reason: 'Key',
      startedAt: '2026-02-04T03:00:00.000Z',
    });
    expect(await stacks.state(TENANT)).toEqual({ state: 'absent' });
    await close();
  });

  it('shows its keys; an older one has none to sign with', async () => {
    const output = (name: string, value: string) =>
      `<member><OutputKey>${name}</OutputKey><OutputValue>${value}</OutputValue></member>`;
    const data = output('KeyArn', 'arn:key');
    const { stacks, close } = await stacksWith(
      described('CREATE_COMPLETE', `<Outputs>${data}${output('SigningKeyArn', 'arn:sign')}</Outputs>`),
      described('CREATE_COMPLETE', `<Outputs>${data}</Outputs>`),
      described('CREATE_COMPLETE'),
    );
    expect(await stacks.keyArns(TENANT)).toEqual({ data: 'arn:key', signing: 'arn:sign' });
    expect(await stacks.keyArns(TENANT)).toEqual({ data: 'arn:key' });
    await expect(stacks.keyArns(TENANT)).rejects.toThrow(/kota-contoh has no key/);
    await close();
  });
});
