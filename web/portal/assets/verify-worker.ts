/// <reference lib="dom" />
// Service worker of the pages that check cards: online it stands aside, offline it hands out the page that was kept.
// What comes after the # of an address is never looked at here, and never sent.
import { CACHE, SHELL_PATH } from './kept.ts';

interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}
declare const self: WorkerScope;

/** A network that does not answer within this is none. */
const PATIENCE_MS = 6000;

const kept = async (path: string): Promise<Response | undefined> => (await caches.open(CACHE)).match(path);

const tooSlow = (): Promise<never> =>
  new Promise((_, give) => setTimeout(() => give(new Error('no answer')), PATIENCE_MS));

/** The page from the network, or the one that was kept; without one, whatever the network says. */
const page = async (request: Request): Promise<Response> => {
  const answer = fetch(request);
  const shell = await kept(SHELL_PATH);
  if (!shell) return answer;
  try {
    return await Promise.race([answer, tooSlow()]);
  } catch {
    return shell;
  }
};

const part = async (request: Request, path: string): Promise<Response> =>
  (await kept(path)) ?? fetch(request);

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const { pathname } = new URL(request.url);
  if (request.mode === 'navigate') event.respondWith(page(request));
  // Their names change with their content, so what was kept is never out of date.
  else if (pathname.startsWith('/aset/') || pathname.startsWith('/periksa/kartu-'))
    event.respondWith(part(request, pathname));
});
