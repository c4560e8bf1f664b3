import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import vectorFile from './fixtures/nik-vectors.json' with { type: 'json' };
import { nikWarnings, parseNik } from './nik.ts';

const today = '2026-11-21';

const Vector = z.looseObject({
  nik: z.string(),
  ok: z.boolean(),
  sex: z.optional(z.enum(['L', 'P'])),
  birth: z.optional(z.string()),
  region: z.optional(z.string()),
  warn: z.optional(z.string()),
});
const vectors = z.array(Vector).check(z.minLength(16)).parse(vectorFile.vectors);

/** Reads what a test knows to be a NIK. */
const nikOf = (typed: string) => {
  const read = parseNik(typed, today);
  if (!read.ok) throw new Error(read.error);
  return read.value;
};

describe('the shared vectors', () => {
  for (const vector of vectors) {
    const verdict = vector.ok ? 'accepts' : 'refuses';
    it(`${verdict} ${vector.nik}: ${JSON.stringify(vector.error ?? vector.warn ?? vector.birth ?? '')}`, () => {
      const read = parseNik(vector.nik, today);
      expect(read.ok).toBe(vector.ok);
      if (!read.ok) return;
      if (vector.sex) expect(read.value.sex).toBe(vector.sex === 'L' ? 'male' : 'female');
      if (vector.birth) expect(read.value.birthDate).toBe(vector.birth);
      if (vector.region) expect(read.value.region).toBe(vector.region);
    });
  }

  it('warns of a province that never existed, and refuses nobody for it', () => {
    expect(nikWarnings(nikOf('9911010505909011'), {})).toEqual(['nik-region-unknown']);
    expect(nikWarnings(nikOf('9201010505909012'), {})).toEqual([]);
  });
});

describe('what is wrong has a name', () => {
  it.each([
    ['35740105059090O1', 'nik-letters'],
    ['357401050590901', 'nik-length'],
    ['35740105059090011', 'nik-length'],
    ['', 'nik-length'],
    ['0574010505909001', 'nik-leading-zero'],
    ['3508103002049006', 'nik-date'],
    ['3574014000909007', 'nik-date'],
    ['3574013200909008', 'nik-date'],
    ['3574010513909010', 'nik-date'],
    ['3574010505900000', 'nik-sequence'],
  ])('calls %s %s', (typed, error) => {
    expect(parseNik(typed, today)).toEqual({ ok: false, error });
  });
});

describe('the century', () => {
  it('is this one up to today, and the last one from tomorrow on', () => {
    expect(nikOf('3574012111269001').birthDate).toBe('2026-11-21');
    expect(nikOf('3574012211269001').birthDate).toBe('1926-11-22');
    expect(nikOf('3574010101279001').birthDate).toBe('1927-01-01');
  });

  it('is the only one that has the day: 29 February 2000 exists, 1900 had none', () => {
    expect(nikOf('3574012902009001').birthDate).toBe('2000-02-29');
    expect(parseNik('3574012902009001', '1999-12-31').ok).toBe(false);
  });
});

describe('second looks', () => {
  const woman = nikOf('3574014505909002');

  it('are silent when nothing is compared', () => {
    expect(nikWarnings(woman, {})).toEqual([]);
  });

  it('notice a number issued in another place', () => {
    expect(nikWarnings(woman, { region: '35.74' })).toEqual([]);
    expect(nikWarnings(woman, { region: '53.71' })).toEqual(['nik-region-elsewhere']);
  });

  it('notice another day of birth and another sex, but not another century', () => {
    expect(nikWarnings(woman, { birthDate: '1990-05-05', sex: 'female' })).toEqual([]);
    expect(nikWarnings(woman, { birthDate: '1890-05-05' })).toEqual([]);
    expect(nikWarnings(woman, { birthDate: '1990-05-06', sex: 'male' })).toEqual([
      'nik-birth-date',
      'nik-sex',
    ]);
  });
});

describe('any text', () => {
  it('is read without throwing, and what is accepted has sixteen digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const read = parseNik(typed, today);
        if (read.ok) expect(read.value.value).toMatch(/^[1-9]\d{15}$/);
      }),
    );
  });

  it('with any date of birth comes back with that date, for both sexes, however it is spaced', () => {
    const birth = fc.date({ min: new Date('1927-01-01'), max: new Date('2026-11-20'), noInvalidDate: true });
    fc.assert(
      fc.property(birth, fc.boolean(), fc.constantFrom('', ' ', '.', '-'), (date, female, gap) => {
        const iso = date.toISOString().slice(0, 10);
        const day = String(Number(iso.slice(8)) + (female ? 40 : 0)).padStart(2, '0');
        const typed = ['357401', `${day}${iso.slice(5, 7)}${iso.slice(2, 4)}`, '9001'].join(gap);
        expect(nikOf(typed)).toMatchObject({ birthDate: iso, sex: female ? 'female' : 'male' });
      }),
    );
  });
});
