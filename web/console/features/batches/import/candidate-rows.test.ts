import { describe, expect, it } from 'vitest';
import { anIntakeForm } from '../../../fixtures/intake-form.ts';
import { candidateRows, missingColumns, type SheetMapping } from './candidate-rows.ts';

const form = anIntakeForm({
  requirements: [{ id: 'id-card', label: 'KTP', required: true, when: { fact: 'nikStatus', is: 'have' } }],
});
const nik = ['35740101', '01909001'].join('');
const mapping: SheetMapping = { columns: { applicantName: 'NAMA', nik: 'NIK' }, same: {} };
const read = (...rows: string[][]) =>
  candidateRows(
    { headings: ['NAMA', 'NIK'], rows: rows.map((cells, at) => ({ line: at + 2, cells })) },
    mapping,
    form,
  );

describe('a row of a sheet of candidates', () => {
  it('answers the form, and what follows from its answers', () => {
    const [first, second] = read(['Uji', nik], ["Ni'matul Uji", '-']);
    expect(first).toMatchObject({
      line: 2,
      entered: { applicantName: 'Uji', nikStatus: 'have', nik },
      papers: ['id-card'],
      problems: [],
    });
    expect(second?.entered).toEqual({ applicantName: "Ni'matul Uji", nikStatus: 'noneYet' });
    expect(second?.papers).toEqual([]);
  });

  it('says everything that is wrong with it', () => {
    const [empty, short, rounded, twice] = read(
      ['', nik],
      ['Warga Uji Dua', '35740101'],
      ['Warga Uji Tiga', '3.57401e+15'],
      ['WARGA UJI', nik],
    );
    expect(empty?.problems).toEqual(['Nama lengkap pemohon kosong.']);
    expect(short?.problems[0]).toContain('16 angka');
    expect(rounded?.problems[0]).toContain('dibulatkan');
    expect(twice?.problems).toEqual(['Orang yang sama sudah ada di baris 2 berkas ini.']);
  });

  it('is the same person without a NIK only when it says the same', () => {
    const rows = read(['Warga Uji Satu', ''], ['warga uji satu', '-'], ['Warga Uji Dua', '']);
    expect(rows.map(({ problems }) => problems.length)).toEqual([0, 1, 0]);
  });

  it('keeps a formula as the text that it is', () => {
    expect(read(['=HYPERLINK("https://jahat.example")', nik])[0]?.entered.applicantName).toBe(
      '=HYPERLINK("https://jahat.example")',
    );
  });
});

it('asks for the columns that nothing else tells', () => {
  expect(missingColumns(form, { columns: {}, same: {} }).map(({ fact }) => fact)).toEqual(['applicantName']);
  expect(missingColumns(form, mapping)).toEqual([]);
});
