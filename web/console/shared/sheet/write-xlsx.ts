// Writes a workbook of one sheet in which every cell is text: long numbers keep their digits, and nothing that somebody
// typed into a name ever runs as a formula.
import { strToU8, zipSync } from 'fflate';
import { columnName } from './sheet.ts';

/** Signs with which spreadsheets begin to calculate; some take the wide ones of other scripts for the same. */
const calculates = /^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20\u2212]|^[\t\r\n]/;

const escaped = (text: string): string =>
  text
    // Signs that no XML may hold.
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    // Read back, "_x000D_" would be a sign of its own.
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** What a cell of a spreadsheet takes at most. */
const LONGEST = 32_767;

const style = { text: 0, heading: 1, quoted: 2, quotedHeading: 3 } as const;

const cell = (said: string, at: string, kind: number): string => {
  if (said === '') return '';
  // A quoted cell stays text also when somebody edits it.
  const drawn = calculates.test(said) ? (kind === style.text ? style.quoted : style.quotedHeading) : kind;
  return `<c r="${at}" s="${drawn}" t="inlineStr"><is><t xml:space="preserve">${escaped(said.slice(0, LONGEST))}</t></is></c>`;
};

const row = (cells: readonly string[], line: number, kind: number): string =>
  `<row r="${line}">${cells.map((said, at) => cell(said, `${columnName(at)}${line}`, kind)).join('')}</row>`;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const typed = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" quotePrefix="1"/></cellXfs></styleSheet>`;

const types = `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typed}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typed}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${typed}.styles+xml"/></Types>`;

const relations = (to: readonly (readonly [string, string])[]): string =>
  `${head}<Relationships xmlns="${packaged}/relationships">${to.map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

export interface TextSheet {
  /** At most 31 signs are kept, and none that a sheet may not be called by. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const writeXlsx = ({ name, headings, rows }: TextSheet): Uint8Array => {
  const called =
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'Lembar 1';
  const lines = [row(headings, 1, style.heading), ...rows.map((cells, at) => row(cells, at + 2, style.text))];
  const widths = headings
    .map((_, at) => `<col min="${at + 1}" max="${at + 1}" width="22" customWidth="1"/>`)
    .join('');
  const parts = {
    '[Content_Types].xml': types,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(called)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><cols>${widths}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
};
