// PDFs whose tables are right, so that a strict reader follows them too: written plainly, or packed.
import { deflateSync } from 'node:zlib';

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, 'latin1'));

/** Lines of their own, of which the first object is the catalogue and the second the pages, added when it is missing. */
export const plainPdf = (lines: readonly string[]): Uint8Array => {
  const pages = '2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj';
  const body = `${['%PDF-1.7', ...lines, pages].join('\n')}\n`;
  const numbers = [...body.matchAll(/^(\d) 0 obj/gm)].map(({ 1: number, index }) => ({ number, index }));
  const rows = numbers.map(
    ({ number, index }) => `${number} 1\n${String(index).padStart(10, '0')} 00000 n \n`,
  );
  const table = `xref\n0 1\n0000000000 65535 f \n${rows.join('')}`;
  return bytesOf(`${body}${table}trailer\n<< /Size 9 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`);
};

interface Rows {
  readonly columns: number;
  readonly kind: 0 | 2;
}

/** Written as rows of PNG: each as its difference to the one above it, or as it is behind the number of its kind. */
export const predicted = (columns: number, kind: Rows['kind'] = 2): Rows => ({ columns, kind });

const inRows = (data: Uint8Array, { columns, kind }: Rows): Uint8Array => {
  const rows = Math.ceil(data.length / columns);
  const out = new Uint8Array(rows * (columns + 1));
  const at = (row: number, column: number) => data[row * columns + column] ?? 0x20;
  for (let row = 0; row < rows; row += 1) {
    out[row * (columns + 1)] = kind;
    for (let column = 0; column < columns; column += 1)
      out[row * (columns + 1) + 1 + column] =
        at(row, column) - (row === 0 || kind === 0 ? 0 : at(row - 1, column));
  }
  return out;
};

const stream = (number: number, entries: string, data: Uint8Array, rows: Rows | undefined): string => {
  const held = latin(deflateSync(rows ? inRows(data, rows) : data));
  const parameters = rows ? `/DecodeParms << /Predictor 12 /Columns ${rows.columns} >>` : '';
  return `${number} 0 obj\n<< ${entries} ${parameters} /Filter /FlateDecode /Length ${held.length} >>\nstream\n${held}\nendstream\nendobj\n`;
};

interface PackedPdf {
  /** Numbered from one; the first is the catalogue. */
  readonly objects: readonly string[];
  readonly pack?: Rows;
  readonly table?: Rows;
  readonly type?: string;
  /** Between what the pack says of itself and how it is written. */
  readonly behind?: string;
  /** How many more numbers are said to be the last object. */
  readonly again?: number;
}

/** All its objects in one pack, and its table packed as well. */
export const packedPdf = ({
  objects,
  pack,
  table,
  type = '/Type /ObjStm',
  behind = '',
  again = 0,
}: PackedPdf): Uint8Array => {
  const places = objects.map((_, index) => objects.slice(0, index).join(' ').length + (index === 0 ? 0 : 1));
  const last = objects.length - 1;
  const more = Array.from({ length: again }, (_, at) => `${last + 9 + at} ${places[last] ?? 0} `);
  const index = [...places.map((place, at) => `${at + 1} ${place} `), ...more].join('');
  const head = '%PDF-1.7\n';
  const holder = objects.length + 1;
  const entries = `${type} /N ${objects.length + again} /First ${index.length} ${behind}`;
  const body = head + stream(holder, entries, bytesOf(index + objects.join(' ')), pack);
  const line = (kind: number, second: number, third: number) => [kind, second >> 8, second & 0xff, third];
  const lines = [
    line(0, 0, 0),
    ...objects.map((_, at) => line(2, holder, at)),
    line(1, head.length, 0),
    line(1, body.length, 0),
  ];
  const says = `/Type /XRef /Size ${lines.length} /W [ 1 2 1 ] /Root 1 0 R`;
  const tables = stream(holder + 1, says, Uint8Array.from(lines.flat()), table);
  return bytesOf(`${body}${tables}startxref\n${body.length}\n%%EOF\n`);
};
