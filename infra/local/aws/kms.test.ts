import { createHash, createPublicKey, verify } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  KMSClient,
  SignCommand,
  VerifyCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, addKey, addTenantKey, failure, startTestFront, type TestFront } from './test-front.ts';

let host: TestFront;
let kms: KMSClient;
beforeAll(async () => {
  host = await startTestFront();
  kms = new KMSClient(host.as(ADMIN));
});
afterAll(() => host.close());

const plain = Buffer.from('kunci data');
const context = { tenant: 'kota-a', purpose: 'nik' };

describe('encryption', () => {
  it('opens with the key and the context it was sealed with, in any order', async () => {
    const { arn } = addTenantKey(host, 'kota-a');
    const sealed = await kms.send(
      new EncryptCommand({ KeyId: arn, Plaintext: plain, EncryptionContext: context }),
    );
    const reversed = Object.fromEntries(Object.entries(context).reverse());
    const opened = await kms.send(
      new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob, EncryptionContext: reversed }),
    );
    expect(Buffer.from(opened.Plaintext ?? [])).toEqual(plain);
    expect(opened.KeyId).toBe(arn);
  });

  it.each([
    ['another tenant', { tenant: 'kota-b', purpose: 'nik' }],
    ['less', { tenant: 'kota-a' }],
    ['nothing', undefined],
  ])('does not open with %s in the context', async (_what, EncryptionContext) => {
    const { arn } = addTenantKey(host, 'kota-a');
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId: arn, Plaintext: plain, EncryptionContext: context }),
    );
    const opening = new DecryptCommand({ CiphertextBlob, EncryptionContext });
    expect(await failure(kms.send(opening))).toMatchObject({
      name: 'InvalidCiphertextException',
      status: 400,
    });
  });

  it('does not open when a byte was altered', async () => {
    const { arn } = addTenantKey(host, 'kota-a');
    const sealed = await kms.send(new EncryptCommand({ KeyId: arn, Plaintext: plain }));
    const altered = Buffer.from(sealed.CiphertextBlob ?? []);
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    expect((await failure(kms.send(new DecryptCommand({ CiphertextBlob: altered })))).name).toBe(
      'InvalidCiphertextException',
    );
    const strange = new DecryptCommand({ CiphertextBlob: Buffer.from('x') });
    expect((await failure(kms.send(strange))).name).toBe('InvalidCiphertextException');
  });

  it('says when another key was named for a ciphertext', async () => {
    const first = addTenantKey(host, 'kota-a');
    const second = addTenantKey(host, 'kota-b');
    const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: first.arn, Plaintext: plain }));
    const opening = new DecryptCommand({ KeyId: second.arn, CiphertextBlob });
    expect((await failure(kms.send(opening))).name).toBe('IncorrectKeyException');
  });
});

describe('data keys', () => {
  it('come in plain and sealed, or sealed only, and are found by id, ARN and alias', async () => {
    const { id, arn } = addTenantKey(host, 'kota-c');
    for (const KeyId of [
      id,
      arn,
      'alias/layan/test/kota-c',
      arn.replace(/key\/.*/, 'alias/layan/test/kota-c'),
    ]) {
      const made = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }));
      const opened = await kms.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob }));
      expect(opened.Plaintext).toEqual(made.Plaintext);
      expect(made.Plaintext).toHaveLength(32);
    }
    const hidden = await kms.send(
      new GenerateDataKeyWithoutPlaintextCommand({ KeyId: id, NumberOfBytes: 24 }),
    );
    expect(hidden).not.toHaveProperty('Plaintext');
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob: hidden.CiphertextBlob }));
    expect(opened.Plaintext).toHaveLength(24);
  });
});

describe('the life of a key', () => {
  it('ends in answers as of KMS: disabled, pending deletion, unknown', async () => {
    const key = addTenantKey(host, 'kota-d');
    const use = () => kms.send(new GenerateDataKeyCommand({ KeyId: key.arn, KeySpec: 'AES_256' }));
    const state = async () =>
      (await kms.send(new DescribeKeyCommand({ KeyId: key.arn }))).KeyMetadata?.KeyState;
    expect(await state()).toBe('Enabled');
    host.cloud.keys.set(key.arn, { ...key, enabled: false });
    expect(await state()).toBe('Disabled');
    expect((await failure(use())).name).toBe('DisabledException');
    host.front.services.kms.scheduleDeletion(key.id);
    expect(await state()).toBe('PendingDeletion');
    expect((await failure(use())).name).toBe('KMSInvalidStateException');
    const unknown = new DescribeKeyCommand({ KeyId: 'alias/layan/test/none' });
    expect((await failure(kms.send(unknown))).name).toBe('NotFoundException');
  });

  it('goes on after a restart, from files that only the owner reads', async () => {
    const first = await startTestFront();
    const key = addTenantKey(first, 'kota-a');
    const sealed = await new KMSClient(first.as(ADMIN)).send(
      new EncryptCommand({ KeyId: key.arn, Plaintext: plain }),
    );
    await first.close('keep');
    const folder = join(first.dir, 'kms');
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
    expect(modes).toEqual([0o600]);
    const second = await startTestFront({ dir: first.dir, cloud: first.cloud });
    const opening = new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob });
    // The client still has the credentials of the first run.
    const opened = await new KMSClient({ ...first.as(ADMIN), endpoint: second.front.url() }).send(opening);
    await second.close();
    expect(Buffer.from(opened.Plaintext ?? [])).toEqual(plain);
  });
});

describe('signing', () => {
  const input = { Message: Buffer.from('isi kartu'), SigningAlgorithm: 'ECDSA_SHA_256' as const };

  it('makes DER signatures that the published key verifies', async () => {
    const KeyId = addKey(host, 'ECC_NIST_P256').arn;
    const { Signature = new Uint8Array() } = await kms.send(new SignCommand({ KeyId, ...input }));
    const { PublicKey = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    const key = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
    expect(key.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    expect(verify('sha256', input.Message, { key, dsaEncoding: 'der' }, Signature)).toBe(true);
    expect((await kms.send(new VerifyCommand({ KeyId, Signature, ...input }))).SignatureValid).toBe(true);
    const other = new VerifyCommand({ KeyId, Signature, ...input, Message: Buffer.from('lain') });
    expect((await failure(kms.send(other))).name).toBe('KMSInvalidSignatureException');
  });

  it('signs a digest like the message it was made of, time after time', async () => {
    const KeyId = addKey(host, 'ECC_NIST_P256').arn;
    const digest = createHash('sha256').update(input.Message).digest();
    for (let turn = 0; turn < 25; turn += 1) {
      const signing = new SignCommand({ KeyId, ...input, Message: digest, MessageType: 'DIGEST' });
      const { Signature } = await kms.send(signing);
      expect((await kms.send(new VerifyCommand({ KeyId, Signature, ...input }))).SignatureValid).toBe(true);
    }
    const short = new SignCommand({ KeyId, ...input, MessageType: 'DIGEST' });
    expect((await failure(kms.send(short))).name).toBe('ValidationException');
    const nothing = new SignCommand({ KeyId, ...input, Message: Buffer.alloc(0) });
    expect((await failure(kms.send(nothing))).name).toBe('ValidationException');
  });

  it('refuses a key that was made for something else, either way', async () => {
    const KeyId = addTenantKey(host, 'kota-a').arn;
    const wrong = { name: 'InvalidKeyUsageException', status: 400 };
    expect(await failure(kms.send(new SignCommand({ KeyId, ...input })))).toMatchObject(wrong);
    expect(await failure(kms.send(new GetPublicKeyCommand({ KeyId })))).toMatchObject(wrong);
    const signing = { KeyId: addKey(host, 'ECC_NIST_P256').arn };
    for (const call of [
      kms.send(new EncryptCommand({ ...signing, Plaintext: plain })),
      kms.send(new GenerateDataKeyCommand({ ...signing, KeySpec: 'AES_256' })),
      kms.send(new GenerateDataKeyWithoutPlaintextCommand({ ...signing, KeySpec: 'AES_256' })),
    ])
      expect(await failure(call)).toMatchObject(wrong);
  });
});

describe('message authentication', () => {
  it('tells its own code from a foreign one', async () => {
    const input = {
      KeyId: addKey(host, 'HMAC_256').arn,
      Message: plain,
      MacAlgorithm: 'HMAC_SHA_256' as const,
    };
    const { Mac } = await kms.send(new GenerateMacCommand(input));
    expect((await kms.send(new VerifyMacCommand({ ...input, Mac }))).MacValid).toBe(true);
    const wrong = new VerifyMacCommand({ ...input, Mac: Buffer.alloc(32) });
    expect((await failure(kms.send(wrong))).name).toBe('KMSInvalidMacException');
  });
});
