// What a use case takes from its surroundings besides stores: time, chance, and the names of places. Injected, so that
// tests own them.
import type { Clock } from '@layan/domain/kernel/clock';
import type { RegionCode } from '@layan/domain/kernel/ids';
import type { Regions } from '@layan/domain/tenant/regions';
import type { TenantPorts } from './tenant-ports.ts';

export interface Random {
  /** Cryptographically strong random bytes. */
  bytes(count: number): Uint8Array;
}

export interface Surroundings {
  readonly clock: Clock;
  readonly random: Random;
  /** Districts and villages of a kota or kabupaten, where known. */
  readonly findRegions: (code: RegionCode) => Regions | undefined;
}

/** All a use case of one tenant can be given; each picks what it needs. */
export type Ports = TenantPorts & Surroundings;
