// Copies what a host holds while it runs and has nothing to do, for others to start from.
import { cp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quiet } from './errands.ts';

const TRIES = 20;

/** Tables are written when something is done, and what is done every minute begins when it likes: then it is copied again. */
export async function keepSeeded(port: number, data: string, kept: string): Promise<void> {
  const written = async (): Promise<string> => {
    const tables = join(data, 'dynamodb');
    const files = (await readdir(tables)).sort();
    const at = await Promise.all(files.map(async (file) => (await stat(join(tables, file))).mtimeMs));
    return JSON.stringify([files, at]);
  };
  const copied = async (): Promise<boolean> => {
    await quiet(port);
    const before = await written();
    await rm(kept, { recursive: true, force: true });
    await cp(data, kept, { recursive: true });
    return (await written()) === before;
  };
  for (let tries = 1; ; tries += 1) {
    // What is deleted while it is copied is as good as written.
    if (await copied().catch(() => false)) break;
    if (tries === TRIES) throw new Error('The host was never quiet for as long as a copy takes.');
  }
  // As a host that has ended leaves it.
  await writeFile(join(kept, 'layan-data'), '0');
}
