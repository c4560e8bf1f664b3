import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT } from '../cloud.ts';
import { DATA, failure, OTHER, PORTAL, startTestFront, type TestFront } from './test-front.ts';

let host: TestFront;
beforeAll(async () => {
  host = await startTestFront();
});
afterAll(() => host.close());

const assume = (as: string, input: Partial<AssumeRoleCommand['input']> = {}) =>
  new STSClient(host.as(as)).send(
    new AssumeRoleCommand({
      RoleArn: DATA,
      RoleSessionName: 'session',
      Tags: [{ Key: 'tenant', Value: 'kota-a' }],
      ...input,
    }),
  );

describe('AssumeRole', () => {
  it('gives a session of the role to the function that the trust policy names', async () => {
    const { Credentials, AssumedRoleUser } = await assume(PORTAL);
    expect(AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${ACCOUNT}:assumed-role/layan-test-data-citizen/session`);
    expect(Credentials?.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(Credentials?.Expiration?.getTime()).toBeLessThanOrEqual(host.clock.now.getTime() + 3600_000);
    const sts = new STSClient(
      host.with({
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretAccessKey ?? '',
        sessionToken: Credentials?.SessionToken ?? '',
      }),
    );
    expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toBe(AssumedRoleUser?.Arn);
  });

  it('refuses a function that the trust policy does not name, and says so', async () => {
    const { name, message, status } = await failure(assume(OTHER));
    expect({ name, status }).toEqual({ name: 'AccessDenied', status: 403 });
    expect(message).toContain('no resource-based policy allows the sts:AssumeRole action');
    expect(message).toContain(`"Principal":{"AWS":"${OTHER}"}`);
  });

  it('refuses a session without the tag that the trust policy asks for', async () => {
    expect((await failure(assume(PORTAL, { Tags: [] }))).name).toBe('AccessDenied');
  });

  it('refuses a second tag that the trust policy does not list', async () => {
    const Tags = [
      { Key: 'tenant', Value: 'kota-a' },
      { Key: 'role', Value: 'manager' },
    ];
    expect((await failure(assume(PORTAL, { Tags }))).name).toBe('AccessDenied');
  });

  it('asks for sts:TagSession apart from sts:AssumeRole', async () => {
    const role = host.cloud.roles.get(DATA);
    if (!role) throw new Error('no role');
    const Statement = {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: 'sts:AssumeRole',
    };
    host.cloud.roles.set(DATA, { ...role, trust: { Version: '2012-10-17', Statement } });
    const { message } = await failure(assume(PORTAL));
    host.cloud.roles.set(DATA, role);
    expect(message).toContain('sts:TagSession');
  });

  it('lets a chained session last an hour at most', async () => {
    const { name, message } = await failure(assume(PORTAL, { DurationSeconds: 3601 }));
    expect(name).toBe('ValidationError');
    expect(message).toContain('role chaining');
  });

  it('says openly that transitive tags and session policies are not supported', async () => {
    expect((await failure(assume(PORTAL, { TransitiveTagKeys: ['tenant'] }))).message).toContain(
      'does not support',
    );
    expect((await failure(assume(PORTAL, { Policy: '{}' }))).message).toContain('does not support');
  });

  it('refuses tags that differ only in case', async () => {
    const Tags = [
      { Key: 'tenant', Value: 'kota-a' },
      { Key: 'Tenant', Value: 'kota-b' },
    ];
    expect((await failure(assume(PORTAL, { Tags }))).name).toBe('InvalidParameterValue');
  });
});
