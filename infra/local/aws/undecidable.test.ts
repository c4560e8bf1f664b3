import { describe, expect, it } from 'vitest';
import { ACCOUNT, emptyCloud, REGION } from '../cloud.ts';
import { createAuthorizer } from './authorize.ts';
import type { Principal } from './contract.ts';
import { allow, testRole } from './test-front.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/worker`;
const QUEUE = `arn:aws:sqs:${REGION}:${ACCOUNT}:changes`;
const worker: Principal = { kind: 'session', roleArn: ROLE, sessionName: 's', tags: {} };
const deny = (condition: object, action = 'sqs:*') => ({
  Effect: 'Deny',
  Action: action,
  Resource: '*',
  Condition: condition,
});

/** What is decided of sending to the queue by a role with these statements. */
async function sending(statements: readonly object[], resourceStatements?: readonly object[]) {
  const cloud = emptyCloud();
  cloud.roles.set(ROLE, testRole(ROLE, statements));
  if (resourceStatements)
    cloud.queues.set(QUEUE, {
      arn: QUEUE,
      name: 'changes',
      url: '',
      visibilityTimeoutSeconds: 1,
      policy: { Version: '2012-10-17', Statement: resourceStatements },
    });
  return createAuthorizer(cloud).decide(worker, 'sqs:SendMessage', QUEUE);
}
const may = (condition?: object) => allow(['sqs:SendMessage'], [QUEUE], condition);

describe('what this host cannot decide', () => {
  it.each([
    [
      'an operator nobody knows',
      { StringResembles: { 'aws:PrincipalArn': '*' } },
      'the operator StringResembles',
    ],
    ['an operator of addresses', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, 'the operator IpAddress'],
    [
      'a key nobody states',
      { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
      'the condition key aws:SourceVpc',
    ],
    ['a key of sign-in', { Bool: { 'aws:MultiFactorAuthPresent': 'false' } }, 'aws:MultiFactorAuthPresent'],
    ['a key of time', { DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }, 'aws:CurrentTime'],
  ])('is refused and said: %s in a denial', async (_what, condition, said) => {
    const { allowed, message } = await sending([may(), deny(condition)]);
    expect(allowed).toBe(false);
    expect(message).toContain('this host cannot decide');
    expect(message).toContain(said);
  });

  it.each([
    ['NotIpAddress', { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }],
    ['IfExists', { StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } }],
    ['Null', { Null: { 'aws:SourceVpc': 'true' } }],
    ['ForAllValues', { 'ForAllValues:StringEquals': { 'sqs:Invented': 'x' } }],
  ])('does not allow by a key that is absent only here: %s', async (_what, condition) => {
    const { allowed, message } = await sending([may(condition)]);
    expect(allowed).toBe(false);
    expect(message).toContain('this host cannot decide');
  });

  it('is refused in a policy on the resource as well', async () => {
    const odd = {
      ...deny({ StringEquals: { 'aws:SourceOrgID': 'o-1' } }, 'sqs:SendMessage'),
      Principal: '*',
    };
    const { allowed, message } = await sending([may()], [odd]);
    expect(allowed).toBe(false);
    expect(message).toContain('the condition key aws:SourceOrgID');
  });

  it('is no hindrance where the statement is about something else', async () => {
    const odd = deny({ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }, 's3:*');
    expect((await sending([may(), odd])).allowed).toBe(true);
  });

  it('is told from what is known, in whatever case it is written', async () => {
    const known = {
      ARNEQUALS: { 'AWS:PRINCIPALARN': ROLE },
      StringEqualsIfExists: { 'aws:PrincipalTag/x': 'y' },
    };
    expect((await sending([may(known)])).allowed).toBe(true);
  });
});
