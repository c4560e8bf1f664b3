// Taking over the register an agency kept before: started, fed row by row, its open rows settled.
import type { RegisterError } from '@layan/application/register/errors';
import { makeImportRows } from '@layan/application/register/import-rows';
import { makeListImportProblems } from '@layan/application/register/list-import-problems';
import { makeListImports } from '@layan/application/register/list-imports';
import { makeSettleImportRow } from '@layan/application/register/settle-import-row';
import { makeStartImport } from '@layan/application/register/start-import';
import {
  importRows,
  listImportProblems,
  listImports,
  settleImportRow,
  startImport,
} from '@layan/contract/staff/register';
import { StandardId } from '@layan/domain/kernel/ids';
import { err, type Result } from '@layan/domain/kernel/result';
import type { ProblemBody } from '@layan/http/problem';
import { register } from '@layan/http/register';
import { registerProblem } from '@layan/http/register-problems';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';

const answer = <T>(result: Result<T, RegisterError>): Result<T, ProblemBody> =>
  result.ok ? result : err(registerProblem(result.error));

export function importRoutes(app: Hono<StaffEnv>): void {
  register(app, listImports, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeListImports(ports)({ member }));
  });
  register(app, startImport, async ({ body, context }) => {
    const { ports, member } = context.get('staff');
    const standard = StandardId.safeParse(body.standard);
    if (!standard.success) return answer(err({ code: 'product-not-found' } as const));
    return answer(await makeStartImport(ports)({ ...body, member, standard: standard.data }));
  });
  register(app, importRows, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeImportRows(ports)({ member, importId: params.importId, ...body }));
  });
  register(app, listImportProblems, async ({ params, query, context }) => {
    const { ports, member } = context.get('staff');
    const after = query.after === undefined ? {} : { after: Number(query.after) };
    return answer(await makeListImportProblems(ports)({ member, importId: params.importId, ...after }));
  });
  register(app, settleImportRow, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const position = /^\d{1,6}$/.test(params.position) ? Number(params.position) : 0;
    const input = { member, importId: params.importId, position, way: body.way };
    return answer(await makeSettleImportRow(ports)(input));
  });
}
