// One step of a check that somebody follows on the page: a seal, and all that it speaks for.
import { type AccessRefusal, mayUse } from '@layan/domain/access/operations';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import { makeVerifySeal, type VerifiedSeal, type VerifyingPorts } from './verify-seal.ts';

export const makeVerifyAudit =
  (ports: VerifyingPorts) =>
  async (input: {
    readonly member: Membership;
    readonly number: number;
  }): Promise<Result<VerifiedSeal, AccessRefusal>> => {
    const { member, number } = input;
    const allowed = mayUse(member, 'verify-audit');
    return allowed.ok ? ok(await makeVerifySeal(ports)({ number })) : allowed;
  };
