// What is other in the practice space than in the real one. It is loaded by who enters it.
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import type { Clock } from '@layan/domain/kernel/clock';
import { practiceDocuments, practiceLetters, practiceScans } from './practice-files.ts';
import { practiceStandards } from './practice-standards.ts';
import { recordedPorts } from './recorded-ports.ts';
import { practiceTable } from './table/practice-table.ts';
import type { Table } from './table/table.ts';

const refuseToSign = async (): Promise<never> => {
  throw new Error('Nothing that is practised with is ever signed.');
};

/** Scans and standards are other here. */
const practiceStores = <Stores extends Pick<TenantPorts, 'standards' | 'documents'>>(stores: Stores) => ({
  ...stores,
  standards: practiceStandards(stores.standards),
  documents: practiceDocuments(stores.documents),
});

/** `real` with the stores of one generation of the space; `openStores` opens those that are kept in a table. */
export const practiceSpace = <
  Space extends TenantPorts,
  Stores extends Pick<TenantPorts, 'standards' | 'documents'>,
>(
  real: Space,
  { table, generation, clock }: { table: Table; generation: number; clock: Clock },
  openStores: (table: Table) => (through: Table) => Stores,
) => {
  const inside = practiceTable(table, generation, clock);
  const stores = openStores(inside);
  const storesOn = (through: Table) => practiceStores(stores(through));
  const space = {
    ...real,
    space: 'practice' as const,
    ...storesOn(inside),
    recorded: recordedPorts({ table: inside, clock }, (): TenantPorts => space, storesOn),
    scans: practiceScans(real.scans),
    letters: practiceLetters,
    signer: { sign: refuseToSign },
  };
  return space;
};
