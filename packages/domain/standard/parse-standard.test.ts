import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { small } from './fixtures/small.ts';
import { parseStandard } from './parse-standard.ts';

const problems = (document: unknown) => {
  const parsed = parseStandard(document);
  return parsed.ok ? [] : parsed.error;
};

/** Through JSON, as documents arrive. */
const arrived = (change: (text: string) => string): unknown => JSON.parse(change(JSON.stringify(small)));

const nested = (levels: number): unknown => {
  let value: unknown = { fact: 'urgent', is: 'yes' };
  for (let level = 0; level < levels; level += 1) value = { not: value };
  return value;
};

describe('a document from outside', () => {
  it('is read when it fits the format', () => {
    expect(parseStandard(arrived((text) => text))).toEqual({ ok: true, value: small });
  });

  it('is refused with the place and in words', () => {
    expect(problems({ ...small, summary: '' })).toEqual([
      { place: 'summary', message: 'Isian terlalu pendek atau terlalu kecil; paling sedikit 1.' },
    ]);
    expect(problems({ ...small, kind: 'wish' })).toMatchObject([{ place: 'kind' }]);
    expect(problems({ ...small, process: { ...small.process, roles: 'all' } })).toEqual([
      { place: 'process.roles', message: 'Di sini diperlukan daftar.' },
    ]);
  });

  it('is refused where something is missing, as missing', () => {
    const { summary: _summary, ...rest } = small;
    expect(problems(rest)).toEqual([{ place: 'summary', message: 'Isian ini wajib, dan belum ada.' }]);
    const roles = [{ id: 'clerk', label: 'Petugas', party: 'staff' }];
    expect(problems({ ...small, process: { ...small.process, roles } })).toEqual([
      {
        place: 'process.roles.0.basis',
        message: 'Isian ini wajib, dan belum ada. Letaknya pada "Petugas".',
      },
    ]);
  });

  it('of another format version is refused', () => {
    expect(problems({ ...small, format: 'layan.standard/2', words: 'new' })).toEqual([
      {
        place: 'format',
        message:
          'Dokumen ini memakai format versi 2. Yang dikenal di sini hanya versi 1 ("layan.standard/1"); pakai Layan yang lebih baru.',
      },
    ]);
    expect(problems({ ...small, format: 'lain' })).toEqual([
      { place: 'format', message: 'Isian harus salah satu dari: layan.standard/1.' },
    ]);
  });

  it('is refused at the innermost place where its shape is clear', () => {
    const process = structuredClone(small.process);
    const withBasis = (basis: object) => {
      const [step, ...others] = process.steps;
      return { ...small, process: { ...process, steps: [{ ...step, basis }, ...others] } };
    };
    expect(problems(withBasis({ inferred: 'silence', sites: [] }))).toEqual([
      {
        place: 'process.steps.0.basis',
        message: 'Isian ini tidak dikenal: sites. Letaknya pada "Periksa berkas".',
      },
    ]);
    expect(problems(withBasis({ cites: ['procedure 2'] }))).toEqual([
      {
        place: 'process.steps.0.basis.cites.0',
        message:
          'Kalimat dirujuk dengan komponen dan nomornya, misalnya "procedure.1". Letaknya pada "Periksa berkas".',
      },
    ]);
  });

  it('keeps markup in texts as it is: text', () => {
    const parsed = parseStandard({ ...small, summary: '<script>alert(1)</script> & "surat"' });
    expect(parsed).toMatchObject({ ok: true, value: { summary: '<script>alert(1)</script> & "surat"' } });
  });

  it.each([
    ['a character that ends texts elsewhere', 'a\u0000b'],
    ['writing that turns around', 'a\u202eb'],
    ['half a character', 'a\ud800b'],
  ])('cannot hide %s', (_story, summary) => {
    expect(problems({ ...small, summary })).toMatchObject([{ place: 'summary' }]);
    expect(problems({ ...small, [summary]: 1 })).toHaveLength(1);
  });

  it('has no text and no list beyond measure', () => {
    expect(problems({ ...small, summary: 'a'.repeat(10_001) })).toEqual([
      { place: 'summary', message: 'Teks ini terlalu panjang; paling banyak 10000 huruf.' },
    ]);
    const readings = Array.from({ length: 1_001 }, () => small.readings[0]);
    expect(problems({ ...small, readings })).toEqual([
      { place: 'readings', message: 'Daftar ini terlalu panjang; paling banyak 1000 isian.' },
    ]);
  });

  it('has no condition that is nested without end', () => {
    const [step, ...others] = structuredClone(small.process.steps);
    const [outcome] = step?.outcomes ?? [];
    const steps = [{ ...step, outcomes: [{ ...outcome, when: nested(60) }] }, ...others];
    const [problem] = problems({ ...small, process: { ...small.process, steps } });
    expect(problem?.place).toMatch(/^process\.steps\.0\.outcomes\.0\.when(\.not){30,}/);
    expect(problem?.message).toBe('Susunan dokumen terlalu dalam; paling banyak 40 tingkat.');
  });

  it('with fields we do not know is refused, wherever they stand', () => {
    expect(problems({ ...small, script: 'x' })).toEqual([
      { place: '', message: 'Isian ini tidak dikenal: script.' },
    ]);
    const inside = arrived((text) => text.replace('"kind":"task"', '"kind":"task","eval":"x"'));
    expect(problems(inside)).toMatchObject([{ place: 'process.steps.0' }]);
  });

  it('is told what the shape of a text should be', () => {
    const { process } = small;
    const [role] = process.roles;
    expect(
      problems({ ...small, process: { ...process, roles: [{ ...role, id: 'Petugas Loket' }] } }),
    ).toEqual([
      {
        place: 'process.roles.0.id',
        message:
          'Nama ini ditulis dengan huruf dan angka tanpa spasi, misalnya "periksa-berkas". Letaknya pada "Pemohon".',
      },
    ]);
    expect(problems({ ...small, decree: { number: '1', enactedOn: '5 Januari 2026' } })).toEqual([
      { place: 'decree.enactedOn', message: 'Tanggal ditulis seperti "2026-03-02".' },
    ]);
  });

  it('cannot use names that every object has', () => {
    const shadow = (name: string) => arrived((text) => text.replaceAll('"urgent":"no"', `"${name}":"no"`));
    expect(problems(shadow('__proto__')).length).toBeGreaterThan(0);
    expect(problems(shadow('constructor')).length).toBeGreaterThan(0);
    expect(problems(shadow('toString')).length).toBeGreaterThan(0);
    // A reading of that name would count as confirmed before anybody looked at it.
    const [reading] = small.readings;
    expect(problems({ ...small, readings: [{ ...reading, id: 'constructor' }] })).toMatchObject([
      { place: 'readings.0.id', message: 'Nama ini tidak dapat dipakai. Letaknya pada "constructor".' },
    ]);
  });

  it('of any depth or size is answered quickly', () => {
    // The time of the processor, in microseconds: another program's work is no fault of this one.
    const started = process.cpuUsage();
    expect(problems(nested(100_000))).toMatchObject([
      { message: 'Susunan dokumen terlalu dalam; paling banyak 40 tingkat.' },
    ]);
    expect(problems(Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [at, {}])))).toEqual([
      { place: '', message: 'Dokumen terlalu besar; paling banyak 50000 isian.' },
    ]);
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });

  it('tells of at most fifty places', () => {
    const roles = Array.from({ length: 500 }, () => ({}));
    expect(problems({ ...small, process: { ...small.process, roles } })).toHaveLength(50);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (document) => void parseStandard(document)));
  });
});
