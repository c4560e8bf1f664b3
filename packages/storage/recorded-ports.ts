// The ports of a space for one request that is recorded with what it changes first (decision 0109). What a request needs
// for that is loaded by the first that changes something.
import type { RecordedRequest, Recording } from '@layan/application/ports/recorded';
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import type { Clock } from '@layan/domain/kernel/clock';
import type { Table } from './table/table.ts';

/** `storesOn` opens the stores of the space on another table than `table`, with the same memories. */
export const recordedPorts =
  (
    { table, clock }: { readonly table: Table; readonly clock: Clock },
    space: () => TenantPorts,
    storesOn: (table: Table) => Partial<TenantPorts>,
  ) =>
  async (request: RecordedRequest): Promise<Recording<TenantPorts>> => {
    const { recordedTable } = await import('./table/recorded-table.ts');
    const { table: through, ...recording } = recordedTable(table, request, clock);
    return { ...recording, ports: { ...space(), ...storesOn(through) } };
  };
