import type { Metafile } from 'esbuild';
import { expect, it } from 'vitest';
import { weighBundle } from './bundle-weight.ts';

type Output = Metafile['outputs'][string];

const output = (bytes: number, imports: Output['imports'], entryPoint?: string): Output => ({
  bytes,
  imports,
  exports: [],
  inputs: {},
  ...(entryPoint === undefined ? {} : { entryPoint }),
});
const now = (path: string): Output['imports'][number] => ({ path, kind: 'import-statement' });
const later = (path: string): Output['imports'][number] => ({ path, kind: 'dynamic-import' });

it('counts at the start what is imported without being asked for, once, and apart what each later import adds', () => {
  const weight = weighBundle({
    inputs: {},
    outputs: {
      'index.mjs': output(100, [now('shared.mjs'), later('rare.mjs')], 'handler.ts'),
      'shared.mjs': output(10, [now('deep.mjs'), { ...now('node:fs'), external: true }]),
      'deep.mjs': output(1, [now('shared.mjs')]),
      'rare.mjs': output(1000, [now('shared.mjs'), now('own.mjs')], 'rare.ts'),
      'own.mjs': output(2000, []),
    },
  });
  expect(weight.start).toBe(111);
  expect([...weight.startFiles].sort()).toEqual(['deep.mjs', 'index.mjs', 'shared.mjs']);
  expect(weight.later).toEqual([{ source: 'rare.ts', bytes: 3000 }]);
});

it('refuses a bundle without an entry', () => {
  expect(() => weighBundle({ inputs: {}, outputs: {} })).toThrow('entry');
});
