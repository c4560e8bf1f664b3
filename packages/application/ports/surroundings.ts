// What a use case takes from its surroundings besides stores: time and chance. Injected, so that tests own them.
import type { Clock } from '@layan/domain/kernel/clock';
import type { TenantPorts } from './tenant-ports.ts';

export interface Random {
  /** Cryptographically strong random bytes. */
  bytes(count: number): Uint8Array;
}

export interface Surroundings {
  readonly clock: Clock;
  readonly random: Random;
}

/** All a use case of one tenant can be given; each picks what it needs. */
export type Ports = TenantPorts & Surroundings;
