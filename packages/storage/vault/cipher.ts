// Sealing of single values: AES-256-GCM with a random 96-bit IV. The additional data binds a ciphertext to its form and
// its place, so that moved elsewhere it does not open. Written as the form, a dot, and base64url of IV, ciphertext and tag.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { err, ok, type Result } from '@layan/domain/kernel/result';

const IV_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/** Where a ciphertext belongs. Its form begins the text; a wrapped key names in it the key that wrapped it. */
export interface Binding {
  readonly form: string;
  readonly place: readonly string[];
}

/** JSON keeps the parts apart: no two places have the same text. */
const additionalData = ({ form, place }: Binding) => Buffer.from(JSON.stringify([form, ...place]), 'utf8');

export function encrypt(key: Buffer, binding: Binding, plaintext: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalData(binding));
  const body = Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  return `${binding.form}.${body.toString('base64url')}`;
}

export function decrypt(key: Buffer, binding: Binding, ciphertext: string): Result<Buffer, 'unreadable'> {
  if (!ciphertext.startsWith(`${binding.form}.`)) return err('unreadable');
  const text = ciphertext.slice(binding.form.length + 1);
  const body = Buffer.from(text, 'base64url');
  // Several texts decode to the same bytes; only the one we would write is ours.
  if (body.length < IV_BYTES + TAG_BYTES || body.toString('base64url') !== text) return err('unreadable');
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(additionalData(binding));
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  try {
    return ok(Buffer.concat([decipher.update(body.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]));
  } catch {
    // A tag that does not fit is all GCM can say, and all a caller may know.
    return err('unreadable');
  }
}
