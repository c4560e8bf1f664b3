// Signing out.
import { makeSignOut } from '@layan/application/staff/sign-out';
import { signOut } from '@layan/contract/staff/members';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answer } from './answer.ts';

export function sessionRoutes(app: Hono<StaffEnv>): void {
  register(app, signOut, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeSignOut(ports)({ member }));
  });
}
