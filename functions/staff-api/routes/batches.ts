// Batches: gathering cases, deciding on lines, and seeing how far their cases were told.

import { makeDecideLines } from '@layan/application/batch/decide-lines';
import type { BatchError } from '@layan/application/batch/errors';
import { makeGetBatch } from '@layan/application/batch/get-batch';
import { makeListBatches } from '@layan/application/batch/list-batches';
import { makeListLines, makeReadLines } from '@layan/application/batch/list-lines';
import { makeListWaitingLines } from '@layan/application/batch/list-waiting-lines';
import { makeGetSheetLayout, makeSaveSheetLayout } from '@layan/application/batch/sheet-layout';
import { makeStartBatch } from '@layan/application/batch/start-batch';
import {
  decideLines,
  getBatch,
  getSheetLayout,
  listBatches,
  listLines,
  listWaitingLines,
  readLines,
  saveSheetLayout,
  startBatch,
} from '@layan/contract/staff/batch';
import { StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { type ProblemBody, problems } from '@layan/http/problem';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { caseIdOf } from './case-id.ts';

/** Words are loaded by the first refusal: most requests are not refused. */
const answer = async <T>(result: Result<T, BatchError>): Promise<Result<T, ProblemBody>> => {
  if (result.ok) return result;
  const { batchProblem } = await import('@layan/http/batch-problems');
  return err(batchProblem(result.error));
};

const standardOf = (text: string): Result<StandardId, ProblemBody> => {
  const id = StandardId.safeParse(text);
  return id.success ? ok(id.data) : err(problems.notFound);
};

export function batchRoutes(app: Hono<StaffEnv>): void {
  register(app, listBatches, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeListBatches(ports)({ member }));
  });
  register(app, listWaitingLines, async ({ params, query, context }) => {
    const { ports, member } = context.get('staff');
    const standard = standardOf(params.standard);
    return standard.ok
      ? answer(await makeListWaitingLines(ports)({ member, standard: standard.value, ...query }))
      : standard;
  });
  register(app, startBatch, async ({ params, body, idempotencyKey, context }) => {
    const { ports, member } = context.get('staff');
    const standard = standardOf(params.standard);
    if (!standard.ok) return standard;
    const { facts: raw, ...rest } = body;
    return answer(
      await makeStartBatch(ports)({ member, standard: standard.value, ...rest, raw, idempotencyKey }),
    );
  });
  register(app, getSheetLayout, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const standard = standardOf(params.standard);
    return standard.ok
      ? answer(await makeGetSheetLayout(ports)({ member, standard: standard.value }))
      : standard;
  });
  register(app, saveSheetLayout, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const standard = standardOf(params.standard);
    return standard.ok
      ? answer(await makeSaveSheetLayout(ports)({ member, standard: standard.value, ...body }))
      : standard;
  });
  register(app, getBatch, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    return caseId.ok ? answer(await makeGetBatch(ports)({ member, caseId: caseId.value })) : caseId;
  });
  register(app, listLines, async ({ params, query, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    return caseId.ok
      ? answer(await makeListLines(ports)({ member, caseId: caseId.value, ...query }))
      : caseId;
  });
  register(app, readLines, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    return caseId.ok ? answer(await makeReadLines(ports)({ member, caseId: caseId.value, ...body })) : caseId;
  });
  register(app, decideLines, async ({ params, body, idempotencyKey, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    const { step } = params;
    return answer(
      await makeDecideLines(ports)({ member, caseId: caseId.value, step, ...body, idempotencyKey }),
    );
  });
}
