import { StandardId } from '@layan/domain/kernel/ids';
import { anOutcome, aStandard, aStep, basis, officer } from '@layan/domain/testing/a-standard';
import { describe, expect, it } from 'vitest';
import { markupFault, textIn } from '../../fixtures/well-formed.ts';
import { flowchartInWords } from '../flowchart-in-words.ts';
import { renderFlowchart } from '../render-flowchart.ts';
import { renderHtml } from '../render-html.ts';

const batch = aStandard({
  lines: {
    of: StandardId.parse('usulan-uji'),
    step: 'wait',
    label: 'calon penerima',
    columns: [{ fact: 'name', label: 'Nama' }],
    atMost: 50,
    basis,
  },
  steps: [
    aStep('meet', ['filed'], [anOutcome('held', ['held'], { effects: [{ freeze: 'minutes' }] })], {
      lines: {
        decisions: [
          { id: 'fit', label: 'Layak', tone: 'proceed', note: 'none', basis },
          { id: 'unfit', label: 'Tidak layak', tone: 'refuse', note: 'none', drops: true, basis },
        ],
      },
    }),
    aStep(
      'sign',
      ['held'],
      [anOutcome('signed', ['finished'], { effects: [{ issue: 'minutes', as: 'active' }] })],
      {
        role: officer.id,
        review: { verb: 'sign', draft: 'meet' },
      },
    ),
  ],
  products: [
    {
      id: 'minutes',
      kind: 'letter',
      label: 'Berita acara',
      numbering: { pattern: '{class}/{seq:000}/{year}', classification: '400.9.14' },
      letter: {
        documentClass: 'special',
        layout: 'minutes',
        paper: 'f4',
        body: [
          { paragraph: 'Nomor {@number} untuk {wish}, <sangat> penting.', when: { known: 'wish' } },
          { list: ['butir satu', 'butir dua'] },
          { table: [{ label: 'Jumlah', value: '{@lineCount} orang' }] },
          {
            lines: [
              { label: 'No.', value: '@no' },
              { label: 'Nama', value: 'name' },
            ],
            decided: { step: 'meet', decisions: ['fit'] },
          },
        ],
        signatory: { office: 'Ketua Rapat', outside: true, others: ['Sekretaris Rapat'] },
        copies: ['Arsip'],
      },
      basis,
    },
  ],
});

describe('a letter on the official document', () => {
  const html = renderHtml(batch, {});

  it('says what stands on it, with the names of what is filled in', () => {
    expect(markupFault(html)).toBeUndefined();
    const text = textIn(html);
    for (const said of [
      'Nomor [nomor surat] untuk [',
      'butir dua',
      'Jumlah: [jumlah baris] orang',
      'Daftar baris yang diputuskan Layak: No. (nomor urut), Nama.',
      'Ditandatangani Ketua Rapat, di luar dinas, bersama Sekretaris Rapat.',
      'Tembusan: Arsip.',
      'Nomor: 400.9.14/{seq:000}/{year}',
    ])
      expect(text).toContain(said);
    expect(html).toContain('&lt;sangat&gt;');
  });

  it('says under which condition a part stands', () => {
    expect(textIn(html)).toMatch(/Bila .*:/);
  });

  it('says what a batch gathers', () => {
    expect(textIn(html)).toContain('usulan-uji, paling banyak 50 berkas');
  });
});

describe('batches on a flowchart', () => {
  const waiting = aStandard({
    steps: [
      aStep(
        'wait',
        ['filed'],
        [anOutcome('fit', ['finished'], { from: [{ step: 'meet', decision: 'fit' }] })],
        {
          kind: 'line',
          role: officer.id,
          batch: StandardId.parse('rapat-uji'),
        },
      ),
    ],
  });

  it('show a step that waits for one by a sign of its own, and in words', () => {
    expect(textIn(renderFlowchart(waiting))).toContain('kotak bertumpuk: menunggu berkas bersama');
    expect(textIn(renderFlowchart(batch))).not.toContain('kotak bertumpuk');
    expect(flowchartInWords(waiting).join(' ')).toContain('diputuskan dalam berkas bersama "rapat-uji".');
  });

  it('say what is decided on each line', () => {
    expect(flowchartInWords(batch).join(' ')).toContain(
      'Tiap baris diputuskan: Layak atau Tidak layak (keluar).',
    );
  });
});
