// Takes the next rows of a register over, one transaction each. What cannot be taken over as it stands is kept for a
// person to look at. Rows sent twice are counted once and change nothing.
import { mayUse } from '@layan/domain/access/operations';
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { readRegisterRow } from '@layan/domain/register/read-row';
import type { RegisterCells } from '@layan/domain/register/register-fields';
import type { ImportCounts, ImportObstacle, RegisterImport } from '../ports/imports.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { type AgencyProduct, agencyProducts } from './agency-products.ts';
import type { RegisterFailure } from './errors.ts';
import { type ImportView, importView, type ObstacleView } from './import-view.ts';
import { obstacleView } from './obstacle-view.ts';
import { type Taking, takeCard } from './take-card.ts';

export interface SentRow {
  /** As the spreadsheet counts. */
  readonly line: number;
  readonly cells: RegisterCells;
}

export interface ImportRowsInput {
  readonly member: Membership;
  readonly importId: string;
  /** Position of the first of these rows; 1 is the first of the file. */
  readonly from: number;
  readonly rows: readonly SentRow[];
}

export interface RowAnswer {
  readonly position: number;
  readonly line: number;
  readonly outcome: 'taken' | 'completed' | 'unchanged' | ImportObstacle['kind'];
  /** Taken over, but nothing keeps this family from a second card. */
  readonly unguarded: boolean;
  readonly obstacle?: ObstacleView;
}

export interface ImportedRows {
  readonly record: ImportView;
  readonly rows: readonly RowAnswer[];
}

export type ImportPorts = Pick<
  Ports,
  'imports' | 'products' | 'standards' | 'directory' | 'vault' | 'clock' | 'random'
>;

type ImportRowsError = RegisterFailure<
  'member-deactivated' | 'role-missing' | 'import-not-found' | 'rows-out-of-order' | 'import-changed'
>;

export const rowField = (position: number) => `row:${position}`;

export interface RowReader {
  read(
    cells: RegisterCells,
    inForce?: boolean,
  ): Promise<Taking | Extract<ImportObstacle, { kind: 'invalid' }>>;
}

/** Reads rows of one import and takes them over; `inForce` says how, whatever the row says. */
export const rowReader = async (
  ports: ImportPorts,
  record: RegisterImport,
  member: Membership,
): Promise<RowReader> => {
  const { agency, mapping, id: importId } = record;
  const { calendar } = await getProfile(ports.directory);
  const { zone } = calendar;
  const products = (await agencyProducts(ports.standards, agency)).filter(
    (one) => one.standard === record.standard,
  );
  const byId = new Map<string, AgencyProduct>(products.map((one) => [one.product.id, one]));
  const context = {
    products: products.map(({ product: { id, label } }) => ({ id, label })),
    product: mapping.product,
    today: dateIn(zone, ports.clock.now()),
  };
  return {
    read: async (cells, inForce) => {
      const read = readRegisterRow(cells, context);
      if (!read.ok) return { kind: 'invalid', problems: read.problems };
      const of = byId.get(read.value.product);
      if (!of) return { kind: 'invalid', problems: [{ field: 'product', code: 'unknown-product' }] };
      const row = inForce === undefined ? read.value : { ...read.value, inForce };
      return takeCard(ports, { of, agency, importId, by: member.id, zone, row });
    },
  };
};

const isObstacle = (found: Taking | ImportObstacle): found is ImportObstacle =>
  found.kind === 'invalid' || found.kind === 'duplicate' || found.kind === 'number-taken';

/** A row that waits for a person waits once, and what a person decided stays decided. */
const keepRow = async (
  ports: ImportPorts,
  { id, key }: RegisterImport,
  position: number,
  { line, cells }: SentRow,
  obstacle: ImportObstacle,
): Promise<void> => {
  if (await ports.imports.findRow(id, position)) return;
  const context = { caseId: CaseId.parse(id), field: rowField(position) };
  const sealed = await ports.vault.seal(key, context, JSON.stringify(cells));
  // Who wrote it a moment ago wrote the same.
  await ports.imports.saveRow(id, { position, line, obstacle, cells: sealed, revision: 1 }, undefined);
};

const counted = (counts: ImportCounts, answers: readonly RowAnswer[]): ImportCounts => {
  const number = (is: (answer: RowAnswer) => boolean) => answers.filter(is).length;
  return {
    taken: counts.taken + number(({ outcome }) => outcome === 'taken' || outcome === 'completed'),
    unguarded: counts.unguarded + number(({ unguarded }) => unguarded),
    unchanged: counts.unchanged + number(({ outcome }) => outcome === 'unchanged'),
    problems: counts.problems + number(({ obstacle }) => obstacle !== undefined),
  };
};

export const makeImportRows =
  (ports: ImportPorts) =>
  async (input: ImportRowsInput): Promise<Result<ImportedRows, ImportRowsError>> => {
    const { member, importId, from, rows } = input;
    const allowed = mayUse(member, 'import-rows');
    if (!allowed.ok) return allowed;
    const record = await ports.imports.find(member.agency, importId);
    if (!record) return err({ code: 'import-not-found' });
    const last = from + rows.length - 1;
    if (from > record.done + 1 || last > record.rows)
      return err({ code: 'rows-out-of-order', next: record.done + 1 });

    const reader = await rowReader(ports, record, member);
    const answers: RowAnswer[] = [];
    // One after the other: of two rows of one family the first holds the card.
    for (const [at, row] of rows.entries()) {
      const position = from + at;
      const found = await reader.read(row.cells);
      if (isObstacle(found)) await keepRow(ports, record, position, row, found);
      answers.push({
        position,
        line: row.line,
        outcome: found.kind,
        unguarded: found.kind === 'taken' && !found.guarded,
        ...(isObstacle(found) && { obstacle: await obstacleView(ports.products, member.agency, found) }),
      });
    }

    const fresh = answers.filter(({ position }) => position > record.done);
    const { calendar } = await getProfile(ports.directory);
    if (fresh.length === 0)
      return ok({ record: await importView(ports.vault, calendar.zone, record), rows: answers });
    const after: RegisterImport = {
      ...record,
      done: Math.max(record.done, last),
      counts: counted(record.counts, fresh),
      changedAt: ports.clock.now(),
      revision: record.revision + 1,
    };
    const saved = await ports.imports.save(after, record.revision);
    return saved.ok
      ? ok({ record: await importView(ports.vault, calendar.zone, after), rows: answers })
      : err({ code: 'import-changed' });
  };
