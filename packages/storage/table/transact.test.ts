import { type ScriptedAnswer, startScriptedAws } from '@layan/testing/scripted-aws';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { dynamoClient } from '../aws/dynamo-client.ts';
import { awsSettings } from '../aws/settings.ts';
import { absent, type Guarded, transact } from './transact.ts';

const done: ScriptedAnswer = { status: 200, body: '{}' };
const cancelled = (...codes: readonly string[]): ScriptedAnswer => ({
  status: 400,
  body: JSON.stringify({
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    Message: 'Transaction cancelled',
    CancellationReasons: codes.map((Code) => ({ Code })),
  }),
});
const Request = z.object({ ClientRequestToken: z.string() });

async function run(answers: readonly ScriptedAnswer[], writes: readonly Guarded<string>[] = guarded) {
  const aws = await startScriptedAws((request) => answers[Math.min(request, answers.length) - 1] ?? done);
  const settings = awsSettings({
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: 'own',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL: aws.url,
  });
  const outcome = await transact(dynamoClient(settings, settings.credentials), 'table', writes).catch(
    (error: unknown) => error,
  );
  await aws.close();
  return { outcome, requests: aws.requests.map(({ body }) => Request.parse(JSON.parse(body))) };
}

const write = (pk: string) => ({ put: { pk, sk: 'x' }, when: absent });
const guarded: readonly Guarded<string>[] = [
  { write: write('a'), otherwise: () => 'a-there' },
  { write: write('b'), otherwise: () => 'b-there' },
  { write: write('c') },
];

describe('a transaction', () => {
  it('carries a token, a new one every time', async () => {
    const [first] = (await run([done])).requests;
    const [second] = (await run([done])).requests;
    expect(first?.ClientRequestToken).toHaveLength(36);
    expect(first?.ClientRequestToken).not.toBe(second?.ClientRequestToken);
  });

  it('that met another is tried again, and then answered', async () => {
    const { outcome, requests } = await run([cancelled('TransactionConflict', 'None', 'None'), done]);
    expect(outcome).toEqual({ ok: true, value: undefined });
    expect(requests).toHaveLength(2);
  });

  it('is not judged by half a view: a refusal beside a conflict is asked for again', async () => {
    const { outcome } = await run([
      cancelled('TransactionConflict', 'ConditionalCheckFailed', 'None'),
      cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed', 'None'),
    ]);
    expect(outcome).toEqual({ ok: false, error: ['a-there', 'b-there'] });
  });

  it('that meets others again and again fails loudly', async () => {
    const { outcome, requests } = await run([cancelled('None', 'TransactionConflict', 'None')]);
    expect(String(outcome)).toMatch(/table took no transaction: b\/x TransactionConflict/);
    expect(requests).toHaveLength(8);
  });

  it('refused where no refusal has a meaning is a bug', async () => {
    const { outcome } = await run([cancelled('None', 'None', 'ConditionalCheckFailed')]);
    expect(String(outcome)).toMatch(/c\/x ConditionalCheckFailed/);
  });

  it('tells a refusal that has a meaning before one that has none', async () => {
    const { outcome } = await run([cancelled('None', 'ConditionalCheckFailed', 'ConditionalCheckFailed')]);
    expect(outcome).toEqual({ ok: false, error: ['b-there'] });
  });

  it('of more writes than the database takes is not sent', async () => {
    const { outcome, requests } = await run(
      [done],
      Array.from({ length: 101 }, (_, n) => ({ write: write(`${n}`) })),
    );
    expect(String(outcome)).toMatch(/100 items, not 101/);
    expect(requests).toHaveLength(0);
  });
});
