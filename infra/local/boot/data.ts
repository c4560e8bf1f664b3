// The data folder: one host at a time, and nothing deleted that is not ours.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './java.ts';

const marker = 'layan-data';

/** Returns what to call when the host has ended. Throws a SetupError when another host uses the folder. */
export function prepareData(folder: string, fresh: boolean): () => void {
  const mark = join(folder, marker);
  const occupied = existsSync(folder) && readdirSync(folder).length > 0;
  if (occupied && !existsSync(mark))
    throw new SetupError(`${folder} holds files of something else. Choose another folder with --data.`);
  const owner = existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : 0;
  if (owner > 0 && owner !== process.pid && isAlive(owner))
    throw new SetupError(
      `Layan already runs with ${folder} (process ${owner}). Stop it first, or choose another folder with --data.`,
    );
  // What was built is not data: it is checked against its sources at every start.
  if (fresh && occupied)
    for (const name of readdirSync(folder))
      if (!builds.test(name)) rmSync(join(folder, name), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(mark, String(process.pid));
  return () => writeFileSync(mark, '0');
}

const builds = /^(assembly|console)(\.built)?$/;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
