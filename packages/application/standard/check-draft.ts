// Checks a document without keeping it: what does not fit the format, or what the checker finds, here and with these people.
import { mayUse } from '@layan/domain/access/operations';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { checkStandard } from '@layan/domain/standard/check';
import type { Finding } from '@layan/domain/standard/finding';
import { parseStandard } from '@layan/domain/standard/parse-standard';
import type { Membership } from '../ports/staff.ts';
import type { StandardFailure } from './errors.ts';
import { type FactsPorts, factsOfTenant } from './facts-of-tenant.ts';

export interface CheckDraftInput {
  readonly member: Membership;
  readonly document: unknown;
}

export type CheckDraftError = StandardFailure<'member-deactivated' | 'role-missing' | 'standard-unreadable'>;

export const makeCheckDraft =
  (ports: FactsPorts) =>
  async ({ member, document }: CheckDraftInput): Promise<Result<readonly Finding[], CheckDraftError>> => {
    const allowed = mayUse(member, 'check-draft');
    if (!allowed.ok) return allowed;
    const standard = parseStandard(document);
    if (!standard.ok) return err({ code: 'standard-unreadable', problems: standard.error });
    return ok(checkStandard(standard.value, await factsOfTenant(ports, standard.value)));
  };
