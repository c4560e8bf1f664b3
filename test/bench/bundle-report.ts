// Prints what is in each function's bundle, largest part first (P2): `node test/bench/bundle-report.ts [function]`.
import { bundleInMemory } from '@layan/infra/constructs/bundle';
import { FUNCTIONS } from '@layan/infra/constructs/names';

const SHOWN = 12;
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1).padStart(7)} KB`;
const wanted = process.argv[2];

for (const name of FUNCTIONS.filter((each) => wanted === undefined || each === wanted)) {
  const { metafile, outputFiles } = bundleInMemory(name);
  console.log(`\n${kilobytes(outputFiles[0]?.contents.length ?? 0)}  ${name}`);

  const parts = new Map<string, number>();
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const part = partOf(path);
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    }
  }
  const largest = [...parts].sort(([, a], [, b]) => b - a);
  for (const [part, bytes] of largest.slice(0, SHOWN)) console.log(`${kilobytes(bytes)}    ${part}`);
  const rest = largest.slice(SHOWN).reduce((sum, [, bytes]) => sum + bytes, 0);
  if (rest > 0) console.log(`${kilobytes(rest)}    everything else`);
}

/** The package a file belongs to: of ours by its folder, of others by its name. */
function partOf(path: string): string {
  const installed = path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1];
  return installed ?? path.split('/').slice(0, 2).join('/');
}
