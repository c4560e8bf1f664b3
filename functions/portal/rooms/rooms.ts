// The portal's pages in twelve rooms. The first request for a page of a room loads its code: whoever reads about a service
// does not wait for the code that decides about cases (decision 0009).
import type { Hono } from 'hono';
import type { PortalEnv } from '../env.ts';
import { paths } from '../present/filing-way.ts';
import { paths as verifying } from '../present/verify-paths.ts';

type Pages = (app: Hono<PortalEnv>) => void;

const load = {
  services: () => import('./services.ts'),
  filing: () => import('./filing.ts'),
  sending: () => import('./sending.ts'),
  receipt: () => import('./receipt.ts'),
  ownCase: () => import('./own-case.ts'),
  completion: () => import('./completion.ts'),
  completionScans: () => import('./completion-scans.ts'),
  withdrawal: () => import('./withdrawal.ts'),
  objection: () => import('./objection.ts'),
  officialDocument: () => import('./official-document.ts'),
  rights: () => import('./rights.ts'),
  verify: () => import('./verify.ts'),
} as const satisfies Record<string, () => Promise<{ readonly pages: Pages }>>;

export type Room = keyof typeof load;

const isUnder = (path: string, parent: string): boolean => path === parent || path.startsWith(`${parent}/`);

const sending: ReadonlySet<string> = new Set([paths.check, paths.send]);
const receipt: ReadonlySet<string> = new Set([paths.receipt, paths.leave, paths.open]);

export const roomOf = (path: string): Room => {
  if (sending.has(path)) return 'sending';
  if (receipt.has(path)) return 'receipt';
  if (/^\/layanan\/[^/]+\/(dokumen|rancangan)$/.test(path)) return 'officialDocument';
  if (isUnder(path, paths.rights) || /^\/layanan\/[^/]+\/data-pribadi(\/|$)/.test(path)) return 'rights';
  if (isUnder(path, paths.filing) || /^\/layanan\/[^/]+\/ajukan$/.test(path)) return 'filing';
  if (path === paths.completion) return 'completion';
  if (isUnder(path, paths.completion)) return 'completionScans';
  if (isUnder(path, paths.objection)) return 'objection';
  if (isUnder(path, paths.withdraw)) return 'withdrawal';
  if (isUnder(path, paths.ownCase) || isUnder(path, paths.track)) return 'ownCase';
  const { verify, start, keys, status } = verifying;
  if ([verify, start, keys, status].some((parent) => isUnder(path, parent))) return 'verify';
  return 'services';
};

export const pagesOf = async (room: Room): Promise<Pages> => (await load[room]()).pages;
