// Sources without the descriptions of schemas. Whoever reads a schema wants them, and published documents are made from
// them; a function that runs never shows one, and a cold start would read them all.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TEXT = `'(?:\\\\.|[^'\\\\])*'|"(?:\\\\.|[^"\\\\])*"|\`(?:\\\\.|[^\`\\\\])*\``;
const DESCRIPTION = new RegExp(`,?\\s*\\bz\\.describe\\(\\s*(?:${TEXT})\\s*,?\\s*\\)`, 'g');

/** The source of a module without its `z.describe('…')`; what is left checks the same values. */
export const withoutDescriptions = (source: string): string =>
  source.replace(DESCRIPTION, '').replace(/\(\s*,\s*/g, '(');

const isSource = (name: string): boolean => /\.(ts|tsx|json)$/.test(name) && !/\.test\.tsx?$/.test(name);

/** Copies a package without descriptions into `target`; a file that is the same stays as it is. */
export function copyPlain(folder: string, target: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const from = join(folder, entry.name);
    const to = join(target, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') copyPlain(from, to);
    if (!entry.isFile() || !isSource(entry.name)) continue;
    const source = readFileSync(from, 'utf8');
    writeIfOther(to, entry.name.endsWith('.json') ? source : withoutDescriptions(source));
  }
}

/** Whole or not at all: another build may be reading. */
export function writeIfOther(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) return;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}
