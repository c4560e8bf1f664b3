// The key by which people are found.
import { makeGetIndexKey, makeRenewIndexKey } from '@layan/application/keys/renew-index-key';
import { getIndexKey, renewIndexKey } from '@layan/contract/staff/keys';
import { err } from '@layan/domain/kernel/result';
import { register } from '@layan/http/register';
import { staffProblem } from '@layan/http/staff-problems';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';

export function keyRoutes(app: Hono<StaffEnv>): void {
  register(app, getIndexKey, async ({ context }) => {
    const { ports, member } = context.get('staff');
    const found = await makeGetIndexKey(ports)({ member });
    return found.ok ? found : err(staffProblem(found.error));
  });
  register(app, renewIndexKey, async ({ context }) => {
    const { ports, member } = context.get('staff');
    if (ports.space === 'practice') return err((await import('@layan/http/practice-problems')).notInPractice);
    const asked = await makeRenewIndexKey(ports)({ member });
    return asked.ok ? asked : err(staffProblem(asked.error));
  });
}
