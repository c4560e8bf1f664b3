import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { aLetter } from '../fixtures/a-letter.ts';
import { decodeStream } from './decode-stream.ts';
import { openPdf } from './open-pdf.ts';
import { pagesOf } from './pages.ts';
import { valueReader } from './read-value.ts';
import { UnreadablePdf } from './values.ts';

const valueIn = (text: string) => valueReader(Buffer.from(text, 'latin1'), 0, false).value();
const textOf = (text: string) => {
  const value = valueIn(text);
  if (typeof value !== 'object' || value?.kind !== 'text') throw new Error('no text');
  return Buffer.from(value.bytes).toString('latin1');
};

describe('a value of a PDF', () => {
  it('is read as it is meant, however it is spelled', () => {
    expect(textOf('(a\\(b\\)\\101\\\n(c))')).toBe('a(b)A(c)');
    expect(textOf('<61 6 >')).toBe('a`');
    expect(valueIn('/A#20B')).toEqual({ kind: 'name', name: 'A B' });
    expect(valueIn('[1 -.5 true null 7 0 R % note\n /X]')).toMatchObject({
      items: [1, -0.5, true, null, { kind: 'reference', number: 7 }, { name: 'X' }],
    });
  });

  it.each([
    ['names something twice', '<< /A 1 /A 2 >>'],
    ['has an entry without a name', '<< (A) 1 >>'],
    ['is nested beyond reason', '['.repeat(60)],
    ['does not end', '(abc'],
    ['is a word of the reader', 'NaN'],
  ])('is refused when it %s', (_what, text) => {
    expect(() => valueIn(text)).toThrow(UnreadablePdf);
  });
});

describe('a packed stream', () => {
  const stream = (data: Uint8Array, entries: string) => {
    const value = valueIn(`<< ${entries} >>`);
    if (typeof value !== 'object' || value?.kind !== 'dictionary') throw new Error('no dictionary');
    return { kind: 'stream' as const, entries: value.entries, data };
  };

  it('is unpacked, with rows written as differences', () => {
    const rows = Buffer.from([2, 1, 2, 3, 2, 1, 1, 1]);
    const parameters = '/DecodeParms << /Predictor 12 /Columns 3 >>';
    const packed = stream(deflateSync(rows), `/Filter [ /FlateDecode ] ${parameters}`);
    expect([...decodeStream(packed, (value) => value ?? null).data]).toEqual([1, 2, 3, 2, 3, 4]);
  });

  it('is read from its digits, also from an odd number of them', () => {
    const digits = stream(Buffer.from('6 1\n62 7> 99'), '/Filter /ASCIIHexDecode');
    expect(Buffer.from(decodeStream(digits, (value) => value).data).toString()).toBe('abp');
  });

  it('leaves a picture as it is', () => {
    const { left, data } = decodeStream(stream(Buffer.from('jpeg'), '/Filter /DCTDecode'), (value) => value);
    expect([left, Buffer.from(data).toString()]).toEqual([['DCTDecode'], 'jpeg']);
  });

  it('is not unpacked to more than a letter can be', () => {
    const bomb = stream(deflateSync(Buffer.alloc(65 * 1024 * 1024)), '/Filter /FlateDecode');
    expect(() => decodeStream(bomb, (value) => value)).toThrow(UnreadablePdf);
  });
});

/** Its catalogue first; numbers follow. */
const written = (objects: readonly string[]): Uint8Array => {
  const head = '%PDF-1.7\n';
  const parts = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`);
  const lines = parts.map((_, at) => {
    const offset = head.length + parts.slice(0, at).join('').length;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const body = head + parts.join('');
  const table = `xref\n1 ${lines.length}\n${lines.join('')}trailer\n<< /Root 1 0 R >>\n`;
  return Buffer.from(`${body}${table}startxref\n${body.length}\n%%EOF`, 'latin1');
};

describe('a small PDF that asks for much', () => {
  it('is refused when its tree of pages branches without an end', () => {
    const branches = Array.from(
      { length: 28 },
      (_, at) => `<< /Type /Pages /Kids [ ${`${at + 3} 0 R `.repeat(2)}] >>`,
    );
    const file = written(['<< /Type /Catalog /Pages 2 0 R >>', ...branches, '<< /Type /Pages /Kids [ ] >>']);
    expect(() => pagesOf(openPdf(file))).toThrow('tree');
  });

  it('is refused when its tables together are too long', () => {
    const tables = [0, 1, 2, 3, 4].reduce((before, at) => {
      const data = deflateSync(Buffer.alloc(300_000)).toString('latin1');
      const says = `/Type /XRef /W [ 1 1 1 ] /Size 100000 /Index [ ${at * 100_000} 100000 ] /Filter /FlateDecode`;
      const prev = at === 0 ? '' : `/Prev ${before.lastIndexOf(`${at} 0 obj`)}`;
      return `${before}${at + 1} 0 obj\n<< ${says} ${prev} /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj\n`;
    }, '%PDF-1.7\n');
    const file = Buffer.from(`${tables}startxref\n${tables.lastIndexOf('5 0 obj')}\n%%EOF`, 'latin1');
    expect(() => openPdf(file)).toThrow('tables are too long');
  });

  const packedIn = (data: string, entries: string) => {
    const file = written([
      '<< /Type /Catalog >>',
      `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`,
    ]);
    // The third object lies in the second; a table of lines cannot say so, one of bytes can.
    const body = Buffer.from(file).toString('latin1');
    const places = ['1 0 obj', '2 0 obj'].map((mark) => body.indexOf(mark));
    const head = body.slice(0, body.indexOf('xref\n'));
    const line = (kind: number, second: number) => [kind, second >> 16, (second >> 8) & 255, second & 255, 0];
    const table = Buffer.from(
      [line(0, 0), line(1, places[0] ?? 0), line(1, places[1] ?? 0), line(2, 2)].flat(),
    );
    const says = `/Type /XRef /W [ 1 3 1 ] /Size 4 /Root 1 0 R /Length ${table.length}`;
    return Buffer.concat([
      Buffer.from(`${head}9 0 obj\n<< ${says} >>\nstream\n`, 'latin1'),
      table,
      Buffer.from(`\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF`),
    ]);
  };
  const third = { kind: 'reference', number: 3, generation: 0 } as const;

  it.each([
    ['many objects of its pack are one', '3 0 4 0 ', '[ 0 0 0 0 ]'],
    ['its objects reach into each other', '3 0 4 2 ', '[ [ 0 ] ]'],
    ['its objects stand in another order', '3 2 4 0 ', '1 2 '],
  ])('is refused when %s', (_what, index, objects) => {
    const file = packedIn(index + objects, `/Type /ObjStm /N 2 /First ${index.length}`);
    expect(() => openPdf(file).resolve(third)).toThrow('beside each other');
  });

  it('is refused when a pack of it is larger than any', () => {
    const file = packedIn(`3 0 1${' '.repeat(16 * 1024 * 1024)}`, '/Type /ObjStm /N 1 /First 4');
    expect(() => openPdf(file).resolve(third)).toThrow('impossible');
  });

  it('is refused when it has more values than any', () => {
    const list = (values: number) =>
      openPdf(written(['<< /Type /Catalog >>', `[ ${'/ '.repeat(values)}]`])).resolve({
        ...third,
        number: 2,
      });
    expect(list(100_000)).toMatchObject({ kind: 'array' });
    expect(() => list(1_000_000)).toThrow('too many values');
  });

  it('pays for long texts as for many values', () => {
    let spent = 0;
    const pay = (values: number) => {
      spent += values;
    };
    valueReader(Buffer.from(`(${'x'.repeat(6_400)})`), 0, false, pay).value();
    expect(spent).toBe(101);
  });

  it('is read where its objects stand beside each other', () => {
    const file = packedIn('3 0 4 2 1 2 ', '/Type /ObjStm /N 2 /First 8');
    expect(openPdf(file).resolve(third)).toBe(1);
  });

  it('is read once where nothing stands, however long the way to it', () => {
    const file = written(['<< /Type /Catalog >>', `%${'x'.repeat(4_000_000)}\nnull`]);
    const { resolve } = openPdf(file);
    const nothing = { kind: 'reference', number: 2, generation: 0 } as const;
    for (let times = 0; times < 6_000; times += 1) expect(resolve(nothing)).toBe(null);
  }, 5_000);
});

describe('a PDF', () => {
  it('has the pages that its tables say, also where objects lie in packs', async () => {
    const parts = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [ 3 0 R ] >>',
      '<< /Type /Page >>',
    ];
    const index = parts
      .map((_, at) => `${at + 1} ${parts.slice(0, at).join(' ').length + (at > 0 ? 1 : 0)}`)
      .join(' ');
    const pack = `4 0 obj\n<< /N 3 /First ${index.length + 1} /Length ${`${index} ${parts.join(' ')}`.length} >>\nstream\n${index} ${parts.join(' ')}\nendstream\nendobj\n`;
    const head = '%PDF-1.7\n';
    const table = [0, 0, 0, 2, 4, 0, 2, 4, 1, 2, 4, 2, 1, head.length, 0, 1, head.length + pack.length, 0];
    const file = Buffer.concat([
      Buffer.from(
        `${head}${pack}5 0 obj\n<< /Type /XRef /W [1 1 1] /Size 6 /Root 1 0 R /Length 18 >>\nstream\n`,
      ),
      Buffer.from(table),
      Buffer.from(`\nendstream\nendobj\nstartxref\n${head.length + pack.length}\n%%EOF`),
    ]);
    expect(pagesOf(openPdf(file))).toHaveLength(1);
    expect(pagesOf(openPdf(await aLetter({ pages: 3 })))).toHaveLength(3);
  });

  it.each([
    ['is encrypted', '/Encrypt << >>'],
    ['is made for two kinds of readers', '/XRefStm 10'],
  ])('is refused when it %s', async (_what, entry) => {
    const letter = Buffer.from(await aLetter()).toString('latin1');
    const at = letter.lastIndexOf('/Size');
    const changed = `${letter.slice(0, at)}${entry} ${letter.slice(at)}`;
    expect(() => openPdf(Buffer.from(changed, 'latin1'))).toThrow(UnreadablePdf);
  });
});
