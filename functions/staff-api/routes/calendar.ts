// Which days count, and the days that are closed by local decision.
import { makeAddClosure } from '@layan/application/calendar/add-closure';
import type { CalendarError } from '@layan/application/calendar/errors';
import { makeGetCalendar } from '@layan/application/calendar/get-calendar';
import { makeRemoveClosure } from '@layan/application/calendar/remove-closure';
import { makeAddSpecialHours, makeRemoveSpecialHours } from '@layan/application/calendar/special-hours';
import {
  addClosure,
  addSpecialHours,
  getCalendar,
  removeClosure,
  removeSpecialHours,
} from '@layan/contract/staff/calendar';
import { err, type Result } from '@layan/domain/kernel/result';
import { calendarProblem } from '@layan/http/calendar-problems';
import type { ProblemBody } from '@layan/http/problem';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';

const answer = <T>(result: Result<T, CalendarError>): Result<T, ProblemBody> =>
  result.ok ? result : err(calendarProblem(result.error));

export function calendarRoutes(app: Hono<StaffEnv>): void {
  register(app, getCalendar, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeGetCalendar(ports)({ member }));
  });
  register(app, addClosure, async ({ body, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeAddClosure(ports)({ member, ...body }));
  });
  register(app, addSpecialHours, async ({ body, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeAddSpecialHours(ports)({ member, ...body }));
  });
  register(app, removeSpecialHours, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeRemoveSpecialHours(ports)({ member, from: params.from }));
  });
  register(app, removeClosure, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeRemoveClosure(ports)({ member, date: params.date, ...body }));
  });
}
