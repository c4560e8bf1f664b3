import { epochMs } from '@layan/domain/kernel/instant';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { fixedClock } from '@layan/testing/fixed-clock';
import { type ScriptedAnswer, startScriptedAws } from '@layan/testing/scripted-aws';
import { describe, expect, it } from 'vitest';
import { awsSettings } from './settings.ts';
import { tenantSession } from './tenant-session.ts';

const MINUTE = 60_000;

async function sessionWith(answer?: (request: number) => ScriptedAnswer | 'hang up') {
  const clock = fixedClock();
  const given = (request: number): ScriptedAnswer => {
    const until = new Date(epochMs(clock.now()) + 60 * MINUTE).toISOString();
    return {
      status: 200,
      body: `<R><Credentials><AccessKeyId>KEY${request}</AccessKeyId><SecretAccessKey>s/+=</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${until}</Expiration></Credentials></R>`,
    };
  };
  const sts = await startScriptedAws((request) => answer?.(request) ?? given(request));
  const settings = awsSettings({
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: 'own',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
    AWS_ENDPOINT_URL: sts.url,
  });
  const session = tenantSession(settings, { roleArn: 'arn:role', tenant: TENANT, clock });
  return { clock, sts, session, given };
}

describe('a tenant session', () => {
  it('asks for the audience’s role with the tenant as its only tag', async () => {
    const { session, sts } = await sessionWith();
    const { accessKeyId, secretAccessKey, sessionToken } = await session.credentials();
    expect({ accessKeyId, secretAccessKey, sessionToken }).toEqual({
      accessKeyId: 'KEY1',
      secretAccessKey: 's/+=',
      sessionToken: 't',
    });
    const form = new URLSearchParams(sts.requests[0]?.body);
    expect(form.get('RoleArn')).toBe('arn:role');
    expect([...form].filter(([name]) => name.startsWith('Tags'))).toEqual([
      ['Tags.member.1.Key', 'tenant'],
      ['Tags.member.1.Value', TENANT],
    ]);
    expect(sts.requests[0]?.headers.authorization).toMatch(/Credential=own\/\d{8}\/ap-southeast-3\/sts/);
    await sts.close();
  });

  it('is kept until five minutes before its end, and shared by all who ask', async () => {
    const { session, sts, clock } = await sessionWith();
    await Promise.all([session.credentials(), session.credentials()]);
    clock.advance(54 * MINUTE);
    expect((await session.credentials()).accessKeyId).toBe('KEY1');
    clock.advance(MINUTE);
    const renewed = await Promise.all([session.credentials(), session.credentials()]);
    expect(renewed.map(({ accessKeyId }) => accessKeyId)).toEqual(['KEY2', 'KEY2']);
    expect(sts.requests).toHaveLength(2);
    await sts.close();
  });

  it('is renewed early for a link that must live longer', async () => {
    const { session, sts, clock } = await sessionWith();
    await session.credentials();
    clock.advance(50 * MINUTE);
    expect((await session.credentials(16 * MINUTE)).accessKeyId).toBe('KEY2');
    await sts.close();
  });

  it('asks again after a hang-up or an error inside AWS', async () => {
    const { session, sts } = await sessionWith((request) =>
      request === 1 ? 'hang up' : { status: 503, body: '' },
    );
    await expect(session.credentials()).rejects.toThrow('503');
    expect(sts.requests).toHaveLength(3);
    await sts.close();
  });

  it('says that the role was refused, and does not remember the refusal', async () => {
    let refuse = true;
    const denied = { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' };
    const scripted = await sessionWith((request) => (refuse ? denied : scripted.given(request)));
    await expect(scripted.session.credentials()).rejects.toThrow(/kota-contoh.*AccessDenied/);
    refuse = false;
    expect((await scripted.session.credentials()).accessKeyId).toBe('KEY2');
    await scripted.sts.close();
  });
});
