import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSheet } from './read-sheet.ts';
import { MOST_BYTES, MOST_ROWS, SheetRefusal } from './sheet.ts';

const workbook = (inside: string, more: Record<string, string> = {}) => {
  const parts: Record<string, string> = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Buku" sheetId="1" r:id="rId7"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId7" Target="worksheets/sheet3.xml"/></Relationships>',
    'xl/worksheets/sheet3.xml': `<worksheet><sheetData>${inside}</sheetData></worksheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
};
const text = (at: string, said: string) => `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`;
const heading = `<row r="1">${text('A1', 'No. Kartu')}${text('B1', 'Nama')}${text('C1', 'Tgl')}</row>`;
const problemOf = (bytes: Uint8Array): string => {
  try {
    readSheet(bytes);
    return 'read';
  } catch (error) {
    return error instanceof SheetRefusal ? error.problem : `bug: ${error}`;
  }
};
const csv = (said: string) => readSheet(strToU8(said));

describe('a workbook', () => {
  it('is read by its values: shared and rich texts, days by their style, gaps between cells', () => {
    const sheet = readSheet(
      workbook(`${heading}<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" s="1"><v>43915</v></c></row>`, {
        'xl/sharedStrings.xml':
          '<sst><si><t>lain</t></si><si><r><t>A&amp;</t></r><r><t xml:space="preserve"> B</t></r></si></sst>',
        'xl/styles.xml':
          '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
      }),
    );
    expect(sheet.headings).toEqual(['No. Kartu', 'Nama', 'Tgl']);
    expect(sheet.rows).toEqual([{ line: 3, cells: ['A& B', '', '2020-03-25'] }]);
  });

  it('knows days by formats of its own, and counts from 1904 where it says so', () => {
    const style =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-421]dd\\ mmmm\\ yyyy"/><numFmt numFmtId="171" formatCode="0.00&quot;day&quot;"/></numFmts><cellXfs><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>';
    const row = '<row r="2"><c r="A2" s="0"><v>42453</v></c><c r="B2" s="1"><v>5</v></c></row>';
    const from1904 = {
      'xl/styles.xml': style,
      'xl/workbook.xml':
        '<workbook><workbookPr date1904="1"/><sheets><sheet r:id="rId7"/></sheets></workbook>',
    };
    expect(readSheet(workbook(heading + row, from1904)).rows[0]?.cells).toEqual(['2020-03-25', '5']);
  });

  it('takes the saved value of a formula and never the formula', () => {
    const row =
      '<row r="2"><c r="A2" t="str"><f>HYPERLINK("https://jahat.example","K-1")</f><v>K-1</v></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2"><f>WEBSERVICE("x")</f></c></row>';
    expect(readSheet(workbook(heading + row)).rows[0]?.cells).toEqual(['K-1', '', '']);
  });

  it('shows that a long number has lost its last digits, and keeps one that has not', () => {
    const rounded = 3574010101909000;
    const row = `<row r="2"><c r="A2"><v>${rounded}</v></c><c r="B2"><v>${rounded + 1}</v></c></row>`;
    const [first, second] = readSheet(workbook(heading + row)).rows[0]?.cells ?? [];
    expect(first).toMatch(/e\+15$/);
    expect(second).toBe(String(rounded + 1));
  });

  it('is read with prefixes before its tags, as some programs write', () => {
    const inside =
      '</sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Nama</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>7</x:v></x:c></x:row><sheetData>';
    expect(readSheet(workbook(inside)).rows[0]?.cells).toEqual(['7']);
  });

  it('skips the title above the headings', () => {
    const title = `<row r="1">${text('A1', 'BUKU KARTU 2020')}</row>`;
    const below = heading.replaceAll('1"', '2"');
    const row = `<row r="3">${text('A3', 'K-1')}${text('B3', 'Warga Uji Satu')}</row>`;
    const sheet = readSheet(workbook(title + below + row));
    expect(sheet.headings[0]).toBe('No. Kartu');
    expect(sheet.rows.map(({ line }) => line)).toEqual([3]);
  });
});

describe('a workbook with surprises', () => {
  const two = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Rahasia" sheetId="1" state="veryHidden" r:id="rId1"/><sheet name="Data" sheetId="2" r:id="rId7"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId7" Target="worksheets/sheet3.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${heading}<row r="2">${text('A2', 'tersembunyi')}</row></sheetData></worksheet>`,
  };

  it('reads the first sheet that people see', () => {
    const sheet = readSheet(workbook(`${heading}<row r="2">${text('A2', 'K-1')}</row>`, two));
    expect(sheet.rows[0]?.cells).toEqual(['K-1']);
  });

  it('reads a number that was merged down a family for each of its members', () => {
    const rows = `<row r="2">${text('A2', 'KK-1')}${text('B2', 'Uji Satu')}</row><row r="3">${text('B3', 'Uji Dua')}</row><row r="4">${text('A4', 'KK-2')}${text('B4', 'Uji Tiga')}</row>`;
    const merged = '</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells><sheetData>';
    expect(readSheet(workbook(heading + rows + merged)).rows.map(({ cells }) => cells[0])).toEqual([
      'KK-1',
      'KK-1',
      'KK-2',
    ]);
  });

  it('is not held up by a file of nothing but merged cells', () => {
    const rows = Array.from(
      { length: 3000 },
      (_, at) => `<row r="${at + 2}">${text(`A${at + 2}`, 'x')}${text(`B${at + 2}`, 'y')}</row>`,
    ).join('');
    const merges = '<mergeCell ref="A2:A999999"/>'.repeat(50_000);
    const began = performance.now();
    readSheet(workbook(`${heading}${rows}</sheetData><mergeCells>${merges}</mergeCells><sheetData>`));
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('a file that means harm', () => {
  const of = (inside: string, more: Record<string, string> = {}) =>
    readSheet(workbook(`${heading}<row r="2">${inside}${text('B2', 'Uji')}</row>`, more)).rows[0]?.cells;

  it('names files and addresses in entities, and none is opened: entities are left as they are written', () => {
    const doctype =
      '<!DOCTYPE worksheet [<!ENTITY xxe SYSTEM "file:///etc/passwd"><!ENTITY far SYSTEM "https://jahat.example">]>';
    const shared = `${doctype}<sst><si><t>&xxe;&far;&lol;</t></si></sst>`;
    const cell = '<c r="A2" t="s"><v>0</v></c>';
    expect(of(cell, { 'xl/sharedStrings.xml': shared })?.[0]).toBe('&xxe;&far;&lol;');
  });

  it('refers to other books, carries macros and links, and only the saved values are taken', () => {
    const cells =
      '<c r="A2"><f>[1]Rahasia!A1</f><v>7</v></c><c r="C2" t="str"><f>cmd|\' /C calc\'!A0</f><v>=cmd|x</v></c>';
    const parts = {
      'xl/externalLinks/externalLink1.xml': '<externalLink><externalBook r:id="rId1"/></externalLink>',
      'xl/externalLinks/_rels/externalLink1.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="https://jahat.example/x.xlsx" TargetMode="External"/></Relationships>',
      'xl/vbaProject.bin': 'Sub AutoOpen()',
      'xl/connections.xml': '<connections><connection dbPr="x"/></connections>',
    };
    expect(of(cells, parts)).toEqual(['7', 'Uji', '=cmd|x']);
  });

  it('leads its first sheet out of the archive, and nothing is found there', () => {
    const rels = '<Relationships><Relationship Id="rId7" Target="../../../etc/passwd"/></Relationships>';
    expect(problemOf(workbook(heading, { 'xl/_rels/workbook.xml.rels': rels }))).toMatch(/unreadable|empty/);
  });

  it('is not unpacked beyond its bounds', () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(90 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(MOST_BYTES);
    expect(problemOf(bomb)).toBe('too-large');
  });

  it('gains nothing by lying about its size', () => {
    const zip = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(20 * 1024 * 1024) });
    // The size of the only entry, in the directory at the end: 28 bytes behind its signature's end.
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
    for (let at = zip.length - 22; at >= 0; at -= 1) {
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 24, 100, true);
        break;
      }
    }
    expect(problemOf(zip)).toMatch(/unreadable|empty/);
  });

  it.each([
    ['no archive at all', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9])],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
  ])('is refused as unreadable: %s', (_name, bytes) => {
    expect(problemOf(bytes)).toBe('unreadable');
  });

  it('with too many rows, bytes or of the old kind is told apart', () => {
    const row = '1;2;3\n';
    expect(problemOf(strToU8(`a;b;c\n${row.repeat(MOST_ROWS)}`))).toBe('read');
    expect(problemOf(strToU8(`a;b;c\n${row.repeat(MOST_ROWS + 1)}`))).toBe('too-many-rows');
    expect(problemOf(new Uint8Array(MOST_BYTES + 1).fill(65))).toBe('too-large');
    expect(problemOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]))).toBe('old-format');
    expect(problemOf(strToU8('a;b;c\n'))).toBe('empty');
    expect(problemOf(new Uint8Array())).toBe('empty');
  });
});

describe('comma-separated text', () => {
  it.each([
    ['No;Nama;Alamat\nK-1;"Uji; Satu";"Jalan ""A"" 1"\n'],
    ['No,Nama,Alamat\r\nK-1,"Uji; Satu","Jalan ""A"" 1"'],
    ['sep=;\nNo;Nama;Alamat\nK-1;"Uji; Satu";"Jalan ""A"" 1"'],
    ['\uFEFFNo\tNama\tAlamat\nK-1\tUji; Satu\tJalan "A" 1'],
  ])('is read whatever separates it', (said) => {
    const { headings, rows } = csv(said);
    expect(headings).toEqual(['No', 'Nama', 'Alamat']);
    expect(rows.map(({ cells }) => cells)).toEqual([['K-1', 'Uji; Satu', 'Jalan "A" 1']]);
  });

  it('keeps line breaks in quotes and counts lines as the file does', () => {
    const { rows } = csv('a;b;c\n1;"x\ny";3\n\n4;5;6\n');
    expect(rows).toEqual([
      { line: 2, cells: ['1', 'x\ny', '3'] },
      { line: 5, cells: ['4', '5', '6'] },
    ]);
  });

  it('is read in the letters of Windows when it is not UTF-8', () => {
    const bytes = new Uint8Array([...strToU8('a;b;c\nRen'), 0xe9, ...strToU8(';2;3')]);
    expect(readSheet(bytes).rows[0]?.cells[0]).toBe('René');
    expect(csv('a;b;c\nRené;2;3').rows[0]?.cells[0]).toBe('René');
  });

  it('names every column once', () => {
    expect(csv('Nama;Nama;;Tgl\n1;2;3;4').headings).toEqual(['Nama', 'Nama (kolom B)', 'Kolom C', 'Tgl']);
  });
});
