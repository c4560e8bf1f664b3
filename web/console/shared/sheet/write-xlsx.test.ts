import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSheet } from './read-sheet.ts';
import { writeXlsx } from './write-xlsx.ts';

const headings = ['Nama', 'NIK', 'Alamat'];
const nik = ['35080101', '01909001'].join('');
const write = (...rows: string[][]) => writeXlsx({ name: 'Calon', headings, rows });
const sheetXml = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

describe('a workbook that is written', () => {
  it('is read back as it was, long numbers digit by digit', () => {
    const row = ['Ni\'matul <Uji> & "Satu"', nik, 'Jl. Uji 1\nRT 02'];
    const sheet = readSheet(write(row));
    expect(sheet.headings).toEqual(headings);
    expect(sheet.rows[0]?.cells).toEqual(row);
  });

  it.each(['=1+1', '+62812', '-Uji', '@SUM(A1)', '\t=1', '  =cmd|calc'])(
    'keeps %j as text that nothing calculates, also when it is edited',
    (said) => {
      const bytes = write([said, nik, 'x']);
      expect(readSheet(bytes).rows[0]?.cells[0]).toBe(said);
      const xml = sheetXml(bytes);
      expect(xml).not.toMatch(/<f[ >]/);
      expect(xml).toContain('<c r="A2" s="2" t="inlineStr">');
      expect(xml).toContain('<c r="B2" s="0" t="inlineStr">');
    },
  );

  it('leaves out signs that would break it, and cuts what no cell takes', () => {
    const sheet = readSheet(write(['a\u0000\u000bb', '_x000D_', 'x'.repeat(40_000)]));
    expect(sheet.rows[0]?.cells[0]).toBe('ab');
    expect(sheet.rows[0]?.cells[1]).toBe('_x000D_');
    expect(sheet.rows[0]?.cells[2]).toHaveLength(32_767);
  });

  it('has a name that a sheet may have', () => {
    const workbook = (name: string) =>
      strFromU8(unzipSync(writeXlsx({ name, headings, rows: [] }))['xl/workbook.xml'] ?? new Uint8Array());
    expect(workbook('PBI/2026: [Jatisari] "Uji" yang panjang sekali')).toContain(
      '<sheet name="PBI 2026   Jatisari  &quot;Uji&quot; yang"',
    );
    expect(workbook('///')).toContain('name="Lembar 1"');
  });
});
