// The life of a version. A few times a year each, so that each is loaded when it is asked for (decision 0009).
import type { StepError, StepInput } from '@layan/application/standard/take-step';
import type { VersionView } from '@layan/application/standard/version-view';
import {
  approveStandard,
  compareVersions,
  consultStandard,
  listRunningCases,
  moveRunningCases,
  recordMinutes,
  returnToDraft,
  scheduleStandard,
  withdrawStandard,
} from '@layan/contract/staff/standard-life';
import { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { type ProblemBody, problems } from '@layan/http/problem';
import { register } from '@layan/http/register';
import type { Context, Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answerAs } from './standard-answer.ts';
import { standardIdOf, versionAnswer } from './standard-step.ts';

interface StepRequest {
  readonly params: { readonly standardId: string; readonly version: number };
  readonly body: { readonly hash: string };
  readonly context: Context<StaffEnv>;
}

/** Every step is asked for alike: which version, as it was seen. */
async function step<R extends StepRequest>(
  { params, body, context }: R,
  take: (input: StepInput & R['body']) => Promise<Result<VersionView, StepError>>,
) {
  const standard = standardIdOf(params.standardId);
  if (!standard.ok) return standard;
  const { member } = context.get('staff');
  const input = { ...body, member, standard: standard.value, version: params.version };
  return answerAs(await take(input), versionAnswer);
}

const caseIds = (
  texts: readonly string[] | undefined,
): Result<readonly CaseId[] | undefined, ProblemBody> => {
  const ids = texts?.map((text) => CaseId.safeParse(text));
  if (ids?.some(({ success }) => !success)) return err(problems.notFound);
  return ok(ids?.flatMap(({ data }) => (data === undefined ? [] : [data])));
};

export function standardLifeRoutes(app: Hono<StaffEnv>): void {
  register(app, consultStandard, async (asked) => {
    const { makeConsultStandard } = await import('@layan/application/standard/consult-standard');
    return step(asked, makeConsultStandard(asked.context.get('staff').ports));
  });
  register(app, recordMinutes, async (asked) => {
    const { makeRecordMinutes } = await import('@layan/application/standard/record-minutes');
    return step(asked, makeRecordMinutes(asked.context.get('staff').ports));
  });
  register(app, approveStandard, async (asked) => {
    const { makeApproveStandard } = await import('@layan/application/standard/approve-standard');
    return step(asked, makeApproveStandard(asked.context.get('staff').ports));
  });
  register(app, scheduleStandard, async (asked) => {
    const { makeScheduleStandard } = await import('@layan/application/standard/schedule-standard');
    return step(asked, makeScheduleStandard(asked.context.get('staff').ports));
  });
  register(app, returnToDraft, async (asked) => {
    const { makeReturnToDraft } = await import('@layan/application/standard/return-to-draft');
    return step(asked, makeReturnToDraft(asked.context.get('staff').ports));
  });
  register(app, withdrawStandard, async (asked) => {
    const { makeWithdrawStandard } = await import('@layan/application/standard/withdraw-standard');
    return step(asked, makeWithdrawStandard(asked.context.get('staff').ports));
  });
  register(app, compareVersions, async ({ params, query, context }) => {
    const { makeCompareVersions } = await import('@layan/application/standard/compare-versions');
    const { ports, member } = context.get('staff');
    const standard = standardIdOf(params.standardId);
    if (!standard.ok) return standard;
    const input = { member, standard: standard.value, version: params.version, against: query.against };
    return answerAs(await makeCompareVersions(ports)(input), ({ against, differences }) => ({
      ...(against !== undefined && { against }),
      differences: differences.map((difference) => ({ ...difference })),
    }));
  });
  register(app, listRunningCases, async ({ params, query, context }) => {
    const { makeListRunningCases } = await import('@layan/application/standard/list-running-cases');
    const { ports, member } = context.get('staff');
    const standard = standardIdOf(params.standardId);
    if (!standard.ok) return standard;
    const listed = await makeListRunningCases(ports)({
      member,
      standard: standard.value,
      after: query.after,
    });
    return answerAs(listed, ({ moving, ...running }) => ({
      ...running,
      ...(moving && { moving: { ...moving, version: moving.to.version, by: moving.by.name } }),
    }));
  });
  register(app, moveRunningCases, async ({ params, body, context }) => {
    const { makeMoveRunningCases } = await import('@layan/application/standard/move-running-cases');
    const { ports, member } = context.get('staff');
    const standard = standardIdOf(params.standardId);
    if (!standard.ok) return standard;
    const cases = caseIds(body.cases);
    if (!cases.ok) return cases;
    const input = { ...body, member, standard: standard.value, cases: cases.value };
    return answerAs(await makeMoveRunningCases(ports)(input), (moved) => moved);
  });
}
