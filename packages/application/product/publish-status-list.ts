// Brings the signed status list of a register up to date. It tells what the products are now, not what happened to them,
// so that repeating it, late or out of order, comes to the same list.
import type { InstantText } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import {
  emptyStatuses,
  type Register,
  type Statuses,
  sameStatuses,
  statusListName,
  statusListPayload,
  withStates,
} from '@layan/domain/product/status-list';
import { payloadOf } from '@layan/domain/product/verify-jws';
import { readStatusList } from '@layan/domain/product/verify-status';
import type { RegisteredProduct } from '../ports/products.ts';
import type { Signer } from '../ports/signing-keys.ts';
import type { KeptStatusList } from '../ports/status-lists.ts';
import type { Ports } from '../ports/surroundings.ts';
import { findProducts, idsAfter, placeIn } from './register-rows.ts';

export type StatusListPorts = Pick<Ports, 'products' | 'statusLists' | 'clock'> & {
  readonly signer: Signer;
  /** "https://kota-probolinggo.layan.id" */
  readonly origin: string;
};

/** A list is signed anew twice a day, long before it is too old to rely on. */
const FRESH_MILLISECONDS = 12 * 3_600_000;
const ATTEMPTS = 8;

export const isFresh = ({ issuedAt }: Pick<KeptStatusList, 'issuedAt'>, now: InstantText): boolean =>
  epochMs(now) - epochMs(issuedAt) < FRESH_MILLISECONDS;

/** States of a list we signed ourselves. */
export const statusesIn = async (kept: KeptStatusList | undefined): Promise<Statuses> => {
  if (!kept) return emptyStatuses();
  const list = await readStatusList(payloadOf(kept.signed));
  if (!list) throw new Error('a kept status list cannot be read');
  return list.statuses;
};

const changesIn = (register: Register, products: readonly RegisteredProduct[]) =>
  products.flatMap((product) => {
    const sequence = placeIn(register, product);
    return sequence === undefined ? [] : [{ sequence, state: product.state }];
  });

export const makePublishStatusList =
  (ports: StatusListPorts) =>
  async (input: {
    readonly register: Register;
    /** Products that may have changed; new ones are found anyway. */
    readonly ids: readonly string[];
  }): Promise<'published' | 'unchanged'> => {
    const { register, ids } = input;
    const name = statusListName(register);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      // The list before the products: whoever writes a newer list meanwhile makes this one fail, not be outdated.
      const kept = await ports.statusLists.find(name);
      const before = await statusesIn(kept);
      const added = await idsAfter(ports.products, register, before.last);
      const products = await findProducts(ports.products, [...new Set([...ids, ...added])]);
      const statuses = withStates(before, changesIn(register, products));
      const now = ports.clock.now();
      if (kept && isFresh(kept, now) && sameStatuses(before, statuses)) return 'unchanged';
      const issuedAt = Math.floor(epochMs(now) / 1000);
      const payload = await statusListPayload(statuses, {
        address: `${ports.origin}/status/${name}`,
        issuedAt,
      });
      const list = {
        signed: await ports.signer.sign('statuslist+jwt', payload),
        issuedAt: now,
        revision: (kept?.revision ?? 0) + 1,
      };
      const saved = await ports.statusLists.save(name, list, kept?.revision);
      if (saved.ok) return 'published';
    }
    throw new Error(`Status list ${name} was not written in ${ATTEMPTS} attempts.`);
  };
