// What a host leaves behind when it stops: the permissions its roles held, and those that were made use of. Kept in the
// data folder, and beside those of other hosts where LAYAN_PERMISSIONS names a folder to gather them in.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

export const Usage = z.object({ granted: z.array(z.string()), used: z.array(z.string()) });
export type Usage = z.infer<typeof Usage>;

export function keepUsage(
  data: string,
  { granted, used }: Usage,
  gathered = process.env.LAYAN_PERMISSIONS,
): void {
  const text = JSON.stringify({ granted: granted.toSorted(), used: used.toSorted() }, undefined, 1);
  writeFileSync(join(data, 'permissions.json'), text);
  if (gathered === undefined) return;
  mkdirSync(gathered, { recursive: true });
  writeFileSync(join(gathered, `${randomUUID()}.json`), text);
}

/** Several hosts of one suite as if they had been one. */
export function readUsage(paths: readonly string[]): Usage {
  const all = paths.map((path) => Usage.parse(JSON.parse(readFileSync(path, 'utf8'))));
  const together = (part: keyof Usage) => [...new Set(all.flatMap((one) => one[part]))].sort();
  return { granted: together('granted'), used: together('used') };
}
