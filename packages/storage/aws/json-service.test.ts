import { type ScriptedAnswer, startScriptedAws } from '@layan/testing/scripted-aws';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { AwsRefusal, jsonService } from './json-service.ts';
import { awsSettings } from './settings.ts';

async function kmsWith(answer: (request: number) => ScriptedAnswer | 'hang up') {
  const aws = await startScriptedAws(answer);
  const settings = awsSettings({
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: 'own',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL: aws.url,
  });
  return { aws, kms: jsonService(settings, 'kms', async () => settings.credentials) };
}
/** When a request was signed: `20261122T160000Z`, in milliseconds. */
const Instant = z.pipe(
  z.string(),
  z.transform((text) => Date.parse(text.replace(/^(....)(..)(..T..)(..)/, '$1-$2-$3:$4:'))),
);
const Answer = z.object({ Plaintext: z.string() });
const fine = { status: 200, body: '{"Plaintext":"x"}' };

describe('a call to a JSON service', () => {
  it('names its operation and is signed for its service', async () => {
    const { aws, kms } = await kmsWith(() => fine);
    expect(await kms('Decrypt', { KeyId: 'k' }, Answer)).toEqual({ Plaintext: 'x' });
    const [request] = aws.requests;
    expect(request?.headers['x-amz-target']).toBe('TrentService.Decrypt');
    expect(request?.headers.authorization).toContain('/kms/aws4_request');
    expect(JSON.parse(request?.body ?? '')).toEqual({ KeyId: 'k' });
    await aws.close();
  });

  it.each([
    ['throttled', { status: 400, body: '{"__type":"ThrottlingException"}' }],
    ['failed inside AWS', { status: 500, body: '' }],
    ['not answered', 'hang up' as const],
  ])('is repeated when it was %s', async (_, first) => {
    const { aws, kms } = await kmsWith((request) => (request === 1 ? first : fine));
    expect(await kms('Decrypt', {}, Answer)).toEqual({ Plaintext: 'x' });
    expect(aws.requests).toHaveLength(2);
    await aws.close();
  });

  it.each([-10, 10])(
    'is signed by the clock of AWS when this one is wrong by %d minutes',
    async (minutes) => {
      const date = new Date(Date.now() + minutes * 60_000);
      const body = '{"__type":"InvalidSignatureException","message":"Signature expired"}';
      const { aws, kms } = await kmsWith((request) => (request === 1 ? { status: 400, body, date } : fine));
      expect(await kms('Decrypt', { KeyId: 'k' }, Answer)).toEqual({ Plaintext: 'x' });
      const [first, second] = aws.requests.map(({ headers }) => Instant.parse(headers['x-amz-date']));
      expect(aws.requests).toHaveLength(2);
      expect(((second ?? 0) - (first ?? 0)) / 60_000).toBeCloseTo(minutes, 0);
      await aws.close();
    },
  );

  it('whose signature is refused while the clock is right is not repeated', async () => {
    const body = '{"__type":"InvalidSignatureException","message":"The key does not match"}';
    const { aws, kms } = await kmsWith(() => ({ status: 400, body }));
    await expect(kms('Decrypt', {}, Answer)).rejects.toMatchObject({ reason: 'InvalidSignatureException' });
    expect(aws.requests).toHaveLength(1);
    await aws.close();
  });

  it('that is refused is not repeated; the error names the reason and nothing that was sent', async () => {
    const body = '{"__type":"com.amazonaws.kms#InvalidCiphertextException","message":"canary-answer"}';
    const { aws, kms } = await kmsWith(() => ({ status: 400, body }));
    const call = kms('Decrypt', { CiphertextBlob: 'canary-input' }, Answer);
    const error = await call.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AwsRefusal);
    expect(error).toMatchObject({ reason: 'InvalidCiphertextException' });
    expect(String(error)).not.toContain('canary');
    expect(aws.requests).toHaveLength(1);
    await aws.close();
  });

  it('gives up after three attempts without an answer', async () => {
    const { aws, kms } = await kmsWith(() => 'hang up');
    await expect(kms('Decrypt', {}, Answer)).rejects.toThrow('kms did not answer');
    expect(aws.requests).toHaveLength(3);
    await aws.close();
  });
});
