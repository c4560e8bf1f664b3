import { expect, it } from 'vitest';
import { bundleInMemory } from './bundle.ts';
import { weighBundle } from './bundle-weight.ts';

it('the renderer reads fonts and the PDF library with the first print, not at its start', () => {
  const { start, startFiles, later } = weighBundle(bundleInMemory('renderer').metafile);
  expect(start).toBeLessThanOrEqual(400 * 1024);
  const drawing = later.find(({ source }) => source === 'packages/rendering/render-card.ts');
  expect(drawing?.bytes).toBeGreaterThan(300 * 1024);
  expect(startFiles.size).toBeGreaterThan(0);
});
