import { contrastOnWhite } from '@layan/domain/tenant/contrast';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INK, NOTE, NOTE_INK, QUIET, readableAccent, WORTHLESS } from './inks.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('leaves an accent on which white text is read', () => {
  expect(readableAccent('#0b5c4a')).toBe('#0b5c4a');
});

test('darkens any other until white text is read on it', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const ink = readableAccent(accent);
      expect(ink).toMatch(/^#[0-9a-f]{6}$/);
      expect(contrastOnWhite(ink)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('prints all other text with enough contrast, also on the amber of a provisional card', () => {
  for (const ink of [INK, QUIET, WORTHLESS]) expect(contrastOnWhite(ink)).toBeGreaterThanOrEqual(4.5);
  expect(contrastOnWhite(NOTE_INK) / contrastOnWhite(NOTE)).toBeGreaterThanOrEqual(7);
});
