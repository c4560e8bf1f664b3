// Signs in the name of the tenant: KMS signs, the key never leaves it. Given to the functions that sign and no others;
// what the rest would get from it is a refusal.
import type { Signer } from '@layan/application/ports/signing-keys';
import { compactForm, rawSignature, signingInput } from '@layan/domain/product/jws';
import * as z from 'zod/mini';
import type { KeyParts } from './key-parts.ts';

const Signed = z.object({ Signature: z.base64() });

export function kmsSigner({ tenant, kms, kept }: KeyParts): Signer {
  return {
    sign: async (typ, payload) => {
      const key = (await kept.get()).at(-1);
      if (!key) throw new Error(`${tenant} has no key to sign with yet.`);
      const input = signingInput({ kid: key.kid, typ }, payload);
      const signing = await messageOf(input);
      const request = { KeyId: key.keyArn, SigningAlgorithm: 'ECDSA_SHA_256', ...signing };
      const { Signature } = await kms('Sign', request, Signed);
      return compactForm(input, rawSignature(Buffer.from(Signature, 'base64')));
    },
  };
}

/** What KMS hashes itself; more it takes only as a hash. */
const LONGEST_MESSAGE = 4096;

async function messageOf(input: string): Promise<{ Message: string; MessageType: 'RAW' | 'DIGEST' }> {
  const bytes = new TextEncoder().encode(input);
  const whole = bytes.length <= LONGEST_MESSAGE;
  const message = whole ? bytes : new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return { Message: Buffer.from(message).toString('base64'), MessageType: whole ? 'RAW' : 'DIGEST' };
}
