// What is other in the practice space than in the real one. It is loaded by who enters it.
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import type { Clock } from '@layan/domain/kernel/clock';
import { practiceDocuments, practiceLetters, practiceScans } from './practice-files.ts';
import { practiceStandards } from './practice-standards.ts';
import { practiceTable } from './table/practice-table.ts';
import type { Table } from './table/table.ts';

const refuseToSign = async (): Promise<never> => {
  throw new Error('Nothing that is practised with is ever signed.');
};

/** `real` with the stores of one generation of the space; `storesOn` opens those that are kept in a table. */
export const practiceSpace = <
  Space extends TenantPorts,
  Stores extends Pick<TenantPorts, 'standards' | 'documents'>,
>(
  real: Space,
  { table, generation, clock }: { table: Table; generation: number; clock: Clock },
  storesOn: (table: Table) => Stores,
) => {
  const stores = storesOn(practiceTable(table, generation, clock));
  return {
    ...real,
    space: 'practice' as const,
    ...stores,
    standards: practiceStandards(stores.standards),
    documents: practiceDocuments(stores.documents),
    scans: practiceScans(real.scans),
    letters: practiceLetters,
    signer: { sign: refuseToSign },
  };
};
