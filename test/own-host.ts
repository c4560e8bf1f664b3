// A place for a host of a test's own: free ports and an empty data folder, with what the shared host has built already. Built
// anew for each, the same stacks would cost a minute of every run.
import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemblyOf } from '@layan/infra/local/boot/build';
import { prepareData } from '@layan/infra/local/boot/data';
import { freeBasePort } from '@layan/infra/local/boot/ports';
import { inject } from 'vitest';

export async function ownPlace(name: string): Promise<{ readonly port: number; readonly data: string }> {
  const data = await mkdtemp(join(tmpdir(), `layan-${name}-`));
  const port = await freeBasePort();
  // Marked as a host that has ended leaves it: it would start in no folder that is not its own.
  prepareData(data, false)();
  const [shared, sharedPort] = [inject('data'), inject('port')];
  for (const built of ['console', 'console.built', 'assembly'])
    await cp(join(shared, built), join(data, built), { recursive: true });
  // Nothing of an assembly knows its ports but the templates, by the addresses in them: the host's own and those beside it.
  const moved = new Map([0, 1, 2].map((beside) => [String(sharedPort + beside), String(port + beside)]));
  for (const file of await readdir(join(data, 'assembly'))) {
    if (!file.endsWith('.json')) continue;
    const path = join(data, 'assembly', file);
    const text = await readFile(path, 'utf8');
    const placed = text.replace(/\b(localhost|127\.0\.0\.1):(\d+)/g, (address, host, old) => {
      const own = moved.get(old);
      return own === undefined ? address : `${host}:${own}`;
    });
    await writeFile(path, placed);
  }
  await writeFile(join(data, 'assembly.built'), assemblyOf(port));
  return { port, data };
}
