import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../kernel/canonical-json.ts';
import {
  aFact,
  aForm,
  anEnding,
  anOutcome,
  aStandard,
  aStep,
  aTask,
  aTimer,
  officer,
  portal,
} from '../testing/a-standard.ts';
import { chance } from '../testing/chance.ts';
import { randomProcess } from '../testing/random-process.ts';
import type { Deadline } from './deadline.ts';
import { differences } from './differences.ts';
import { parseStandard } from './parse-standard.ts';
import type { Process } from './process.ts';
import type { Standard } from './standard.ts';

const basis = { cites: ['procedure.1'] };

const aDeadline = (more: Partial<Deadline> = {}): Deadline => ({
  id: 'janji',
  kind: 'promise',
  label: 'Kartu Pendalungan',
  duration: { amount: 3, unit: 'working_day' },
  calendar: 'office',
  starts: { filed: true },
  stops: [{ ended: true }],
  basis,
  ...more,
});

const wordsBetween = (before: Standard, after: Standard): readonly string[] =>
  differences(before, after).map(({ words }) => words);

const between = (before: Partial<Process>, after: Partial<Process>): readonly string[] =>
  wordsBetween(aStandard(before), aStandard(after));

describe('differences', () => {
  it('finds nothing between equal standards, however their members are ordered', () => {
    const standard = aStandard({});
    const { format, ...rest } = structuredClone(standard);
    expect(differences(standard, { ...rest, format })).toEqual([]);
  });

  it('tells a promise that became shorter', () => {
    const [found, ...others] = differences(
      aStandard({ deadlines: [aDeadline()] }),
      aStandard({ deadlines: [aDeadline({ duration: { amount: 2, unit: 'working_day' } })] }),
    );
    expect(others).toEqual([]);
    expect(found).toEqual({
      kind: 'changed',
      place: 'process.deadlines.janji.duration',
      words: 'Kartu Pendalungan: 3 hari kerja menjadi 2 hari kerja.',
    });
  });

  it.each<[string, Partial<Deadline>]>([
    ['longer', { duration: { amount: 4, unit: 'working_day' } }],
    ['in working days, no longer in calendar days', { duration: { amount: 3, unit: 'working_day' } }],
    ['only a target', { kind: 'target' }],
    ['only a norm', { kind: 'norm' }],
    ['for fewer channels', { channels: ['portal'] }],
    ['paused for more', { pausedFor: ['applicant'] }],
    [
      'open to extension',
      { extension: { role: 'officer', by: { amount: 1, unit: 'working_day' }, atMost: 1 } },
    ],
    ['until a date that is agreed', { duration: { unit: 'agreed', fact: 'wish' } }],
  ])('flags a promise that is now %s, and not the way back', (_, more) => {
    const before = aStandard({ deadlines: [aDeadline({ duration: { amount: 3, unit: 'calendar_day' } })] });
    const after = aStandard({
      deadlines: [aDeadline({ duration: { amount: 3, unit: 'calendar_day' }, ...more })],
    });
    expect(differences(before, after).some(({ weaker }) => weaker)).toBe(true);
    expect(differences(after, before).some(({ weaker }) => weaker)).toBe(false);
  });

  it('flags a promise that is gone, not one that came, nor an internal norm', () => {
    const none = aStandard({});
    const promised = aStandard({ deadlines: [aDeadline()] });
    const norm = aStandard({ deadlines: [aDeadline({ kind: 'norm' })] });
    expect(differences(promised, none)).toMatchObject([
      { kind: 'removed', words: 'Janji waktu Kartu Pendalungan dihapus.', weaker: true },
    ]);
    expect(differences(none, promised)[0]).not.toHaveProperty('weaker');
    expect(differences(norm, none)[0]).not.toHaveProperty('weaker');
  });

  it('tells what is asked in addition', () => {
    const requirement = { id: 'ktp', label: 'KTP', required: true, basis };
    expect(between({}, { requirements: [requirement] })).toEqual(['Persyaratan “KTP” ditambahkan.']);
    expect(between({ requirements: [requirement] }, {})).toEqual(['Persyaratan “KTP” dihapus.']);
    expect(
      between({ requirements: [requirement] }, { requirements: [{ ...requirement, required: false }] }),
    ).toEqual(['Persyaratan “KTP”: sifat wajib menjadi tidak wajib.']);
  });

  it('tells who does a step now, by name', () => {
    const head = { ...officer, id: 'head', label: 'Kepala' };
    const roles = [officer, head];
    expect(
      between(
        { roles, steps: [aTask('work', ['filed'], ['finished'])] },
        { roles, steps: [aTask('work', ['filed'], ['finished'], { role: 'head' })] },
      ),
    ).toEqual(['Langkah “Kerjakan work”: dikerjakan oleh “Petugas” menjadi “Kepala”.']);
  });

  it('tells where an outcome leads by what is done there', () => {
    const steps = (to: string) => [aTask('work', ['filed'], [to]), aTask('look', ['looked'], ['finished'])];
    expect(between({ steps: steps('looked') }, { steps: steps('finished') })).toEqual([
      'Langkah “Kerjakan work”, hasil “Pilih done”: lanjut ke “Kerjakan look” menjadi “granted”.',
    ]);
  });

  it('tells the sentence of an ending and of a component with the old and the new words', () => {
    const ending = anEnding('granted', ['finished']);
    expect(between({ endings: [ending] }, { endings: [{ ...ending, citizen: 'Silakan ambil.' }] })).toEqual([
      'Akhir perkara “granted”: kalimat kepada warga “Permohonan Anda selesai: granted.” menjadi “Silakan ambil.”.',
    ]);
    const before = aStandard({});
    const [component] = before.components;
    const after: Standard = {
      ...before,
      components: component
        ? [
            {
              ...component,
              sentences: [{ id: 'procedure.1', label: '2.1', text: 'Petugas melayani.', source: 'uji' }],
            },
          ]
        : [],
    };
    expect(wordsBetween(before, after)).toEqual([
      'Sistem, mekanisme, dan prosedur, kalimat 2.1: “Petugas mengerjakan.” menjadi “Petugas melayani.”.',
      'Sistem, mekanisme, dan prosedur, kalimat 2.1: penomoran kini “2.1”, semula tidak ada.',
    ]);
  });

  it('tells conditions in words and fields by the question they ask', () => {
    const facts = [aFact('poor')];
    const form = (required: boolean) => aForm('ask', [{ fact: 'poor', required, when: { known: 'wish' } }]);
    expect(between({ facts, forms: [form(true)] }, { facts, forms: [form(false)] })).toEqual([
      'Formulir “Formulir ask”, halaman “Satu”, isian “Pertanyaan poor”: sifat wajib menjadi tidak wajib.',
    ]);
    const requirement = { id: 'ktp', label: 'KTP', required: true, basis };
    expect(
      between(
        { facts, requirements: [requirement] },
        { facts, requirements: [{ ...requirement, when: { fact: 'poor', is: true } }] },
      ),
    ).toEqual(['Persyaratan “KTP”: syarat kini “Pertanyaan poor” dijawab “Ya”, semula tidak ada.']);
  });

  it('tells the decree, and what comes first on the document first', () => {
    const before = aStandard({});
    const after: Standard = {
      ...aStandard({ requirements: [{ id: 'ktp', label: 'KTP', required: true, basis }] }),
      title: 'Standar Baru',
      decree: { number: '12/2026', enactedOn: '2026-03-02' },
    };
    expect(wordsBetween(before, after)).toEqual([
      'Judul “Standar Pelayanan Uji” menjadi “Standar Baru”.',
      'Keputusan penetapan belum ditetapkan menjadi Nomor 12/2026 tanggal 2 Maret 2026.',
      'Persyaratan “KTP” ditambahkan.',
    ]);
  });

  it('tells that only the order changed', () => {
    const requirements = ['ktp', 'kk'].map((id) => ({ id, label: id, required: true, basis }));
    expect(between({ requirements }, { requirements: [...requirements].reverse() })).toEqual([
      'Urutan persyaratan berubah.',
    ]);
  });

  it('tells what it has no words for all the same', () => {
    const before = aStandard({});
    const after = Object.assign(aStandard({}), { novelty: 'baru' });
    expect(wordsBetween(before, after)).toEqual(['Isian novelty kini “baru”, semula tidak ada.']);
    expect(wordsBetween(after, before)).toEqual(['Isian novelty dihapus, semula “baru”.']);
  });

  it('tells apart elements that carry the same id', () => {
    const twice = ['KTP', 'KK'].map((label) => ({ id: 'same', label, required: true, basis }));
    expect(between({ requirements: twice }, { requirements: twice.slice(0, 1) })).toEqual([
      'Persyaratan “KK” dihapus.',
    ]);
  });
});

const withFee = (text: string): Standard => {
  const standard = aStandard({});
  const fee = { key: 'fee', title: 'Biaya', sentences: [{ id: 'fee.1', text, source: 'uji' }] } as const;
  return { ...standard, components: [...standard.components, { ...fee, sentences: [...fee.sentences] }] };
};

const ktp = { id: 'ktp', label: 'KTP', required: true, basis };
const objection = (amount: number) => ({
  ...portal,
  id: 'objection',
  about: {
    endings: ['granted'],
    carries: [],
    within: { amount, unit: 'working_day' as const },
    calendar: 'office' as const,
  },
});
const returning = (atMost: number) => ({
  steps: [aStep('work', ['filed'], [anOutcome('back', ['filed'], { tone: 'return', atMost })])],
});
const silent = (timer: { amount: number }, kind: 'lapsed' | 'granted'): Partial<Process> => ({
  endings: [{ ...anEnding('over', ['over']), kind }],
  timers: [aTimer('silence', 'waiting', ['over'], { after: { ...timer, unit: 'calendar_day' } })],
});
const told = { ...anEnding('granted', ['finished']), notify: true as const };
const seen = (seenBy: string[]) => ({ identity: { facts: ['wish'], seenBy } });

describe('what promises less is flagged, and not the way back', () => {
  it.each<[string, Standard, Standard]>([
    ['a fee', withFee('Tidak dipungut biaya.'), withFee('Rp10.000,00')],
    ['a fee without a sum', withFee('Gratis'), withFee('Sesuai Perda.')],
    ['a higher fee', withFee('Biaya Rp 5.000 per lembar.'), withFee('Biaya Rp 10.000 per lembar.')],
    ['a paper more', aStandard({}), aStandard({ requirements: [ktp] })],
    [
      'a paper that must be brought now',
      aStandard({ requirements: [{ ...ktp, required: false }] }),
      aStandard({ requirements: [ktp] }),
    ],
    ['a channel that is gone', aStandard({ channels: [portal, objection(5)] }), aStandard({})],
    [
      'less time to object',
      aStandard({ channels: [portal, objection(21)] }),
      aStandard({ channels: [portal, objection(7)] }),
    ],
    [
      'a channel that keeps no secret',
      aStandard({ channels: [{ ...portal, confidential: true }] }),
      aStandard({ channels: [portal] }),
    ],
    [
      'a channel that wants a name',
      aStandard({ channels: [{ ...portal, identity: 'optional' }] }),
      aStandard({ channels: [{ ...portal, identity: 'required' }] }),
    ],
    ['one more who reads the name', aStandard(seen([])), aStandard(seen(['officer']))],
    [
      'an ending that is told to nobody',
      aStandard({ endings: [told] }),
      aStandard({ endings: [anEnding('granted', ['finished'])] }),
    ],
    ['fewer returns', aStandard(returning(2)), aStandard(returning(1))],
    [
      'a file that lapses sooner',
      aStandard(silent({ amount: 30 }, 'lapsed')),
      aStandard(silent({ amount: 10 }, 'lapsed')),
    ],
    [
      'a clock that starts later',
      aStandard({ deadlines: [aDeadline()] }),
      aStandard({ deadlines: [aDeadline({ starts: { step: 'work', outcome: 'done' } })] }),
    ],
  ])('%s', (_, before, after) => {
    expect(differences(before, after).some(({ weaker }) => weaker)).toBe(true);
    expect(differences(after, before).some(({ weaker }) => weaker)).toBe(false);
  });

  it('is not a timer that grants sooner', () => {
    const [before, after] = [30, 10].map((amount) => aStandard(silent({ amount }, 'granted')));
    if (!before || !after) throw new Error('two');
    expect(differences(before, after)).toMatchObject([{ place: 'process.timers.silence.after' }]);
    expect(differences(before, after).some(({ weaker }) => weaker)).toBe(false);
  });

  it('is told by label where a version still names what it removed', () => {
    const before = aStandard({
      channels: [portal, { ...portal, id: 'loket', label: 'Loket' }],
      deadlines: [aDeadline({ channels: ['portal', 'loket'] })],
    });
    const after = aStandard({ deadlines: [aDeadline({ channels: ['loket'] })] });
    expect(wordsBetween(before, after)).toContain(
      'Kartu Pendalungan: saluran “Portal”, “Loket” menjadi “Loket”.',
    );
  });
});

/** One change somewhere in the document: a leaf, a member, an element. */
const mutated = (document: unknown, pick: (below: number) => number): unknown => {
  const copy: unknown = structuredClone(document);
  const spots: (() => void)[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      if (value.length > 0) spots.push(() => value.splice(pick(value.length), 1));
      if (value.length > 1) spots.push(() => value.push(value.shift()));
      for (const [at, member] of value.entries()) leaf(member, (changed) => value.splice(at, 1, changed));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        spots.push(() => Reflect.deleteProperty(value, key));
        leaf(member, (changed) => Reflect.set(value, key, changed));
      }
    }
  };
  const leaf = (value: unknown, put: (changed: unknown) => void): void => {
    if (typeof value === 'string') spots.push(() => put(`${value}x`));
    else if (typeof value === 'number') spots.push(() => put(value + 1));
    else if (typeof value === 'boolean') spots.push(() => put(!value));
    else visit(value);
  };
  visit(copy);
  spots[pick(spots.length)]?.();
  return copy;
};

const randomStandard = fc.nat().map((seed) => aStandard(randomProcess(chance(seed))));

describe('differences between random standards', () => {
  it('are none exactly when the canonical JSON is the same, as many back as there', () => {
    let noticed = 0;
    fc.assert(
      fc.property(randomStandard, fc.infiniteStream(fc.nat()), (before, numbers) => {
        const pick = (below: number): number => (numbers.next().value ?? 0) % Math.max(1, below);
        const after = parseStandard(mutated(before, pick));
        if (!after.ok) return;
        const found = differences(before, after.value);
        expect(found.length === 0).toBe(canonicalJson(before) === canonicalJson(after.value));
        expect(differences(after.value, before)).toHaveLength(found.length);
        for (const { words } of found) expect(words).toMatch(/^\S.+\.$/s);
        noticed += found.length > 0 ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    expect(noticed).toBeGreaterThan(50);
  });

  it('swap what was added and what was removed when they are read backwards', () => {
    fc.assert(
      fc.property(randomStandard, randomStandard, (before, after) => {
        const count = (found: ReturnType<typeof differences>, kind: string) =>
          found.filter((one) => one.kind === kind).length;
        const there = differences(before, after);
        const back = differences(after, before);
        expect(count(back, 'added')).toBe(count(there, 'removed'));
        expect(count(back, 'changed')).toBe(count(there, 'changed'));
        expect(differences(before, structuredClone(before))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('differences of letters and batches', () => {
  const aLetter = (more: object = {}): Process['products'][number] => ({
    id: 'reply',
    kind: 'letter',
    label: 'Surat jawaban',
    letter: {
      documentClass: 'correspondence',
      layout: 'letter',
      paper: 'a4',
      body: [{ paragraph: 'Permohonan dikabulkan.' }],
      signatory: {},
      ...more,
    },
    basis,
  });

  it('tell what the template of a letter says now', () => {
    const body = [{ paragraph: 'Permohonan diterima.', when: { known: 'wish' } }];
    expect(between({ products: [aLetter()] }, { products: [aLetter({ body, paper: 'f4' })] })).toEqual([
      'Produk “Surat jawaban”, templat surat: kertas A4 menjadi F4.',
      expect.stringMatching(
        /^Produk “Surat jawaban”, templat surat: isi “Permohonan dikabulkan.” menjadi “Permohonan diterima.” \(bila /,
      ),
    ]);
  });

  it('tell its register and its classification', () => {
    const pattern = '{seq:000}/{year}';
    const numbered = (numbering: Process['products'][number]['numbering']) => ({
      products: [{ ...aLetter(), numbering }],
    });
    expect(
      between(numbered({ pattern }), numbered({ pattern, classification: '460', register: 'keluar' })),
    ).toEqual([
      'Produk “Surat jawaban”, penomoran: kode klasifikasi kini 460, semula tidak ada.',
      'Produk “Surat jawaban”, penomoran: buku agenda kini keluar, semula tidak ada.',
    ]);
  });

  it('tell that a tier may be passed', () => {
    const tier = (skip?: 'away') => ({
      steps: [
        aTask('look', ['filed'], ['finished'], {
          review: { verb: 'initial', draft: 'look', ...(skip && { skip }) },
        }),
      ],
    });
    expect(between(tier(), tier('away'))).toEqual([
      'Langkah “Kerjakan look”, pemeriksaan konsep: dilewati bila kini jabatannya kosong atau semua berhalangan, semula tidak ada.',
    ]);
  });

  it('tell what comes of a batch, and what is decided on its lines', () => {
    const line = (decision: string) => ({
      steps: [
        aStep('wait', ['filed'], [anOutcome('fit', ['finished'], { from: [{ step: 'meet', decision }] })], {
          kind: 'line' as const,
        }),
      ],
    });
    expect(between(line('fit'), line('good'))).toEqual([
      'Langkah “Kerjakan wait”, hasil “Pilih fit”: disebabkan dalam berkas bersama keputusan fit pada meet menjadi keputusan good pada meet.',
    ]);
    const meeting = (drops?: true) => ({
      steps: [
        aTask('meet', ['filed'], ['finished'], {
          lines: {
            decisions: [
              {
                id: 'unfit',
                label: 'Tidak layak',
                tone: 'refuse',
                note: 'none',
                basis,
                ...(drops && { drops }),
              },
            ],
          },
        }),
      ],
    });
    expect(between(meeting(), meeting(true))).toEqual([
      'Langkah “Kerjakan meet”, keputusan per baris, keputusan “Tidak layak”: mengeluarkan baris kini ya, semula tidak ada.',
    ]);
  });
});
