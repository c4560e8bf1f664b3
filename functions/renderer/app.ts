// The renderer as a web application: the doors of every API for staff, and the routes of its contract.

import type { Ports } from '@layan/application/ports/surroundings';
import { makePrintCard } from '@layan/application/product/print-card';
import type { PrintPorts } from '@layan/application/product/print-ports';
import { printCard } from '@layan/contract/print-api';
import { err, ok } from '@layan/domain/kernel/result';
import { printProblem } from '@layan/http/print-problems';
import { register } from '@layan/http/register';
import type { RequestLog } from '@layan/http/request-log';
import { createAdmission, type StaffEnv, type StaffSurroundings } from '@layan/http/staff-admission';
import { behindStaffDoors } from '@layan/http/staff-doors';
import type { Hono } from 'hono';

export type RendererPorts = Ports & PrintPorts;

export interface RendererParts extends StaffSurroundings<RendererPorts> {
  readonly consoleOrigin: string;
  readonly requestLog: RequestLog;
}

const routes = (app: Hono<StaffEnv<RendererPorts>>): void =>
  register(app, printCard, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const printed = await makePrintCard(ports)({ member, productId: params.productId, layout: body.layout });
    return printed.ok ? ok(printed.value) : err(printProblem(printed.error));
  });

export const createRenderer = (parts: RendererParts): Hono<StaffEnv<RendererPorts>> =>
  behindStaffDoors({ ...parts, admit: createAdmission(parts) }, routes);
