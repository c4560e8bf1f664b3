// The tenant's published keys, present and past: what signed cards and status lists are checked with. One get.
import { type KeySet, publishedKey } from '@layan/domain/product/public-key';
import type { Ports } from '../ports/surroundings.ts';

export const makeGetSigningKeys =
  ({ signingKeys }: Pick<Ports, 'signingKeys'>) =>
  async (): Promise<KeySet> => ({
    // The newest first: it signed most of what is looked at.
    keys: (await signingKeys.list()).map(({ jwk, kid }) => publishedKey(jwk, kid)).reverse(),
  });
