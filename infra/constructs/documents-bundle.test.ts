import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundle, bundleInMemory } from './bundle.ts';
import { weighBundle } from './bundle-weight.ts';

it('who checks scans reads certificates and codes with the first signed copy, not at its start', () => {
  const { start, later } = weighBundle(bundleInMemory('documents').metafile);
  expect(start).toBeLessThanOrEqual(500 * 1024);
  const examining = later.find(({ source }) => source === 'packages/examination/examine-upload.ts');
  expect(examining?.bytes).toBeGreaterThan(100 * 1024);
});

it('who checks scans has the decoder of codes beside its code', () => {
  const folder = mkdtempSync(join(tmpdir(), 'layan-bundle-'));
  try {
    bundle('documents', folder);
    const begin = readFileSync(join(folder, 'zxing_reader.wasm')).subarray(0, 4);
    expect(begin).toEqual(Buffer.from('\0asm'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
