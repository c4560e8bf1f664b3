// Key material and what is done with it. Material is kept in the data folder, readable by its owner only;
// a ciphertext names its key and is bound to its encryption context.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import * as z from 'zod';
import type { Key } from '../cloud.ts';
import type { Collection, Store } from '../store.ts';

const Material = z.object({
  /** AES and HMAC keys as hex, EC keys as PKCS 8 PEM. */
  secret: z.string(),
  deleted: z.boolean(),
  deletionDate: z.string().optional(),
  createdAt: z.string(),
});
export type Material = z.infer<typeof Material>;

export type EncryptionContext = Readonly<Record<string, string>>;

export const openMaterials = (store: Store): Collection<Material> => store.collection('kms', Material);

export function newMaterial(spec: Key['spec'], createdAt: Date): { id: string; material: Material } {
  const secret =
    spec === 'ECC_NIST_P256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
          .privateKey.export({ type: 'pkcs8', format: 'pem' })
          .toString()
      : randomBytes(32).toString('hex');
  return { id: randomUUID(), material: { secret, deleted: false, createdAt: createdAt.toISOString() } };
}

const FORMAT = 1;
const HEAD = 1 + 16;

export function encrypt(
  keyId: string,
  material: Material,
  plain: Buffer,
  context: EncryptionContext,
): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(material.secret, 'hex'), iv);
  const head = Buffer.concat([Buffer.from([FORMAT]), Buffer.from(keyId.replaceAll('-', ''), 'hex')]);
  cipher.setAAD(Buffer.concat([head, boundContext(context)]));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([head, iv, cipher.getAuthTag(), body]);
}

export function keyIdOf(ciphertext: Buffer): string | undefined {
  if (ciphertext.length < HEAD + 28 || ciphertext[0] !== FORMAT) return undefined;
  const hex = ciphertext.subarray(1, HEAD).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Undefined when the ciphertext was altered or the context is another one. */
export function decrypt(
  material: Material,
  ciphertext: Buffer,
  context: EncryptionContext,
): Buffer | undefined {
  const iv = ciphertext.subarray(HEAD, HEAD + 12);
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(material.secret, 'hex'), iv);
  decipher.setAAD(Buffer.concat([ciphertext.subarray(0, HEAD), boundContext(context)]));
  decipher.setAuthTag(ciphertext.subarray(HEAD + 12, HEAD + 28));
  try {
    return Buffer.concat([decipher.update(ciphertext.subarray(HEAD + 28)), decipher.final()]);
  } catch {
    return undefined;
  }
}

const boundContext = (context: EncryptionContext) =>
  Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))));

export const signMessage = (material: Material, message: Buffer) =>
  sign('sha256', message, { key: createPrivateKey(material.secret), dsaEncoding: 'der' });

export const verifyMessage = (material: Material, message: Buffer, signature: Buffer) =>
  verify('sha256', message, { key: createPublicKey(material.secret), dsaEncoding: 'der' }, signature);

export const publicKeyOf = (material: Material) =>
  createPublicKey(material.secret).export({ type: 'spki', format: 'der' });

export const macOf = (material: Material, message: Buffer) =>
  createHmac('sha256', Buffer.from(material.secret, 'hex')).update(message).digest();
