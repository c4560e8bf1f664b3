// Begins to take an agency's own register over; the same file, read the same way, goes on where it was stopped.
import { mayUse } from '@layan/domain/access/operations';
import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import { CaseId, type StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { ColumnMapping } from '@layan/domain/register/register-fields';
import { missingColumns } from '@layan/domain/register/suggest-mapping';
import { randomId } from '../kernel/random-id.ts';
import type { RegisterImport } from '../ports/imports.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { agencyProducts } from './agency-products.ts';
import type { RegisterFailure } from './errors.ts';
import { type ImportView, importView } from './import-view.ts';

export interface StartImportInput {
  readonly member: Membership;
  readonly standard: StandardId;
  readonly fileName: string;
  readonly fingerprint: string;
  readonly rows: number;
  readonly mapping: ColumnMapping;
}

type StartImportError = RegisterFailure<
  'member-deactivated' | 'role-missing' | 'product-not-found' | 'columns-missing'
>;

const isUnfinished = (record: RegisterImport, input: StartImportInput): boolean =>
  record.done < record.rows &&
  record.rows === input.rows &&
  record.standard === input.standard &&
  record.fingerprint === input.fingerprint &&
  canonicalJson(record.mapping) === canonicalJson(input.mapping);

export const makeStartImport =
  (ports: Pick<Ports, 'imports' | 'standards' | 'directory' | 'vault' | 'clock' | 'random'>) =>
  async (input: StartImportInput): Promise<Result<ImportView, StartImportError>> => {
    const { member, standard, fileName, fingerprint, rows, mapping } = input;
    const allowed = mayUse(member, 'start-import');
    if (!allowed.ok) return allowed;
    const { agency } = member;
    const products = (await agencyProducts(ports.standards, agency)).filter(
      (one) => one.standard === standard,
    );
    const isKnown =
      mapping.product === undefined || products.some(({ product }) => product.id === mapping.product);
    if (products.length === 0 || !isKnown) return err({ code: 'product-not-found' });
    if (missingColumns(mapping).length > 0) return err({ code: 'columns-missing' });
    const { calendar } = await getProfile(ports.directory);
    const open = (await ports.imports.list(agency)).find((record) => isUnfinished(record, input));
    if (open) return ok(await importView(ports.vault, calendar.zone, open));
    const at = ports.clock.now();
    const id = randomId(ports.random);
    const caseId = CaseId.parse(id);
    const key = await ports.vault.newKey(caseId);
    const record: RegisterImport = {
      id,
      ...{ agency, standard, fingerprint, rows, mapping },
      fileName: await ports.vault.seal(key, { caseId, field: 'file' }, fileName),
      by: { id: member.id, name: member.name },
      startedAt: at,
      changedAt: at,
      done: 0,
      counts: { taken: 0, unguarded: 0, unchanged: 0, problems: 0 },
      key,
      revision: 1,
    };
    const saved = await ports.imports.save(record, undefined);
    if (!saved.ok) throw new Error('an import with a new id cannot have been changed');
    return ok(await importView(ports.vault, calendar.zone, record));
  };
