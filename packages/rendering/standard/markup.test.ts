import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markupFault, textIn } from '../fixtures/well-formed.ts';
import { escapeText, lines, markup } from './markup.ts';

describe('markup', () => {
  it('keeps markup and makes text of everything else', () => {
    const name = '<b onclick="x">&amp;\'';
    expect(markup`<p title="${name}">${markup`<i>${name}</i>`}</p>`.markup).toBe(
      '<p title="&lt;b onclick=&quot;x&quot;&gt;&amp;amp;&#39;"><i>&lt;b onclick=&quot;x&quot;&gt;&amp;amp;&#39;</i></p>',
    );
  });

  it('leaves nothing where there is nothing, joins lists, writes numbers', () => {
    expect(markup`<p>${undefined}${[1, 'a', markup`<br/>`]}</p>`.markup).toBe('<p>1a<br/></p>');
    expect(lines([markup`a`, undefined, markup``, markup`b`]).markup).toBe('a\nb');
  });

  it('makes of any text a document that is whole and says the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { markup: made } = markup`<p a="${text}">${text}</p>`;
        expect(markupFault(made)).toBeUndefined();
        const codes = [...made].map((character) => character.codePointAt(0) ?? 0);
        expect(codes.filter((code) => code < 32 && ![9, 10, 13].includes(code))).toEqual([]);
      }),
    );
    expect(textIn(markup`<p>${'1 < 2 & "3"'}</p>`.markup).trim()).toBe('1 < 2 & "3"');
    expect(escapeText('a\u0000b\ud800')).toBe('ab\ufffd');
  });
});
