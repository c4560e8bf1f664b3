// The data of a government that leaves, fetched by its own manager.
import { makeFetchExport } from '@layan/application/tenant/fetch-export';
import { makeListExport } from '@layan/application/tenant/list-export';
import { fetchExport, listExport } from '@layan/contract/staff/export';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answer } from './answer.ts';

export function leavingRoutes(app: Hono<StaffEnv>): void {
  register(app, listExport, async ({ query, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeListExport(ports)({ member, after: query.after }));
  });
  register(app, fetchExport, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeFetchExport(ports)({ member, name: params.name }));
  });
}
