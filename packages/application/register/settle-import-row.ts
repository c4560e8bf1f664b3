// What a person decides about a row that was not taken over: leave it out, take it over as no longer in force, or try it
// again after something was put right.
import { mayUse } from '@layan/domain/access/operations';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { ImportRow, RegisterImport, Settling } from '../ports/imports.ts';
import type { Membership } from '../ports/staff.ts';
import { getProfile } from '../tenant/get-profile.ts';
import type { RegisterFailure } from './errors.ts';
import { importRowView, openCells } from './import-row-view.ts';
import { type ImportPorts, rowReader } from './import-rows.ts';
import type { ImportRowView } from './import-view.ts';

export type Way = ImportRowView['ways'][number];

export interface SettleImportRowInput {
  readonly member: Membership;
  readonly importId: string;
  readonly position: number;
  readonly way: Way;
}

type SettleError = RegisterFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'import-not-found'
  | 'import-row-not-found'
  | 'import-row-settled'
  | 'import-changed'
  | 'settling-unfit'
  | 'value-unreadable'
>;

type Decided = Pick<ImportRow, 'obstacle'> & { readonly how?: Settling };

const decide = async (
  ports: ImportPorts,
  record: RegisterImport,
  row: ImportRow,
  { member, way }: SettleImportRowInput,
): Promise<Result<Decided, SettleError>> => {
  const { obstacle } = row;
  if (way === 'skip') return ok({ obstacle, how: 'skipped' });
  if (obstacle.kind === 'invalid' || (way === 'no-longer-in-force' && obstacle.kind !== 'duplicate'))
    return err({ code: 'settling-unfit' });
  const cells = await openCells(ports, record, row);
  if (!cells) return err({ code: 'value-unreadable' });
  const reader = await rowReader(ports, record, member);
  const found = await reader.read(cells, way === 'no-longer-in-force' ? false : undefined);
  switch (found.kind) {
    case 'invalid':
    case 'duplicate':
    case 'number-taken':
      return ok({ obstacle: found });
    default:
      return ok({ obstacle, how: way === 'no-longer-in-force' ? 'no-longer-in-force' : 'taken' });
  }
};

/** Answers the row as it is now: settled, or with what still stands in the way. */
export const makeSettleImportRow =
  (ports: ImportPorts) =>
  async (input: SettleImportRowInput): Promise<Result<ImportRowView, SettleError>> => {
    const { member, importId, position } = input;
    const allowed = mayUse(member, 'settle-import-row');
    if (!allowed.ok) return allowed;
    const record = await ports.imports.find(member.agency, importId);
    if (!record) return err({ code: 'import-not-found' });
    const row = await ports.imports.findRow(importId, position);
    if (!row) return err({ code: 'import-row-not-found' });
    if (row.settled) return err({ code: 'import-row-settled' });
    const decided = await decide(ports, record, row, input);
    if (!decided.ok) return decided;
    const { obstacle, how } = decided.value;
    const by = { id: member.id, name: member.name };
    const after: ImportRow = {
      ...row,
      obstacle,
      ...(how && { settled: { how, at: ports.clock.now(), by } }),
      revision: row.revision + 1,
    };
    const saved = await ports.imports.saveRow(importId, after, row.revision);
    if (!saved.ok) return err({ code: 'import-changed' });
    const { calendar } = await getProfile(ports.directory);
    return ok(await importRowView(ports, calendar.zone, record, after));
  };
