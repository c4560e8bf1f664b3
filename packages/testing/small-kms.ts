// KMS in small: wraps under one key of this process.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { JsonService } from '@layan/storage/aws/json-service';

const IV = 12;
const TAG = 16;

export function smallKms(): JsonService {
  const root = randomBytes(32);
  const answers: Record<string, (input: { CiphertextBlob?: string }) => object> = {
    GenerateDataKeyWithoutPlaintext: () => {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', root, iv);
      const sealed = Buffer.concat([iv, cipher.update(randomBytes(32)), cipher.final(), cipher.getAuthTag()]);
      return { CiphertextBlob: sealed.toString('base64') };
    },
    Decrypt: ({ CiphertextBlob = '' }) => {
      const sealed = Buffer.from(CiphertextBlob, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', root, sealed.subarray(0, IV));
      decipher.setAuthTag(sealed.subarray(-TAG));
      const plain = Buffer.concat([decipher.update(sealed.subarray(IV, -TAG)), decipher.final()]);
      return { Plaintext: plain.toString('base64') };
    },
  };
  return async (operation, input, schema) => schema.parse(answers[operation]?.(input));
}
