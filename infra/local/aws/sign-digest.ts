// ECDSA over a digest that the caller made. Node signs messages only, hashing them itself; what is missing is one line
// of arithmetic, with the point taken from a fresh key pair.
import { createECDH, createPrivateKey } from 'node:crypto';

/** Order of the group P-256. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** @returns the signature in DER, as KMS answers it */
export function signDigest(pkcs8: string, digest: Buffer): Buffer {
  const { d = '' } = createPrivateKey(pkcs8).export({ format: 'jwk' });
  const secret = number(Buffer.from(d, 'base64url'));
  for (;;) {
    const once = createECDH('prime256v1');
    const r = number(once.generateKeys().subarray(1, 33)) % ORDER;
    const s = (inverse(number(once.getPrivateKey())) * (number(digest) + r * secret)) % ORDER;
    if (r !== 0n && s !== 0n) return sequence(r, s);
  }
}

const number = (bytes: Buffer) => BigInt(`0x${bytes.toString('hex')}`);

/** By Fermat: the order is prime. */
function inverse(value: bigint): bigint {
  let result = 1n;
  let base = value % ORDER;
  for (let exponent = ORDER - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % ORDER;
    base = (base * base) % ORDER;
  }
  return result;
}

function sequence(...values: readonly bigint[]): Buffer {
  const parts = values.map((value) => {
    const hex = value.toString(16);
    const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
    // A leading bit would make it negative.
    const content = (bytes[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
    return Buffer.concat([Buffer.from([0x02, content.length]), content]);
  });
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}
