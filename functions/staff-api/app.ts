// The staff API as a web application: admission first, then the routes of the room.
import type { RequestLog } from '@layan/http/request-log';
import {
  type Admit,
  createAdmission,
  type StaffEnv,
  type StaffSurroundings,
} from '@layan/http/staff-admission';
import { behindStaffDoors, type PracticeDoor } from '@layan/http/staff-doors';
import { Hono } from 'hono/tiny';
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
const createRoom = async (parts: StaffApiParts, admit: Admit, room: Room): Promise<Hono<StaffEnv>> =>
  behindStaffDoors({ ...parts, admit, practice: practiceOf[room] ?? 'enter' }, await routesOf(room));

/** Standards, staff and the calendar are real; the practice space itself is looked after from outside. */
const practiceOf: { readonly [R in Room]?: PracticeDoor } = {
  audit: 'refuse',
  calendar: 'refuse',
  leaving: 'refuse',
  management: 'refuse',
  practice: 'ignore',
  session: 'ignore',
  privacy: 'refuse',
  standards: 'refuse',
};
