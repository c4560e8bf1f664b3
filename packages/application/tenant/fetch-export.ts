// A link to one file of what a tenant takes home. That it was fetched stands in the chain of administration before the link
// is given.
import type { AccessRefusal } from '@layan/domain/access/operations';
import { mayUse } from '@layan/domain/access/operations';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { findExport, mayTakeHome } from './list-export.ts';

export type FetchExportError = AccessRefusal | { readonly code: 'document-not-found' };

export const makeFetchExport =
  (ports: Pick<Ports, 'exports' | 'directory' | 'audit' | 'clock'>) =>
  async (input: {
    readonly member: Membership;
    readonly name: string;
  }): Promise<Result<{ readonly url: string }, FetchExportError>> => {
    const { exports, audit, clock } = ports;
    const { member, name } = input;
    const allowed = mayUse(member, 'fetch-export');
    if (!allowed.ok) return allowed;
    const found = await findExport(ports);
    const owns = mayTakeHome(member, 'fetch-export', found?.agency);
    if (!owns.ok) return owns;
    const file = found && (await exports.findFile(name));
    if (!file) return err({ code: 'document-not-found' });
    const at = clock.now();
    const by = { id: member.id, name: member.name };
    await audit.append('administration', {
      ...{ at, by: { party: 'staff' as const, ...by }, act: 'fetch-export' },
      ...{ about: name, detail: file.sha256 },
    });
    await exports.noteFetched(name, { by, at });
    return ok({ url: await exports.link(name) });
  };
