// Admission of staff: who asks, for which tenant, made from the token alone, before any route runs.
import type { Membership } from '@layan/application/ports/staff';
import type { Ports } from '@layan/application/ports/surroundings';
import { makeFindMember } from '@layan/application/staff/find-member';
import { makeAdmitTenant } from '@layan/application/tenant/admit-tenant';
import { StaffId, type TenantId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Identity, VerifyToken } from './authenticate.ts';
import { createSignOutCheck } from './has-signed-out.ts';
import { type ProblemBody, tokenProblems } from './problem.ts';
import type { ReferenceEnv } from './register.ts';
import type { StaffProblem } from './staff-problems.ts';
import { tenantFromGroups } from './tenant-from-groups.ts';

export interface StaffContext<P extends Ports = Ports> {
  readonly tenant: TenantId;
  readonly member: Membership;
  /** The government has closed: what is there is only read. */
  readonly closed?: true;
  readonly ports: P;
}

export interface StaffEnv<P extends Ports = Ports> extends ReferenceEnv {
  Variables: ReferenceEnv['Variables'] & { staff: StaffContext<P>; tenant: { readonly id: TenantId } };
}

export interface StaffSurroundings<P extends Ports = Ports> {
  readonly verify: VerifyToken;
  readonly openTenant: (tenant: TenantId) => P;
  readonly now: () => number;
}

export type Admit<P extends Ports = Ports> = (
  authorization: string | undefined,
) => Promise<Result<StaffContext<P>, ProblemBody>>;

/** Words are loaded by the first who is refused. */
const refuse = async (error: StaffProblem): Promise<Result<never, ProblemBody>> => {
  const { staffProblem } = await import('./staff-problems.ts');
  return err(staffProblem(error));
};

/** Roles and areas take effect within this time. */
const MEMBER_LIFE = 30_000;
const REMEMBERED = 500;

/** Admits a request: token, then tenant, then membership. */
export function createAdmission<P extends Ports>({
  verify,
  openTenant,
  now,
}: StaffSurroundings<P>): Admit<P> {
  const hasSignedOut = createSignOutCheck(now);
  const members = new Map<string, { readonly member: Membership; readonly until: number }>();

  const memberOf = async (ports: Ports, identity: Identity): Promise<Result<Membership, ProblemBody>> => {
    const key = `${ports.tenant}/${identity.subject}`;
    const known = members.get(key);
    if (known !== undefined && known.until > now()) return ok(known.member);
    const found = await makeFindMember(ports)({ id: StaffId.parse(identity.subject) });
    members.delete(key);
    if (!found.ok) return refuse(found.error);
    const oldest = members.size >= REMEMBERED ? members.keys().next().value : undefined;
    if (oldest !== undefined) members.delete(oldest);
    members.set(key, { member: found.value, until: now() + MEMBER_LIFE });
    return ok(found.value);
  };

  return async (authorization) => {
    const identity = await verify(authorization);
    if (!identity.ok) return err(tokenProblems[identity.error]);
    const tenant = tenantFromGroups(identity.value.groups);
    if (tenant === undefined) return refuse({ code: 'not-a-member' });
    const ports = openTenant(tenant);
    const admitted = await makeAdmitTenant(ports)();
    if (!admitted.ok) return refuse(admitted.error);
    const [member, signedOut] = await Promise.all([
      memberOf(ports, identity.value),
      hasSignedOut(ports.signOuts, `${tenant}/${identity.value.subject}`, identity.value),
    ]);
    if (!member.ok) return member;
    if (signedOut) return err(tokenProblems['token-expired']);
    // Looked at every time, remembered or not: nobody stays a moment longer than was allowed.
    const { emergency } = member.value;
    if (emergency !== undefined && Date.parse(emergency.until) <= now())
      return refuse({ code: 'member-deactivated' });
    const closed = admitted.value.state === 'closed' && { closed: true as const };
    return ok({ tenant, member: member.value, ports, ...closed });
  };
}
