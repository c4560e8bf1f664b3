// The staff of an agency.

import type { Membership } from '@layan/application/ports/staff';
import { makeChangeAbsences } from '@layan/application/staff/change-absences';
import { makeChangeMember } from '@layan/application/staff/change-member';
import { makeChangeOfficial } from '@layan/application/staff/change-official';
import type { StaffError } from '@layan/application/staff/errors';
import { makeGetAbsences } from '@layan/application/staff/get-absences';
import { makeInviteMember } from '@layan/application/staff/invite-member';
import { makeListMembers } from '@layan/application/staff/list-members';
import { type OpenedMembership, openMembership } from '@layan/application/staff/member-seal';
import { makeReactivateMember } from '@layan/application/staff/reactivate-member';
import {
  changeAbsences,
  changeMember,
  changeOfficial,
  deactivateMember,
  getAbsences,
  inviteMember,
  listMembers,
  reactivateMember,
} from '@layan/contract/staff/members';
import { StaffId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { memberProblem } from '@layan/http/member-problems';
import { type ProblemBody, problems } from '@layan/http/problem';
import { register } from '@layan/http/register';
import type { StaffContext } from '@layan/http/staff-admission';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';

const answer = <T>(result: Result<T, StaffError>): Result<T, ProblemBody> =>
  result.ok ? result : err(memberProblem(result.error));

/** The manager who keeps the list may read all of it. */
const shown = async (
  { ports }: StaffContext,
  result: Result<Membership, StaffError>,
): Promise<Result<OpenedMembership, ProblemBody>> =>
  result.ok ? ok(await openMembership(ports.vault, result.value)) : answer(result);

const staffIdOf = (text: string): Result<StaffId, ProblemBody> => {
  const id = StaffId.safeParse(text);
  return id.success ? ok(id.data) : err(problems.notFound);
};

export function memberRoutes(app: Hono<StaffEnv>): void {
  register(app, listMembers, async ({ context }) => {
    const { ports, member } = context.get('staff');
    const listed = await makeListMembers(ports)({ member });
    if (!listed.ok) return answer(listed);
    const opened = listed.value.members.map((one) => openMembership(ports.vault, one));
    return ok({ ...listed.value, members: await Promise.all(opened) });
  });
  register(app, inviteMember, async ({ body, context }) => {
    const staff = context.get('staff');
    const { ports, member } = staff;
    return shown(staff, await makeInviteMember(ports)({ member, ...body }));
  });
  register(app, changeMember, async ({ params, body, context }) => {
    const staff = context.get('staff');
    const { ports, member } = staff;
    const id = staffIdOf(params.memberId);
    return id.ok ? shown(staff, await makeChangeMember(ports)({ member, id: id.value, ...body })) : id;
  });
  register(app, deactivateMember, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const id = staffIdOf(params.memberId);
    if (!id.ok) return id;
    // Work in hand goes back to its role, so this brings the engine; who looks at the list does not need it.
    const { makeDeactivateMember } = await import('@layan/application/staff/deactivate-member');
    const ended = await makeDeactivateMember(ports)({ member, id: id.value, ...body });
    if (!ended.ok) return answer(ended);
    const { membership, released } = ended.value;
    return ok({ ...(await openMembership(ports.vault, membership)), released });
  });
  register(app, changeOfficial, async ({ params, body, context }) => {
    const staff = context.get('staff');
    const { ports, member } = staff;
    const id = staffIdOf(params.memberId);
    return id.ok ? shown(staff, await makeChangeOfficial(ports)({ member, id: id.value, ...body })) : id;
  });
  register(app, getAbsences, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeGetAbsences(ports)({ member }));
  });
  register(app, changeAbsences, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const id = staffIdOf(params.memberId);
    return id.ok ? answer(await makeChangeAbsences(ports)({ member, id: id.value, ...body })) : id;
  });
  register(app, reactivateMember, async ({ params, body, context }) => {
    const staff = context.get('staff');
    const { ports, member } = staff;
    const id = staffIdOf(params.memberId);
    return id.ok ? shown(staff, await makeReactivateMember(ports)({ member, id: id.value, ...body })) : id;
  });
}
