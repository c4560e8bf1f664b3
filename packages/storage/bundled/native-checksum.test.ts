import { Sha256 as OfTheSdk } from '@smithy/core/checksum';
import { describe, expect, it } from 'vitest';
import { Sha256 } from './native-checksum.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const secrets = [undefined, 'AWS4secret', bytes('kunci'), bytes('kunci').buffer];

describe('the checksum of a bundled client', () => {
  it.each(secrets)("is the SDK's, with the secret %s", async (secret) => {
    const [own, sdk] = [new Sha256(secret), new OfTheSdk(secret)];
    for (const hash of [own, sdk]) {
      hash.update(bytes('satu'));
      hash.update(bytes('dua'));
    }
    expect(await own.digest()).toEqual(await sdk.digest());
  });

  it('begins anew with its secret', async () => {
    const hash = new Sha256('rahasia');
    hash.update(bytes('satu'));
    await hash.digest();
    hash.reset();
    hash.update(bytes('dua'));
    const fresh = new OfTheSdk('rahasia');
    fresh.update(bytes('dua'));
    expect(await hash.digest()).toEqual(await fresh.digest());
  });
});
