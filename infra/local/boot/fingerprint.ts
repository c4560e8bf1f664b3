// A hash over what goes into a build, so that a second start need not build again.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const skipped = /(^node_modules|^dist|^cdk\.out|^\.local|\.tsbuildinfo|\.test\.tsx?)$/;

export function fingerprint(paths: readonly string[], more: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(more));
  for (const path of paths) add(hash, path);
  return hash.digest('hex');
}

function add(hash: ReturnType<typeof createHash>, path: string): void {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
    return;
  }
  for (const name of readdirSync(path).sort()) if (!skipped.test(name)) add(hash, join(path, name));
}
