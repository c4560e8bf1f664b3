// Imports and their open rows as managers see them.
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { Zone } from '@layan/domain/deadline/zones';
import { CaseId, type StandardId } from '@layan/domain/kernel/ids';
import type { ProductState } from '@layan/domain/product/product-state';
import type { ColumnMapping, RegisterCells } from '@layan/domain/register/register-fields';
import type { ImportCounts, ImportObstacle, RegisterImport, Settling } from '../ports/imports.ts';
import type { Vault } from '../ports/vault.ts';

export interface ImportView {
  readonly id: string;
  readonly standard: StandardId;
  readonly fileName: string;
  readonly rows: number;
  readonly done: number;
  readonly counts: ImportCounts;
  readonly mapping: ColumnMapping;
  readonly by: string;
  readonly started: string;
}

export const importView = async (vault: Vault, zone: Zone, record: RegisterImport): Promise<ImportView> => {
  const { id, standard, rows, done, counts, mapping, by, startedAt, key } = record;
  const name = await vault.open(key, { caseId: CaseId.parse(id), field: 'file' }, record.fileName);
  const fileName = name.ok ? name.value : 'nama berkas tidak terbaca';
  return {
    ...{ id, standard, fileName, rows, done, counts, mapping },
    by: by.name,
    started: momentInWords(zone, startedAt),
  };
};

/** The product that stands in the way, for those who may know it. */
export interface HeldCard {
  readonly id: string;
  readonly label: string;
  readonly number: string;
  readonly state: ProductState;
}

export interface ObstacleView {
  readonly kind: ImportObstacle['kind'];
  /** Sentences: what is wrong. */
  readonly problems: readonly string[];
  readonly held?: HeldCard;
}

export interface ImportRowView extends ObstacleView {
  readonly position: number;
  readonly line: number;
  readonly revision: number;
  /** Identifiers are masked. */
  readonly cells: RegisterCells;
  /** What may be done with it. */
  readonly ways: readonly ('skip' | 'no-longer-in-force' | 'try-again')[];
  readonly settled?: { readonly how: Settling; readonly when: string; readonly by: string };
}
