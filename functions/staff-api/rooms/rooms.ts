// The staff API in rooms. The first request to a room loads its code: whoever takes the next claim from the inbox does
// not wait for the code that imports a register (decision 0009).
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';

type Routes = (app: Hono<StaffEnv>) => void;

const load = {
  desk: () => import('./desk.ts'),
  assignment: () => import('./assignment.ts'),
  audit: () => import('./audit.ts'),
  batches: () => import('./batches.ts'),
  books: () => import('./books.ts'),
  breaches: () => import('./breaches.ts'),
  calendar: () => import('./calendar.ts'),
  case: () => import('./case.ts'),
  cards: () => import('./cards.ts'),
  counter: () => import('./counter.ts'),
  counterSending: () => import('./counter-sending.ts'),
  keys: () => import('./keys.ts'),
  leaving: () => import('./leaving.ts'),
  letters: () => import('./letters.ts'),
  looks: () => import('./looks.ts'),
  management: () => import('./management.ts'),
  session: () => import('./session.ts'),
  'old-register': () => import('./old-register.ts'),
  practice: () => import('./practice.ts'),
  privacy: () => import('./privacy.ts'),
  rights: () => import('./rights.ts'),
  standards: () => import('./standards.ts'),
  steps: () => import('./steps.ts'),
} as const satisfies Record<string, () => Promise<{ readonly routes: Routes }>>;

export type Room = keyof typeof load;

/** The first that fits; everything else is done at the desk. */
const doors: readonly (readonly [RegExp, Room])[] = [
  [/^\/staff\/counter\/intakes\/[^/]+\/file$/, 'counterSending'],
  [/^\/staff\/(counter(\/|$)|cases\/[^/]+\/slip$)/, 'counter'],
  [/^\/staff\/cases\/[^/]+\/tasks\/[^/]+\/assign(ees)?$/, 'assignment'],
  [/^\/staff\/audit\//, 'audit'],
  [/^\/staff\/batches(\/|$)/, 'batches'],
  [/^\/staff\/books(\/|$)/, 'books'],
  [/^\/staff\/calendar(\/|$)/, 'calendar'],
  [/^\/staff\/export(\/|$)/, 'leaving'],
  [/^\/staff\/keys\//, 'keys'],
  [/^\/staff\/(cards|registers)(\/|$)/, 'cards'],
  [/^\/staff\/imports(\/|$)/, 'old-register'],
  [
    /^\/staff\/(letter-registers(\/|$)|letter-settings$|cases\/[^/]+\/letters\/[^/]+\/(open|uploads$|signator))/,
    'letters',
  ],
  [/^\/staff\/me\/sign-out$/, 'session'],
  [/^\/staff\/(members(\/|$)|me\/away$)/, 'management'],
  [/^\/staff\/(standards|library)(\/|$)/, 'standards'],
  [/^\/staff\/practice(\/|$)/, 'practice'],
  [/^\/staff\/privacy\/requests\/[^/]+\/answer$/, 'rights'],
  [/^\/staff\/privacy\/breaches(\/|$)/, 'breaches'],
  [/^\/staff\/privacy(\/|$)/, 'privacy'],
  [
    /^\/staff\/(places$|cases\/[^/]+\/(steps\/[^/]+\/uploads|forms\/[^/]+\/read|resume|(products|suspensions|promises)\/.+)$)/,
    'steps',
  ],
  [/^\/staff\/cases\/[^/]+\/(documents|facts)\//, 'looks'],
  [/^\/staff\/cases\//, 'case'],
];

export const roomOf = (path: string): Room => doors.find(([pattern]) => pattern.test(path))?.[1] ?? 'desk';

export const routesOf = async (room: Room): Promise<Routes> => (await load[room]()).routes;
