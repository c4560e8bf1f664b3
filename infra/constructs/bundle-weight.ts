// What a cold start reads of a bundle: its entry and all that is imported without being asked for, and what each
// later import adds to that.
import type { Metafile } from 'esbuild';

export interface LaterPart {
  /** Source file whose first import brings the part. */
  readonly source: string;
  /** Bytes it reads that the start has not read. */
  readonly bytes: number;
}

export interface BundleWeight {
  readonly start: number;
  readonly later: readonly LaterPart[];
  /** Outputs read at the start. */
  readonly startFiles: ReadonlySet<string>;
}

export function weighBundle({ outputs }: Metafile): BundleWeight {
  const closure = (root: string, without: ReadonlySet<string>): ReadonlySet<string> => {
    const found = new Set<string>();
    const visit = (path: string): void => {
      if (found.has(path) || without.has(path)) return;
      found.add(path);
      for (const { path: next, kind, external } of outputs[path]?.imports ?? []) {
        if (kind !== 'dynamic-import' && !external) visit(next);
      }
    };
    visit(root);
    return found;
  };
  const bytesOf = (files: ReadonlySet<string>) =>
    [...files].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);

  const entries = Object.entries(outputs).flatMap(([path, { entryPoint }]) =>
    entryPoint === undefined ? [] : [{ path, source: entryPoint }],
  );
  const entry = entries.find(({ path }) => path.endsWith('index.mjs'));
  if (!entry) throw new Error('The bundle has no entry.');
  const startFiles = closure(entry.path, new Set());
  return {
    start: bytesOf(startFiles),
    startFiles,
    later: entries
      .filter(({ path }) => !startFiles.has(path))
      .map(({ path, source }) => ({ source, bytes: bytesOf(closure(path, startFiles)) }))
      .sort((a, b) => b.bytes - a.bytes),
  };
}
