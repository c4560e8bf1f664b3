// Prints what is in each function's bundle (P2): what a cold start reads, largest part first, and below it what later
// imports add and which module they begin with: `node test/bench/bundle-report.ts [function]`.
import { bundleInMemory } from '@layan/infra/constructs/bundle';
import { weighBundle } from '@layan/infra/constructs/bundle-weight';
import { FUNCTIONS } from '@layan/infra/constructs/names';

const SHOWN = 12;
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1).padStart(7)} KB`;
const wanted = process.argv[2];

for (const name of FUNCTIONS.filter((each) => wanted === undefined || each === wanted)) {
  const { metafile } = bundleInMemory(name);
  const { start, startFiles, later } = weighBundle(metafile);
  console.log(`\n${kilobytes(start)}  ${name}, read at its start`);

  const parts = new Map<string, number>();
  for (const file of startFiles) {
    for (const [path, { bytesInOutput }] of Object.entries(metafile.outputs[file]?.inputs ?? {})) {
      const part = partOf(path);
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    }
  }
  const largest = [...parts].sort(([, a], [, b]) => b - a);
  for (const [part, bytes] of largest.slice(0, SHOWN)) console.log(`${kilobytes(bytes)}    ${part}`);
  const rest = largest.slice(SHOWN).reduce((sum, [, bytes]) => sum + bytes, 0);
  if (rest > 0) console.log(`${kilobytes(rest)}    everything else`);

  if (later.length > 0) console.log('             later, by the import that brings it');
  for (const { source, bytes } of later) {
    console.log(
      `${kilobytes(bytes)}    ${source.replace(/.*node_modules\//, '')} (${kilobytes(start + bytes).trim()} in all)`,
    );
  }
}

/** The package a file belongs to: of ours by its folder, of others by its name. */
function partOf(path: string): string {
  const installed = path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1];
  return installed ?? path.split('/').slice(0, 2).join('/');
}
