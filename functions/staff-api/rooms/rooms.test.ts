import { staffApi } from '@layan/contract/staff-api';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { StaffEnv } from '../context.ts';
import { roomOf, routesOf } from './rooms.ts';

test.each(Object.entries(staffApi))(
  '%s is asked for in the room that answers it',
  async (_name, operation) => {
    const { method, path } = operation;
    const app = new Hono<StaffEnv>();
    (await routesOf(roomOf(path.replace(/:\w+/g, 'x'))))(app);
    const answered = app.routes.map((route) => `${route.method} ${route.path}`);
    expect(answered).toContain(`${method} ${path}`);
  },
);
