// The staff API as a web application: admission first, then the routes of the room.
import { apiHeaders } from '@layan/http/api-headers';
import { problemResponse, problems } from '@layan/http/problem';
import type { RequestLog } from '@layan/http/request-log';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { createAdmission, type StaffEnv, type StaffSurroundings } from './context.ts';
import { type Room, roomOf, routesOf } from './rooms/rooms.ts';

export interface StaffApiParts extends StaffSurroundings {
  readonly consoleOrigin: string;
  readonly requestLog: RequestLog;
}

export function createStaffApi(parts: StaffApiParts): Hono<StaffEnv> {
  const admit = createAdmission(parts);
  const rooms = new Map<Room, Promise<Hono<StaffEnv>>>();
  const open = (room: Room) => {
    const opened = rooms.get(room) ?? createRoom(parts, admit, room);
    rooms.set(room, opened);
    return opened;
  };
  const app = new Hono<StaffEnv>();
  app.all('*', async (c) => (await open(roomOf(c.req.path))).fetch(c.req.raw, c.env));
  return app;
}

/** Every room has the same doors. */
async function createRoom(
  parts: StaffApiParts,
  admit: ReturnType<typeof createAdmission>,
  room: Room,
): Promise<Hono<StaffEnv>> {
  const routes = await routesOf(room);
  const app = new Hono<StaffEnv>();
  app.use(parts.requestLog.middleware());
  app.use(apiHeaders());
  app.use(
    cors({
      origin: parts.consoleOrigin,
      allowMethods: ['GET', 'POST', 'PUT'],
      allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
      maxAge: 7200,
    }),
  );
  app.use(async (context, next) => {
    const admitted = await admit(context.req.header('authorization'));
    if (!admitted.ok) return problemResponse(admitted.error, context.get('reference'));
    context.set('staff', admitted.value);
    context.set('tenant', { id: admitted.value.tenant });
    return next();
  });
  routes(app);
  app.notFound((context) => problemResponse(problems.notFound, context.get('reference')));
  app.onError((error, context) => {
    parts.requestLog.broken(context, error);
    return problemResponse(problems.broken, context.get('reference'));
  });
  return app;
}
