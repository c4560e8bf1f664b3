import { describe, expect, it } from 'vitest';
import { small } from './fixtures/small.ts';
import { parseStandardText } from './parse-standard-text.ts';

const text = JSON.stringify(small, null, 2);

describe('the text of a standard', () => {
  it('is read when it fits the format', () => {
    expect(parseStandardText(text)).toEqual({ ok: true, value: small });
  });

  it('is refused when a field is written twice, of which only one would count', () => {
    const twice = text.replace('"summary":', '"summary": "Lain.",\n  "summary":');
    expect(parseStandardText(twice)).toMatchObject({ ok: false, error: [{ place: 'summary' }] });
  });

  it('is refused when it is JSON but no standard', () => {
    expect(parseStandardText('{"format": "layan.standard/3"}')).toMatchObject({
      ok: false,
      error: [{ place: 'format' }],
    });
  });
});
