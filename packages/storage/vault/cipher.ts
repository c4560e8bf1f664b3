// Sealing of single values: AES-256-GCM with a random 96-bit IV. The additional data binds a ciphertext to its place,
// so that moved elsewhere it does not open. Format: `v1.` and base64url of IV, ciphertext and tag.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { err, ok, type Result } from '@layan/domain/kernel/result';

const FORMAT = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/** JSON keeps the parts apart: no two places have the same text. */
const additionalData = (place: readonly string[]) => Buffer.from(JSON.stringify([FORMAT, ...place]), 'utf8');

export function encrypt(key: Buffer, place: readonly string[], plaintext: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalData(place));
  const body = Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  return `${FORMAT}.${body.toString('base64url')}`;
}

export function decrypt(
  key: Buffer,
  place: readonly string[],
  ciphertext: string,
): Result<Buffer, 'unreadable'> {
  const [, text] = /^v1\.([A-Za-z0-9_-]+)$/.exec(ciphertext) ?? [];
  const body = Buffer.from(text ?? '', 'base64url');
  // Several texts decode to the same bytes; only the one we would write is ours.
  if (body.length < IV_BYTES + TAG_BYTES || body.toString('base64url') !== text) return err('unreadable');
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(additionalData(place));
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  try {
    return ok(Buffer.concat([decipher.update(body.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]));
  } catch {
    // A tag that does not fit is all GCM can say, and all a caller may know.
    return err('unreadable');
  }
}
