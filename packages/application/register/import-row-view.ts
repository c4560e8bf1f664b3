// One row that a person has to look at: what it says, what stands in the way, what may be done.
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { Zone } from '@layan/domain/deadline/zones';
import { CaseId } from '@layan/domain/kernel/ids';
import { maskIdentifier } from '@layan/domain/person/masking';
import { type RegisterCells, RegisterField } from '@layan/domain/register/register-fields';
import * as z from 'zod/mini';
import type { ImportRow, RegisterImport } from '../ports/imports.ts';
import type { Ports } from '../ports/surroundings.ts';
import { rowField } from './import-rows.ts';
import type { ImportRowView } from './import-view.ts';
import { obstacleView } from './obstacle-view.ts';

const Cells = z.partialRecord(RegisterField, z.string());

/** Undefined when it cannot be opened any more. */
export const openCells = async (
  { vault }: Pick<Ports, 'vault'>,
  { id, key }: RegisterImport,
  { position, cells }: ImportRow,
): Promise<RegisterCells | undefined> => {
  const opened = await vault.open(key, { caseId: CaseId.parse(id), field: rowField(position) }, cells);
  return opened.ok ? Cells.parse(JSON.parse(opened.value)) : undefined;
};

const masked = ({ nik, familyCardNumber, ...rest }: RegisterCells): RegisterCells => ({
  ...rest,
  ...(nik && { nik: maskIdentifier(nik) }),
  ...(familyCardNumber && { familyCardNumber: maskIdentifier(familyCardNumber) }),
});

const ways = {
  invalid: ['skip'],
  duplicate: ['no-longer-in-force', 'try-again', 'skip'],
  'number-taken': ['try-again', 'skip'],
} as const satisfies Record<ImportRow['obstacle']['kind'], ImportRowView['ways']>;

export const importRowView = async (
  ports: Pick<Ports, 'vault' | 'products'>,
  zone: Zone,
  record: RegisterImport,
  row: ImportRow,
): Promise<ImportRowView> => {
  const { position, line, revision, settled, obstacle } = row;
  const cells = await openCells(ports, record, row);
  return {
    ...(await obstacleView(ports.products, record.agency, obstacle)),
    ...{ position, line, revision },
    cells: cells === undefined ? {} : masked(cells),
    ways: settled ? [] : ways[obstacle.kind],
    ...(settled && {
      settled: { how: settled.how, when: momentInWords(zone, settled.at), by: settled.by.name },
    }),
  };
};
