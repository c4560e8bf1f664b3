/// <reference lib="dom" />
// What a phone keeps to check cards without a network: the page, its parts, the keys and the status lists. Everything
// is the same for everybody; nothing about a card that was looked at is kept.

export const CACHE = 'periksa';

/** Paths of the pages that are checked on and kept. */
export const KEYS_PATH = '/.well-known/jwks.json';
export const INDEX_PATH = '/periksa/daftar.json';
export const SHELL_PATH = '/periksa/luring';
export const WORKER_PATH = '/periksa/pekerja.js';

interface Index {
  /** Stylesheet, scripts and crest that the kept page needs. */
  readonly parts: readonly string[];
  readonly lists: readonly string[];
}

const isIndex = (value: unknown): value is Index =>
  typeof value === 'object' && value !== null && 'parts' in value && 'lists' in value;

/** Fetches a path and keeps it; what the server does not have leaves what was kept before. */
const keep = async (cache: Cache, path: string): Promise<boolean> => {
  const answer = await fetch(path);
  if (!answer.ok) return false;
  await cache.put(path, answer);
  return true;
};

/** The keys, first of all: they alone are needed to tell a forged code. */
export const refreshKeys = async (): Promise<boolean> => {
  try {
    return await keep(await caches.open(CACHE), KEYS_PATH);
  } catch {
    return false;
  }
};

/** Everything else; false when this phone is not ready to check without a network. */
export const refreshRest = async (): Promise<boolean> => {
  try {
    const cache = await caches.open(CACHE);
    const index: unknown = await (await fetch(INDEX_PATH)).json();
    if (!isIndex(index)) return false;
    const parts = await Promise.all(index.parts.map((path) => keep(cache, path)));
    // The page comes after its parts: a phone that loses its signal in between keeps the page it had.
    const shell = parts.every(Boolean) && (await keep(cache, SHELL_PATH));
    await Promise.all(index.lists.map((path) => keep(cache, path)));
    const wanted = new Set([KEYS_PATH, SHELL_PATH, ...index.parts]);
    for (const { url } of shell ? await cache.keys() : []) {
      const { pathname } = new URL(url);
      if (!wanted.has(pathname) && !pathname.startsWith('/status/')) await cache.delete(url);
    }
    return shell;
  } catch {
    return false;
  }
};

export const keptText = async (path: string): Promise<string | undefined> => {
  try {
    return await (await (await caches.open(CACHE)).match(path))?.text();
  } catch {
    return undefined;
  }
};
