// Who asks, with which roles.
import { makeWhoAmI } from '@layan/application/staff/who-am-i';
import { whoAmI } from '@layan/contract/staff/members';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answer } from './answer.ts';

export function meRoutes(app: Hono<StaffEnv>): void {
  register(app, whoAmI, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeWhoAmI(ports)({ member }));
  });
}
