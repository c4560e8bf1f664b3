// A small workbook as an office keeps one: one sheet of texts, packed without compression.
import { crc32 } from 'node:zlib';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const sheet = (rows: readonly (readonly string[])[]): string => {
  const cells = (row: readonly string[], line: number) =>
    row.map(
      (text, at) =>
        `<c r="${String.fromCharCode(65 + at)}${line}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
    );
  const lines = rows.map((row, at) => `<row r="${at + 1}">${cells(row, at + 1).join('')}</row>`);
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`;
};

const parts = (rows: readonly (readonly string[])[]): readonly (readonly [string, string])[] => [
  [
    'xl/workbook.xml',
    '<workbook xmlns:r="r"><sheets><sheet name="Buku" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ],
  [
    'xl/_rels/workbook.xml.rels',
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  ],
  ['xl/worksheets/sheet1.xml', sheet(rows)],
];

/** Fields of a zip header: two or four bytes each. */
const header = (fields: readonly (readonly [size: 2 | 4, value: number])[]): Buffer =>
  Buffer.concat(
    fields.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );

export function aWorkbook(rows: readonly (readonly string[])[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of parts(rows)) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)];
    const about = [
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, crc32(content)],
      [4, content.length],
      [4, content.length],
      [2, path.length],
      [2, 0],
    ] as const;
    const file = Buffer.concat([header([[4, 0x04034b50], [2, 20], ...about]), path, content]);
    const rest = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ] as const;
    directory.push(Buffer.concat([header([[4, 0x02014b50], [2, 20], [2, 20], ...about, ...rest]), path]));
    files.push(file);
    at += file.length;
  }
  const entries = Buffer.concat(directory);
  const end = header([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, entries.length],
    [4, at],
    [2, 0],
  ]);
  return Buffer.concat([...files, entries, end]);
}
