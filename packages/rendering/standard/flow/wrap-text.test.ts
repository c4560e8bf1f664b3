import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth, wrapText } from './wrap-text.ts';

describe('wrapped text', () => {
  it('breaks between words', () => {
    expect(wrapText('Periksa kelengkapan berkas', 11, 110)).toEqual(['Periksa', 'kelengkapan', 'berkas']);
    expect(wrapText('Periksa kelengkapan berkas', 11, 400)).toEqual(['Periksa kelengkapan berkas']);
  });

  it('cuts a word that is wider than the line, and keeps together what must not part', () => {
    expect(wrapText('mempertanggungjawabkan', 11, 60).length).toBeGreaterThan(1);
    expect(wrapText('Terima berkas →\u00a012', 11, 60).at(-1)).toBe('→\u00a012');
  });

  it('never makes a line wider than allowed, nor loses a letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 30, max: 300 }),
        (text, width) => {
          const lines = wrapText(text, 11, width);
          for (const line of lines) {
            if ([...line].length > 1) expect(textWidth(line, 11)).toBeLessThanOrEqual(width);
          }
          const letters = (some: string): string => some.replace(/[ \t\r\n]/g, '');
          expect(letters(lines.join(''))).toBe(letters(text));
        },
      ),
    );
  });
});
