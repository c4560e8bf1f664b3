// KMS: the cryptographic operations on keys that the formation engine made. Each call is decided for the key it
// resolves to, with the encryption context as KMS would present it.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { ACCOUNT, type Cloud, type Key, REGION } from '../cloud.ts';
import type { Store } from '../store.ts';
import type { Authorizer } from './authorize.ts';
import { AwsError } from './aws-error.ts';
import type { ContextKeys, KeyManagement, SessionPrincipal } from './contract.ts';
import {
  decrypt,
  type EncryptionContext,
  encrypt,
  keyIdOf,
  type Material,
  macOf,
  newMaterial,
  openMaterials,
  publicKeyOf,
  signMessage,
  verifyMessage,
} from './kms-material.ts';
import { prefixed } from './request-context.ts';
import { type JsonService, readInput } from './service-call.ts';
import { signDigest } from './sign-digest.ts';

const Blob = z.base64().transform((text) => Buffer.from(text, 'base64'));
const Context = z.record(z.string(), z.string()).default({});
const KeyId = z.string().min(1);
const Signing = z.object({
  KeyId,
  Message: Blob.refine(({ length }) => length >= 1 && length <= 4096, 'a message has 1 to 4096 bytes'),
  MessageType: z.enum(['RAW', 'DIGEST']).default('RAW'),
  SigningAlgorithm: z.literal('ECDSA_SHA_256'),
});
const SHA256_BYTES = 32;
const Mac = z.object({ KeyId, Message: Blob, MacAlgorithm: z.literal('HMAC_SHA_256') });
const DataKey = z
  .object({
    KeyId,
    KeySpec: z.enum(['AES_256', 'AES_128']).optional(),
    NumberOfBytes: z.int().min(1).max(1024).optional(),
    EncryptionContext: Context,
  })
  .transform(({ KeySpec, NumberOfBytes, ...rest }) => ({
    ...rest,
    bytes: NumberOfBytes ?? (KeySpec === 'AES_128' ? 16 : 32),
  }));

export interface KeyService extends JsonService, KeyManagement {
  /** For services that use a key on behalf of a caller: decided as `via` that service, and the key must be usable. */
  useVia(
    caller: SessionPrincipal,
    via: string,
    action: string,
    keyId: string,
    context: EncryptionContext,
  ): Promise<Key>;
}

export function createKms(options: {
  readonly cloud: Cloud;
  readonly store: Store;
  readonly access: Authorizer;
  readonly clock: () => Date;
}): KeyService {
  const { cloud, access } = options;
  const materials = openMaterials(options.store);

  const resolve = (keyId: string): { key: Key; material: Material } => {
    const alias = /(?:^|:)(alias\/.+)$/.exec(keyId)?.[1];
    const key = [...cloud.keys.values()].find((k) =>
      alias ? k.aliases.includes(alias) : k.id === keyId || k.arn === keyId,
    );
    const material = key && materials.get(key.id);
    if (!key || !material) {
      const what = alias ? 'Alias' : 'Key';
      throw new AwsError('NotFoundException', `${what} '${keyId}' does not exist`);
    }
    return { key, material };
  };
  const checkUsable = ({ key, material }: { key: Key; material: Material }, spec: Key['spec']) => {
    if (material.deleted) throw new AwsError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
    if (!key.enabled) throw new AwsError('DisabledException', `${key.arn} is disabled.`);
    if (key.spec !== spec)
      throw new AwsError('InvalidKeyUsageException', `${key.arn} is a ${key.spec} key, not ${spec}.`);
  };
  const use = async (
    caller: SessionPrincipal,
    action: string,
    keyId: string,
    spec: Key['spec'],
    context: ContextKeys = {},
  ) => {
    const found = resolve(keyId);
    const alias = /(?:^|:)(alias\/.+)$/.exec(keyId)?.[1];
    await access.require(caller, `kms:${action}`, found.key.arn, {
      ...(alias ? { 'kms:RequestAlias': alias } : {}),
      ...context,
    });
    checkUsable(found, spec);
    return found;
  };
  const bound = (context: EncryptionContext): ContextKeys => ({
    ...prefixed('kms:EncryptionContext:', context),
    ...(Object.keys(context).length > 0 ? { 'kms:EncryptionContextKeys': Object.keys(context) } : {}),
  });
  const dataKey = async (action: string, input: unknown, caller: SessionPrincipal) => {
    const { KeyId, bytes, EncryptionContext } = readInput(DataKey, input);
    const { key, material } = await use(caller, action, KeyId, 'SYMMETRIC_DEFAULT', bound(EncryptionContext));
    const plain = randomBytes(bytes);
    const blob = encrypt(key.id, material, plain, EncryptionContext).toString('base64');
    return { plain, answer: { KeyId: key.arn, CiphertextBlob: blob } };
  };

  return {
    createKey: (spec) => {
      const { id, material } = newMaterial(spec, options.clock());
      materials.set(id, material);
      return { id, arn: `arn:aws:kms:${REGION}:${ACCOUNT}:key/${id}` };
    },
    scheduleDeletion: (keyId) => {
      const material = materials.get(keyId);
      if (material) materials.set(keyId, { ...material, deleted: true });
    },
    useVia: async (caller, via, action, keyId, context) => {
      const { key } = await use(caller, action, keyId, 'SYMMETRIC_DEFAULT', {
        ...bound(context),
        'kms:ViaService': `${via}.${REGION}.amazonaws.com`,
      });
      return key;
    },

    target: 'TrentService',
    version: '1.1',
    operations: {
      Encrypt: async (input, caller) => {
        const Input = z.object({ KeyId, Plaintext: Blob, EncryptionContext: Context });
        const { KeyId: id, Plaintext, EncryptionContext } = readInput(Input, input);
        const { key, material } = await use(
          caller,
          'Encrypt',
          id,
          'SYMMETRIC_DEFAULT',
          bound(EncryptionContext),
        );
        if (Plaintext.length > 4096)
          throw new AwsError('ValidationException', 'Plaintext is over 4096 bytes.');
        const blob = encrypt(key.id, material, Plaintext, EncryptionContext).toString('base64');
        return { KeyId: key.arn, CiphertextBlob: blob, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
      },
      Decrypt: async (input, caller) => {
        const Input = z.object({ KeyId: KeyId.optional(), CiphertextBlob: Blob, EncryptionContext: Context });
        const { KeyId: id, CiphertextBlob, EncryptionContext } = readInput(Input, input);
        const named = keyIdOf(CiphertextBlob);
        if (!named)
          throw new AwsError('InvalidCiphertextException', 'The ciphertext is not one of this host.');
        if (id !== undefined && resolve(id).key.id !== named)
          throw new AwsError('IncorrectKeyException', 'The ciphertext was made with another key.');
        const context = bound(EncryptionContext);
        const { key, material } = await use(caller, 'Decrypt', id ?? named, 'SYMMETRIC_DEFAULT', context);
        const plain = decrypt(material, CiphertextBlob, EncryptionContext);
        if (!plain)
          throw new AwsError('InvalidCiphertextException', 'The ciphertext or its context was altered.');
        return {
          KeyId: key.arn,
          Plaintext: plain.toString('base64'),
          EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
        };
      },
      GenerateDataKey: async (input, caller) => {
        const { plain, answer } = await dataKey('GenerateDataKey', input, caller);
        return { ...answer, Plaintext: plain.toString('base64') };
      },
      GenerateDataKeyWithoutPlaintext: async (input, caller) =>
        (await dataKey('GenerateDataKeyWithoutPlaintext', input, caller)).answer,
      ScheduleKeyDeletion: async (input, caller) => {
        const Input = z.object({ KeyId, PendingWindowInDays: z.int().min(7).max(30).default(30) });
        const { KeyId: id, PendingWindowInDays: days } = readInput(Input, input);
        const { key, material } = resolve(id);
        await access.require(caller, 'kms:ScheduleKeyDeletion', key.arn, {
          'kms:ScheduleKeyDeletionPendingWindowInDays': String(days),
        });
        if (material.deleted)
          throw new AwsError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
        const deletionDate = new Date(options.clock().getTime() + days * DAY).toISOString();
        materials.set(key.id, { ...material, deleted: true, deletionDate });
        return {
          KeyId: key.arn,
          DeletionDate: Date.parse(deletionDate) / 1000,
          KeyState: 'PendingDeletion',
          PendingWindowInDays: days,
        };
      },
      CancelKeyDeletion: async (input, caller) => {
        const { key, material } = resolve(readInput(z.object({ KeyId }), input).KeyId);
        await access.require(caller, 'kms:CancelKeyDeletion', key.arn);
        const { deletionDate: _, ...rest } = material;
        // In the cloud the key is disabled then and somebody enables it; this host leaves that step out.
        materials.set(key.id, { ...rest, deleted: false });
        return { KeyId: key.arn };
      },
      DescribeKey: async (input, caller) => {
        const { key, material } = resolve(readInput(z.object({ KeyId }), input).KeyId);
        await access.require(caller, 'kms:DescribeKey', key.arn);
        return { KeyMetadata: describe(key, material) };
      },
      Sign: async (input, caller) => {
        const { KeyId: id, Message, MessageType, SigningAlgorithm } = readInput(Signing, input);
        const context = { 'kms:SigningAlgorithm': SigningAlgorithm, 'kms:MessageType': MessageType };
        const { key, material } = await use(caller, 'Sign', id, 'ECC_NIST_P256', context);
        if (MessageType === 'DIGEST' && Message.length !== SHA256_BYTES)
          throw new AwsError('ValidationException', 'Digest is invalid length for algorithm ECDSA_SHA_256.');
        const signature =
          MessageType === 'RAW' ? signMessage(material, Message) : signDigest(material.secret, Message);
        return { KeyId: key.arn, Signature: signature.toString('base64'), SigningAlgorithm };
      },
      Verify: async (input, caller) => {
        const Input = Signing.extend({
          MessageType: z.literal('RAW', 'the local host verifies RAW messages only').default('RAW'),
          Signature: Blob,
        });
        const { KeyId: id, Message, Signature, SigningAlgorithm } = readInput(Input, input);
        const { key, material } = await use(caller, 'Verify', id, 'ECC_NIST_P256');
        if (!verifyMessage(material, Message, Signature))
          throw new AwsError('KMSInvalidSignatureException', 'The signature is not that of the message.');
        return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm };
      },
      GetPublicKey: async (input, caller) => {
        const { KeyId: id } = readInput(z.object({ KeyId }), input);
        const { key, material } = await use(caller, 'GetPublicKey', id, 'ECC_NIST_P256');
        return {
          KeyId: key.arn,
          PublicKey: publicKeyOf(material).toString('base64'),
          KeySpec: key.spec,
          KeyUsage: 'SIGN_VERIFY',
          SigningAlgorithms: ['ECDSA_SHA_256'],
        };
      },
      GenerateMac: async (input, caller) => {
        const { KeyId: id, Message, MacAlgorithm } = readInput(Mac, input);
        const { key, material } = await use(caller, 'GenerateMac', id, 'HMAC_256');
        return { KeyId: key.arn, Mac: macOf(material, Message).toString('base64'), MacAlgorithm };
      },
      VerifyMac: async (input, caller) => {
        const { KeyId: id, Message, MacAlgorithm, Mac: given } = readInput(Mac.extend({ Mac: Blob }), input);
        const { key, material } = await use(caller, 'VerifyMac', id, 'HMAC_256');
        const expected = macOf(material, Message);
        if (given.length !== expected.length || !timingSafeEqual(given, expected))
          throw new AwsError('KMSInvalidMacException', 'The MAC is not that of the message.');
        return { KeyId: key.arn, MacValid: true, MacAlgorithm };
      },
    },
  };
}

const DAY = 86_400_000;
const USAGE = {
  SYMMETRIC_DEFAULT: 'ENCRYPT_DECRYPT',
  ECC_NIST_P256: 'SIGN_VERIFY',
  HMAC_256: 'GENERATE_VERIFY_MAC',
} satisfies Record<Key['spec'], string>;

function describe(key: Key, material: Material): object {
  return {
    AWSAccountId: ACCOUNT,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: Date.parse(material.createdAt) / 1000,
    ...(material.deletionDate ? { DeletionDate: Date.parse(material.deletionDate) / 1000 } : {}),
    Enabled: key.enabled && !material.deleted,
    KeyState: material.deleted ? 'PendingDeletion' : key.enabled ? 'Enabled' : 'Disabled',
    KeySpec: key.spec,
    KeyUsage: USAGE[key.spec],
    KeyManager: 'CUSTOMER',
    Origin: 'AWS_KMS',
    MultiRegion: false,
  };
}
