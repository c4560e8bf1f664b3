import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFits, letterFormats, letterSpecials, parseTemplateText } from './template-text.ts';

const faultOf = (text: string) => {
  const parsed = parseTemplateText(text);
  return parsed.ok ? undefined : [parsed.error.code, parsed.error.at, parsed.error.found];
};

describe('the text of a template', () => {
  test('is words, facts with and without a format, and specials, in their order', () => {
    expect(parseTemplateText('Atas nama {name|upper}, {members|words} orang, nomor {@number}.')).toEqual({
      ok: true,
      value: [
        { kind: 'text', text: 'Atas nama ' },
        { kind: 'fact', fact: 'name', format: 'upper' },
        { kind: 'text', text: ', ' },
        { kind: 'fact', fact: 'members', format: 'words' },
        { kind: 'text', text: ' orang, nomor ' },
        { kind: 'special', special: 'number' },
        { kind: 'text', text: '.' },
      ],
    });
  });

  test.each([
    ['Nama {name', ['brace-open', 5, '{name']],
    ['Nama {{name}}', ['brace-open', 5, '{{name}}']],
    ['Nama name}', ['brace-stray', 9, '}']],
    ['{}', ['name-malformed', 0, '{}']],
    ['{two words}', ['name-malformed', 0, '{two words}']],
    ['{name|upper|date}', ['name-malformed', 0, '{name|upper|date}']],
    ['{constructor}', ['name-malformed', 0, '{constructor}']],
    ['x {name|besar}', ['format-unknown', 2, '{name|besar}']],
    ['{name|}', ['format-unknown', 0, '{name|}']],
    ['{@nomor}', ['special-unknown', 0, '{@nomor}']],
  ])('says what is wrong in %j, and where', (text, fault) => {
    expect(faultOf(text)).toEqual(fault);
  });

  test('is put together again from its parts, whatever it is', () => {
    const piece = fc.oneof(
      fc.string().filter((text) => !/[{}]/.test(text)),
      fc.constantFrom(...letterSpecials.map((special) => `{@${special}}`)),
      fc.constantFrom(...letterFormats.map((format) => `{fact|${format}}`), '{fact}'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const parsed = parseTemplateText(text);
        const written = parsed.ok
          ? parsed.value.map((part) => {
              if (part.kind === 'text') return part.text;
              if (part.kind === 'special') return `{@${part.special}}`;
              return part.format ? `{${part.fact}|${part.format}}` : `{${part.fact}}`;
            })
          : [];
        expect(written.join('')).toBe(text);
      }),
    );
  });

  test('never throws', () => {
    const braces = fc.array(fc.constantFrom('{', '}', '|', '@', 'a', 'number', ' '), { maxLength: 20 });
    fc.assert(fc.property(braces, (parts) => typeof parseTemplateText(parts.join('')).ok === 'boolean'));
  });
});

test.each([
  ['words', 'integer', true],
  ['words', 'text', false],
  ['money', 'rupiah', true],
  ['moneyWords', 'integer', false],
  ['date', 'date', true],
  ['date', 'text', false],
  ['upper', 'choice', true],
  ['upper', 'nik', false],
  [undefined, 'geo', true],
] as const)('the format %s for a fact of type %s: %s', (format, type, fits) => {
  expect(formatFits(format, type)).toBe(fits);
});
