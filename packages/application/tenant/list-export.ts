// What there is to fetch for a tenant that leaves. It is all of the tenant: only the agency that signed for it gets it.
import { type AccessRefusal, mayUse, type Operation } from '@layan/domain/access/operations';
import { managerRole } from '@layan/domain/case/authority';
import type { AgencyId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { ExportedFile } from '../ports/offboarding.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';

export interface ExportView {
  readonly ready?: string;
  readonly sealed: number;
  /** Of all files, and those of them that nobody has fetched yet. */
  readonly count: number;
  readonly left: number;
  /** One page of them, by name. */
  readonly files: readonly (ExportedFile & {
    readonly fetched?: { readonly by: string; readonly at: string };
  })[];
  readonly next?: string;
}

export interface ListExportInput {
  readonly member: Membership;
  /** Where the page before ended. */
  readonly after?: string | undefined;
}

/** Only behind closed doors: an offboarding that was called off leaves nothing to fetch. Past every cache. */
export const findExport = async ({ exports, directory }: Pick<Ports, 'exports' | 'directory'>) =>
  (await directory.findForChange())?.tenant.state === 'closed' ? exports.find() : undefined;

/** Other agencies of the same government have managers of their own. */
export const mayTakeHome = (
  member: Membership,
  operation: Operation,
  agency: AgencyId | undefined,
): Result<void, AccessRefusal> => {
  const allowed = mayUse(member, operation);
  if (!allowed.ok) return allowed;
  return agency === undefined || agency === member.agency
    ? ok(undefined)
    : err({ code: 'role-missing', role: managerRole });
};

export const makeListExport =
  (ports: Pick<Ports, 'exports' | 'directory'>) =>
  async ({ member, after }: ListExportInput): Promise<Result<ExportView, AccessRefusal>> => {
    const allowed = mayUse(member, 'list-export');
    if (!allowed.ok) return allowed;
    const found = await findExport(ports);
    if (!found) return ok({ sealed: 0, count: 0, left: 0, files: [] });
    const owns = mayTakeHome(member, 'list-export', found.agency);
    if (!owns.ok) return owns;
    const { files, next } = await ports.exports.page(after);
    return ok({
      ready: found.at,
      sealed: found.sealed,
      count: found.files,
      left: found.files - found.fetched,
      files: files.map(({ fetched, ...file }) => ({
        ...file,
        ...(fetched && { fetched: { by: fetched.by.name, at: fetched.at } }),
      })),
      ...(next !== undefined && { next }),
    });
  };
