// Keeps the tenant's data key young, a portion at a time: once a year another one is made, what the older one wrapped is
// wrapped anew, and the older one is forgotten.
import { epochMs } from '@layan/domain/kernel/instant';
import type { KeyRotation } from '../ports/key-rotation.ts';
import type { Ports } from '../ports/surroundings.ts';

const DAY = 24 * 3_600_000;

const longestUseMs = 365 * DAY;

/** Functions go on with the keys they know for five minutes. */
const everybodyKnowsMs = 10 * 60_000;

/** What is not listed by its key is forgotten within this time: answers kept for devices without a connection. */
export const shortestKeepMs = 91 * DAY;

const PORTION = 50;

export interface RotateDataKeyPorts extends Pick<Ports, 'clock'> {
  readonly rotation: KeyRotation;
}

export type Rotated = 'nothing' | 'added' | 'dropped' | { readonly rewrapped: number };

export const makeRotateDataKey =
  ({ rotation, clock }: RotateDataKeyPorts) =>
  async (): Promise<Rotated> => {
    const { newest, older } = await rotation.find();
    const age = epochMs(clock.now()) - epochMs(newest);
    if (!older) {
      if (age < longestUseMs) return 'nothing';
      await rotation.add({ newest });
      return 'added';
    }
    if (age < everybodyKnowsMs) return 'nothing';
    const { rewrapped, left } = await rotation.rewrap(PORTION);
    if (rewrapped > 0) return { rewrapped };
    if (left || age < shortestKeepMs) return 'nothing';
    await rotation.drop();
    return 'dropped';
  };
