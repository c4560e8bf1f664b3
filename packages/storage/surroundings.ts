// Time and chance of the machine a function runs on.
import { randomBytes } from 'node:crypto';
import type { Random } from '@layan/application/ports/surroundings';
import type { Clock } from '@layan/domain/kernel/clock';
import { toInstantText } from '@layan/domain/kernel/instant';

export const systemClock: Clock = { now: () => toInstantText(Date.now()) };

export const systemRandom: Random = { bytes: (count) => randomBytes(count) };
