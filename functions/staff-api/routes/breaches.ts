// Failures to protect personal data: what is known, whom they concern, and whether everybody was told in time.
import {
  type BreachView,
  makeListBreaches,
  makeMarkBreach,
  makeRecordBreach,
} from '@layan/application/privacy/breaches';
import type { PrivacyError } from '@layan/application/privacy/errors';
import { listBreaches, markBreach, recordBreach } from '@layan/contract/staff/privacy';
import { ok, type Result } from '@layan/domain/kernel/result';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { privacyAnswer as answer } from './privacy-answer.ts';

export function breachRoutes(app: Hono<StaffEnv>): void {
  const breaches = (result: Result<readonly BreachView[], PrivacyError>) =>
    answer(result.ok ? ok({ breaches: result.value }) : result);
  register(app, listBreaches, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return breaches(await makeListBreaches(ports)({ member }));
  });
  register(app, recordBreach, async ({ body, context }) => {
    const { ports, member } = context.get('staff');
    return breaches(await makeRecordBreach(ports)({ member, ...body }));
  });
  register(app, markBreach, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    return breaches(await makeMarkBreach(ports)({ member, breach: params.breachId, ...body }));
  });
}
