// Opening, emptying and closing the practice space.
import { makeClosePractice } from '@layan/application/practice/close-practice';
import type { PracticeError } from '@layan/application/practice/errors';
import { makeGetPractice } from '@layan/application/practice/get-practice';
import { makeOpenPractice } from '@layan/application/practice/open-practice';
import { closePractice, getPractice, openPractice } from '@layan/contract/staff/practice';
import { err, type Result } from '@layan/domain/kernel/result';
import { practiceProblem } from '@layan/http/practice-problems';
import type { ProblemBody } from '@layan/http/problem';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';

const answer = <T>(result: Result<T, PracticeError>): Result<T, ProblemBody> =>
  result.ok ? result : err(practiceProblem(result.error));

export function practiceRoutes(app: Hono<StaffEnv>): void {
  register(app, getPractice, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeGetPractice(ports)({ member }));
  });
  register(app, openPractice, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeOpenPractice(ports)({ member }));
  });
  register(app, closePractice, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeClosePractice(ports)({ member }));
  });
}
