import { describe, expect, it } from 'vitest';
import { isPlainLine, mostWords, ownWords, plainText, visibleLength } from './visible-text.ts';

describe('text as people see it', () => {
  it('keeps letters, lines and what joins letters', () => {
    expect(plainText('Warga Uji\nSatu 👩\u200D🌾')).toBe('Warga Uji\nSatu 👩\u200D🌾');
  });

  it('loses what turns letters around, and controls become blanks', () => {
    expect(plainText('a\u202Eb\u2066c\u0007d\u0085e\u2028f')).toBe('abc d e f');
  });

  it('has each letter in its one form, and no heap of marks on it', () => {
    expect(plainText('Nur\u0065\u0301')).toBe('Nur\u00e9');
    expect(plainText(`Uji${'\u0334'.repeat(500)}`)).toHaveLength(7);
    expect(plainText('\ud800Uji')).toBe('\ufffdUji');
  });

  it('is a page at most of what people say in their own words, and never half a letter', () => {
    expect(ownWords(' Batal\u202E\u0000\r\nsaja. \u001b[31m ')).toBe('Batal \nsaja.  [31m');
    expect(ownWords('x'.repeat(90_000))).toHaveLength(mostWords);
    expect(ownWords(`x${'😀'.repeat(90_000)}`)).toBe(`x${'😀'.repeat(mostWords - 1)}`);
    expect(ownWords(' \u202E\n')).toBe('');
  });

  it.each([
    ['blanks', ' \t\n'],
    ['signs without width', '\u200B\u2060\uFEFF\u00AD'],
    ['fillers that count as letters', '\u3164\u115F\u2800'],
  ])('counts %s as nothing', (_, text) => {
    expect(visibleLength(text)).toBe(0);
  });

  it('counts letters as people count', () => {
    expect(visibleLength('a b\u200B😀')).toBe(3);
  });
});

describe('a name on one line', () => {
  it.each(['Warga Uji', 'Siti Nur’aini, S.Sos', '王'])('may be %s', (name) => {
    expect(isPlainLine(name)).toBe(true);
  });

  it.each([
    ['is blank', '   '],
    ['cannot be seen', '\u200B\u200B'],
    ['has two lines', 'Warga\nUji'],
    ['brings a header along', 'Warga\r\nBcc: x'],
    ['is heaped with marks', `Uji${'\u0334'.repeat(50)}`],
    ['holds half a character', 'Uji\ud800'],
    ['turns its letters around', 'Warga\u202EijU'],
  ])('may not be one that %s', (_, name) => {
    expect(isPlainLine(name)).toBe(false);
  });
});
