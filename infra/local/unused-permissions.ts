// Prints the permissions that a whole run of the tests never used: `node infra/local/unused-permissions.ts FILE...`, where
// each file or folder is what hosts left behind (`permissions.json` in the data folder, or LAYAN_PERMISSIONS). Fails when one
// of them has no reason in infra/unused-permissions.json, or a reason there has become stale.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { judge } from './permissions/judge.ts';
import { readUsage } from './permissions/usage-file.ts';

const Reasons = z.array(
  z.strictObject({
    role: z.string(),
    statement: z.string(),
    of: z.array(z.string()).optional(),
    on: z.string().optional(),
    because: z.string(),
  }),
);

const paths = process.argv
  .slice(2)
  .flatMap((path) =>
    statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path],
  );
if (paths.length === 0)
  throw new Error('Name the files that hosts left behind: unused-permissions.ts FILE...');
const usage = readUsage(paths);
const reasons = Reasons.parse(
  JSON.parse(readFileSync(new URL('../unused-permissions.json', import.meta.url), 'utf8')),
);
const { unexplained, explained, stale } = judge(usage, reasons);

console.log(
  `${usage.granted.length} permissions, ${usage.granted.length - unexplained.length - explained.length} used, ` +
    `${explained.length} unused for a reason, ${unexplained.length} unused without one.`,
);
for (const { permission, because } of explained) console.log(`  ${permission}\n    ${because}`);
for (const permission of unexplained) console.log(`UNUSED  ${permission}`);
for (const line of stale) console.log(`STALE  ${line}`);
process.exitCode = unexplained.length + stale.length > 0 ? 1 : 0;
