// What the local cloud keeps on disk: named collections of small JSON documents, one file each, replaced
// atomically, so that a killed host finds everything as it was. Files are readable by the owner only.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

export interface Collection<T> {
  get(id: string): T | undefined;
  set(id: string, value: T): void;
  delete(id: string): void;
  /** In no particular order. */
  entries(): IterableIterator<[string, T]>;
  values(): IterableIterator<T>;
}

export interface Store {
  /** The data folder. */
  readonly dir: string;
  /** Opens a collection; every document is parsed by the schema when it is read back. */
  collection<T>(name: string, schema: z.ZodType<T>): Collection<T>;
  /** A folder of its own for data that is not JSON. */
  folder(name: string): string;
}

export function openStore(dir: string): Store {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const folder = (name: string) => {
    const path = join(dir, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  return {
    dir,
    folder,
    collection: <T>(name: string, schema: z.ZodType<T>) => openCollection(folder(name), schema),
  };
}

function openCollection<T>(dir: string, schema: z.ZodType<T>): Collection<T> {
  const document = z.object({ id: z.string(), value: schema });
  const entries = new Map<string, T>();
  for (const name of readdirSync(dir)) {
    if (name.endsWith('.tmp')) rmSync(join(dir, name));
    if (!name.endsWith('.json')) continue;
    const { id, value } = document.parse(JSON.parse(readFileSync(join(dir, name), 'utf8')));
    entries.set(id, value);
  }
  const pathOf = (id: string) =>
    join(dir, `${createHash('sha256').update(id).digest('hex').slice(0, 40)}.json`);
  return {
    get: (id) => entries.get(id),
    set: (id, value) => {
      const path = pathOf(id);
      writeFileSync(`${path}.tmp`, JSON.stringify({ id, value }), { mode: 0o600 });
      renameSync(`${path}.tmp`, path);
      entries.set(id, value);
    },
    delete: (id) => {
      if (entries.delete(id)) rmSync(pathOf(id), { force: true });
    },
    entries: () => entries.entries(),
    values: () => entries.values(),
  };
}
