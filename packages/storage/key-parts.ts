// What making keys and signing with them takes of a tenant's session.
import type { Clock } from '@layan/domain/kernel/clock';
import type { TenantId } from '@layan/domain/kernel/ids';
import type { JsonService } from './aws/json-service.ts';
import type { KeptSigningKey } from './signing-keys.ts';
import type { Table } from './table/table.ts';
import type { TimedCache } from './timed-cache.ts';

export interface KeyParts {
  readonly tenant: TenantId;
  readonly table: Table;
  readonly kms: JsonService;
  readonly clock: Clock;
  readonly kept: TimedCache<readonly KeptSigningKey[]>;
}
