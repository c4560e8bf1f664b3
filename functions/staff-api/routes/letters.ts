// Letters: opened, made out to somebody else, looked up in their registers; the settings they are written by.
import {
  makeGetLetterMonth,
  makeListLetterRegister,
  makeListLetterRegisters,
} from '@layan/application/letter/letter-registers';
import { makeChangeLetterSettings, makeGetLetterSettings } from '@layan/application/letter/letter-settings';
import { makeListSignatories } from '@layan/application/letter/list-signatories';
import { makeOpenLetter } from '@layan/application/letter/open-letter';
import { makePrepareLetterUpload } from '@layan/application/letter/prepare-letter-upload';
import type { RegisterError } from '@layan/application/register/errors';
import type { StaffError } from '@layan/application/staff/errors';
import {
  changeLetterSettings,
  chooseSignatory,
  getLetterMonth,
  getLetterSettings,
  listLetterRegister,
  listLetterRegisters,
  listSignatories,
  openLetter,
  prepareLetterUpload,
} from '@layan/contract/staff/letters';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { memberProblem } from '@layan/http/member-problems';
import { type ProblemBody, problems } from '@layan/http/problem';
import { register } from '@layan/http/register';
import { registerProblem } from '@layan/http/register-problems';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answer, answerAs, refuse } from './answer.ts';
import { caseIdOf } from './case-id.ts';

const registered = <T, A>(
  result: Result<T, RegisterError>,
  reshape: (value: T) => A,
): Result<A, ProblemBody> => (result.ok ? ok(reshape(result.value)) : err(registerProblem(result.error)));

const settled = <T>(result: Result<T, StaffError>): Result<T, ProblemBody> =>
  result.ok ? result : err(memberProblem(result.error));

const yearOf = (text: string): number | undefined => (/^\d{4}$/.test(text) ? Number(text) : undefined);
const monthOf = (text: string): number | undefined =>
  /^(0?[1-9]|1[0-2])$/.test(text) ? Number(text) : undefined;

export function letterRoutes(app: Hono<StaffEnv>): void {
  register(app, openLetter, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    return answer(await makeOpenLetter(ports)({ member, caseId: caseId.value, letterId: params.letterId }));
  });
  register(app, prepareLetterUpload, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    const letter = params.letterId;
    const prepared = await makePrepareLetterUpload(ports)({ member, caseId: caseId.value, letter });
    return answerAs(prepared, ({ documentId, form, maxBytes }) => ({ documentId, ...form, maxBytes }));
  });
  register(app, listSignatories, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    const listed = await makeListSignatories(ports)({
      member,
      caseId: caseId.value,
      letterId: params.letterId,
    });
    return answerAs(listed, (signatories) => ({ signatories }));
  });
  register(app, chooseSignatory, async ({ params, body, idempotencyKey, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    // It is a command on a case and brings the engine; who looks a letter up does not need it.
    const { makeChooseSignatory } = await import('@layan/application/letter/choose-signatory');
    const chosen = await makeChooseSignatory(ports)({
      member,
      caseId: caseId.value,
      letterId: params.letterId,
      ...body,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
    return chosen.ok ? ok({ seq: chosen.value.view.seq }) : refuse(chosen.error);
  });
  register(app, listLetterRegisters, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return registered(await makeListLetterRegisters(ports)({ member }), (registers) => ({ registers }));
  });
  register(app, listLetterRegister, async ({ params, query, context }) => {
    const { ports, member } = context.get('staff');
    const year = yearOf(params.year);
    if (year === undefined) return err(problems.notFound);
    const { after, text } = query;
    const input = { member, register: params.register, year, after, text };
    return registered(await makeListLetterRegister(ports)(input), (page) => page);
  });
  register(app, getLetterMonth, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const year = yearOf(params.year);
    const month = monthOf(params.month);
    if (year === undefined || month === undefined) return err(problems.notFound);
    const input = { member, register: params.register, year, month };
    return registered(await makeGetLetterMonth(ports)(input), (rows) => rows);
  });
  register(app, getLetterSettings, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return settled(await makeGetLetterSettings(ports)({ member }));
  });
  register(app, changeLetterSettings, async ({ body, context }) => {
    const { ports, member } = context.get('staff');
    return settled(await makeChangeLetterSettings(ports)({ member, ...body }));
  });
}
