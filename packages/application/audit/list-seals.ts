// The last seals of a tenant.
import { type AccessRefusal, mayUse } from '@layan/domain/access/operations';
import type { SealRow } from '@layan/domain/audit/seal';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';

const SHOWN = 24;

export const makeListSeals =
  ({ seals }: Pick<Ports, 'seals'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<{ readonly seals: readonly SealRow[] }, AccessRefusal>> => {
    const allowed = mayUse(member, 'list-seals');
    return allowed.ok ? ok({ seals: await seals.newest({ limit: SHOWN }) }) : allowed;
  };
