// Words that would be orders to a reader of PDF, where names and titles are due: they stay words.
import { describe, expect, it } from 'vitest';
import { ordinary } from './fixtures/cards.ts';
import { letter } from './fixtures/letters.ts';
import { pagesOf } from './fixtures/pictures.ts';
import { renderCard } from './render-card.ts';
import { renderLetter } from './render-letter.ts';

/** Without what streams hold, each as long as it says. */
const withoutStreams = (text: string): string => {
  const kept: string[] = [];
  let from = 0;
  for (const found of text.matchAll(/\/Length (\d+)[^>]*>>\s*stream\r?\n/g)) {
    if (found.index < from) continue;
    const begin = found.index + found[0].length;
    kept.push(text.slice(from, begin));
    from = begin + Number(found[1]);
  }
  return kept.join('') + text.slice(from);
};

/** What a reader takes as structure: without streams, and without texts in brackets or as digits. */
const structureOf = (pdf: Uint8Array): string =>
  withoutStreams(Buffer.from(pdf).toString('latin1'))
    .replace(/\((?:\\[\s\S]|[^()\\])*\)/g, '()')
    .replace(/<[0-9A-Fa-f\s]*>/g, '<>');

/** What the file says of itself in XML. */
const metadataOf = (pdf: Uint8Array): string =>
  /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(Buffer.from(pdf).toString('utf8'))?.[0] ?? '';

const names = (pdf: Uint8Array): readonly string[] =>
  [...new Set([...structureOf(pdf).matchAll(/\/[A-Za-z]\w*/g)].map(([name]) => name))]
    .filter((name) => !/^\/(F\d|[A-Z]{6}|Gs\d|I\d|Sh\d|P\d)/.test(name))
    .sort();

const objects = (pdf: Uint8Array): number => structureOf(pdf).split('endobj').length;

const hostile = [
  ') /OpenAction << /S /JavaScript /JS (app.alert(1)) >> (',
  '\\) >> endobj 9 0 obj << /S /Launch >> endobj',
  'endstream endobj trailer << /Root 9 0 R >> %%EOF',
  '<?xpacket begin=""?><rdf:RDF/>',
  'Uji) Tj ET /XO Do BT (',
  '\\',
  'Dinas P&K',
] as const;

describe('words that would be orders', () => {
  it.each(hostile)('stay words on a card: %s', async (words) => {
    const card = await renderCard({ ...ordinary, holderName: words, productLabel: words }, 'card');
    const plain = await renderCard({ ...ordinary, holderName: 'Uji', productLabel: 'Uji' }, 'card');
    expect(names(card)).toEqual(names(plain));
    expect(objects(card)).toBe(objects(plain));
    const text = (await pagesOf(card)).map((page) => page.text).join(' ');
    expect(text.replace(/\s/g, '')).toContain(words.replace(/\s/g, ''));
  });

  it.each(hostile)('stay words in a letter: %s', async (words) => {
    const drawn = await renderLetter({ ...letter, agencyName: words });
    const plain = await renderLetter({ ...letter, agencyName: 'Uji' });
    expect(names(drawn)).toEqual(names(plain));
    expect(objects(drawn)).toBe(objects(plain));
    const elements = (pdf: Uint8Array) => metadataOf(pdf).match(/<[^>]*>/g)?.length;
    expect(elements(drawn)).toBe(elements(plain));
    expect(elements(drawn)).toBeGreaterThan(5);
  });
});
