// The rows of an import that a person has to look at, in the order of the file, page by page.
import { mayUse } from '@layan/domain/access/operations';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import type { RegisterFailure } from './errors.ts';
import { importRowView } from './import-row-view.ts';
import { type ImportRowView, type ImportView, importView } from './import-view.ts';

const PAGE = 50;

export interface ListImportProblemsInput {
  readonly member: Membership;
  readonly importId: string;
  readonly after?: number;
}

export interface ImportProblems {
  readonly record: ImportView;
  readonly rows: readonly ImportRowView[];
  readonly next?: number;
}

export const makeListImportProblems =
  (ports: Pick<Ports, 'imports' | 'products' | 'vault' | 'directory'>) =>
  async (
    input: ListImportProblemsInput,
  ): Promise<
    Result<ImportProblems, RegisterFailure<'member-deactivated' | 'role-missing' | 'import-not-found'>>
  > => {
    const { member, importId, after } = input;
    const allowed = mayUse(member, 'list-import-problems');
    if (!allowed.ok) return allowed;
    const record = await ports.imports.find(member.agency, importId);
    if (!record) return err({ code: 'import-not-found' });
    const { calendar } = await getProfile(ports.directory);
    const { zone } = calendar;
    const page = await ports.imports.rows({ importId, limit: PAGE, ...(after !== undefined && { after }) });
    return ok({
      record: await importView(ports.vault, zone, record),
      rows: await Promise.all(page.rows.map((row) => importRowView(ports, zone, record, row))),
      ...(page.next !== undefined && { next: page.next }),
    });
  };
