// A place for a host of a test's own: free ports and a data folder, with what the shared host has built already, or with all it
// held when it had been seeded. Built or seeded anew for each, the same would cost a minute of every run.
import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemblyOf } from '@layan/infra/local/boot/build';
import { prepareData } from '@layan/infra/local/boot/data';
import { freeBasePort } from '@layan/infra/local/boot/ports';
import { inject } from 'vitest';

interface Place {
  readonly port: number;
  readonly data: string;
}

/** Nobody has used it: no tenant is there. */
export async function ownPlace(name: string): Promise<Place> {
  const data = await mkdtemp(join(tmpdir(), `layan-${name}-`));
  // Marked as a host that has ended leaves it: it would start in no folder that is not its own.
  prepareData(data, false)();
  for (const built of ['console', 'console.built', 'assembly'])
    await cp(join(inject('data'), built), join(data, built), { recursive: true });
  return moved(data);
}

/** As a newcomer finds it: the four local governments are there, and nothing was filed. */
export async function seededPlace(name: string): Promise<Place> {
  const data = await mkdtemp(join(tmpdir(), `layan-${name}-`));
  await cp(inject('seeded'), data, { recursive: true });
  return moved(data);
}

/** Nothing of an assembly knows its ports but the templates, by the addresses in them: the host's own and those beside it. */
async function moved(data: string): Promise<Place> {
  const port = await freeBasePort();
  const ports = new Map([0, 1, 2].map((beside) => [String(inject('port') + beside), String(port + beside)]));
  for (const file of await readdir(join(data, 'assembly'))) {
    if (!file.endsWith('.json')) continue;
    const path = join(data, 'assembly', file);
    const text = await readFile(path, 'utf8');
    const placed = text.replace(/\b(localhost|127\.0\.0\.1):(\d+)/g, (address, host, old) => {
      const own = ports.get(old);
      return own === undefined ? address : `${host}:${own}`;
    });
    await writeFile(path, placed);
  }
  await writeFile(join(data, 'assembly.built'), assemblyOf(port));
  return { port, data };
}
