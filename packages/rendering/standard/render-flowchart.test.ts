import {
  anEnding,
  anOutcome,
  aRoute,
  aStandard,
  aStep,
  aTask,
  aTimer,
  basis,
} from '@layan/domain/testing/a-standard';
import { chance } from '@layan/domain/testing/chance';
import { randomProcess } from '@layan/domain/testing/random-process';
import { describe, expect, it } from 'vitest';
import { aBigStandard } from '../fixtures/a-big-standard.ts';
import { markupFault, textIn } from '../fixtures/well-formed.ts';
import { flowchartInWords } from './flowchart-in-words.ts';
import { renderFlowchart } from './render-flowchart.ts';

const supply = aStep('complete', ['returned'], [anOutcome('supplied', ['filed'])], {
  kind: 'supply',
  role: 'applicant',
});

/** Something of everything a flowchart has a sign for. */
const varied = aStandard({
  steps: [
    aStep(
      'check',
      ['filed'],
      [
        anOutcome('good', ['left', 'right']),
        anOutcome('incomplete', ['returned'], { tone: 'return', note: 'required' }),
        anOutcome('bad', ['refused'], { tone: 'refuse', note: 'required' }),
      ],
    ),
    supply,
    aTask('visit', ['left'], ['visited']),
    aStep('ask', ['right'], [anOutcome('answered', ['known'])], {
      kind: 'subcase',
      subcase: { service: 'layanan-lain', channel: 'counter', carries: {}, feeds: {} },
    }),
    aTask('join', ['visited', 'known'], ['joined']),
    aRoute(
      'route',
      ['joined'],
      [
        anOutcome('yes', ['finished'], { when: { fact: 'wish', is: true } }),
        anOutcome('no', ['refused'], { when: { not: { fact: 'wish', is: true } } }),
      ],
    ),
  ],
  endings: [anEnding('granted', ['finished']), { ...anEnding('refused', ['refused']), kind: 'refused' }],
  timers: [aTimer('lapse', 'returned', ['refused'])],
  interruptions: [
    { id: 'withdraw', label: 'Batalkan', role: 'applicant', note: 'none', to: ['refused'], basis },
  ],
  suspensions: [
    {
      id: 'hold',
      label: 'Tunda',
      role: 'officer',
      limit: { amount: 20, unit: 'working_day' },
      calendar: 'office',
      atMost: 1,
      citizen: 'Ditunda.',
      basis,
    },
  ],
});

describe('the flowchart', () => {
  it('is a picture that is whole, names itself, and says in its description what it shows', () => {
    const svg = renderFlowchart(varied);
    expect(markupFault(svg)).toBeUndefined();
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" xml:lang="id" lang="id" role="img" aria-labelledby="judul-bagan uraian-bagan"/,
    );
    expect(svg).toContain('<title id="judul-bagan">Bagan alur Layanan Uji</title>');
    for (const sentence of flowchartInWords(varied)) expect(textIn(svg)).toContain(sentence);
  });

  it('shows every way in, step, outcome and ending of a process', () => {
    const shown = textIn(renderFlowchart(varied));
    expect(shown).toContain('Permohonan masuk lewat Portal');
    for (const { label, outcomes } of varied.process.steps) {
      expect(shown).toContain(label);
      for (const outcome of outcomes) expect(shown).toContain(outcome.label);
    }
    for (const text of [
      'A. granted',
      'B. refused',
      'Waktu lapse (30 hari)',
      'Batalkan (Pemohon) → B. refused',
    ])
      expect(shown).toContain(text);
    expect(shown).toContain(
      'Tunda (Petugas): perkara berhenti paling lama 20 hari kerja, paling banyak 1 kali.',
    );
  });

  it('explains the signs that it uses, and no others', () => {
    const all = textIn(renderFlowchart(varied));
    for (const sign of [
      'jajar genjang',
      'belah ketupat',
      'kotak bergaris ganda',
      'garis putus',
      'jam',
      'palang di pangkal',
      'palang di atas',
    ])
      expect(all).toContain(sign);
    const simple = textIn(renderFlowchart(aStandard({})));
    for (const sign of ['jajar genjang', 'belah ketupat', 'garis putus', 'palang'])
      expect(simple).not.toContain(sign);
  });

  it('carries no styles, scripts, links or names of other places', () => {
    const hostile = aStandard({
      steps: [aTask('work', ['filed'], ['finished'], { label: '<script>alert(1)</script> & "x"' })],
    });
    const svg = renderFlowchart(hostile);
    expect(svg).not.toMatch(/<script|style=|<style|href|url\(/);
    expect(textIn(svg)).toContain('<script>alert(1)</script> & "x"');
    expect(markupFault(svg)).toBeUndefined();
  });

  it('keeps its letters at seven points or more on a landscape page, for twelve steps and four channels', () => {
    const svg = renderFlowchart(aBigStandard(12, 4));
    const width = Number(/viewBox="0 0 (\d+(?:\.\d+)?)/.exec(svg)?.[1]);
    const pageInPoints = ((297 - 28) / 25.4) * 72;
    expect((11 * pageInPoints) / width).toBeGreaterThanOrEqual(7);
  });

  it('stays whole for forty steps and eleven roles, and for any process', () => {
    expect(markupFault(renderFlowchart(aBigStandard(40, 9, 10)))).toBeUndefined();
    for (let seed = 0; seed < 50; seed += 1) {
      expect(markupFault(renderFlowchart(aStandard(randomProcess(chance(seed)))))).toBeUndefined();
    }
  });
});

describe('the flowchart in words', () => {
  it('has a sentence for each row, then for any moment, then for the endings', () => {
    expect(flowchartInWords(varied)).toEqual([
      'Permohonan masuk lewat Portal. Lanjut ke langkah 1.',
      'Langkah 1 oleh Petugas: Kerjakan check. Hasil: Pilih good, lanjut ke langkah 3 dan 4; Pilih incomplete, lanjut ke langkah 2; Pilih bad, berakhir: B. refused.',
      'Langkah 2 oleh Pemohon: Kerjakan complete. Hasil: Pilih supplied, lanjut ke langkah 1; Waktu lapse (30 hari), berakhir: B. refused.',
      'Langkah 3 oleh Petugas: Kerjakan visit. Pilih done, lanjut ke langkah 5.',
      'Langkah 4: Kerjakan ask. Membuka perkara layanan "layanan-lain" dan menunggu hasilnya. Pilih answered, lanjut ke langkah 5.',
      'Langkah 5 oleh Petugas: Kerjakan join. Menunggu semuanya: langkah 3 dan 4. Pilih done, lanjut ke langkah 6.',
      'Langkah 6: Kerjakan route. Otomatis menurut data. Hasil: Pilih yes, berakhir: A. granted; Pilih no, berakhir: B. refused.',
      'Sewaktu-waktu: Batalkan (Pemohon), berakhir: B. refused. Tunda (Petugas): perkara berhenti paling lama 20 hari kerja, paling banyak 1 kali.',
      'Akhir perkara: A. granted; B. refused.',
    ]);
  });

  it('says that a step is repeated, and how often', () => {
    const steps = [
      aStep(
        'visit',
        ['filed'],
        [
          anOutcome('seen', ['finished']),
          anOutcome('again', ['filed'], { tone: 'return', note: 'none', atMost: 2 }),
        ],
      ),
    ];
    expect(flowchartInWords(aStandard({ steps }))[1]).toBe(
      'Langkah 1 oleh Petugas: Kerjakan visit. Hasil: Pilih seen, berakhir: A. granted; Pilih again (paling banyak 2 kali), ulangi langkah 1.',
    );
  });
});
