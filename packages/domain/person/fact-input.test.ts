import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fact, FactType } from '../standard/facts.ts';
import { type InputContext, parseFact } from './fact-input.ts';

const context: InputContext = { today: '2026-11-21', region: '35.74' };

const fact = (type: FactType, more: object = {}): Fact =>
  Fact.parse({
    id: 'asked',
    label: 'Pertanyaan',
    type,
    privacy: 'ordinary',
    basis: { cites: ['procedure.1'] },
    ...more,
  });

const twoChoices = {
  options: [
    { value: 'have', label: 'Punya' },
    { value: 'noneYet', label: 'Belum punya' },
  ],
};

const outcome = (type: FactType, typed: string, more: object = {}, where: InputContext = context) => {
  const read = parseFact(fact(type, more), typed, where);
  if (!read.ok) return read.error.code;
  return read.value?.value;
};

describe('one answer', () => {
  it('is nothing when only blanks were typed, whatever is asked', () => {
    for (const type of FactType.options) expect(outcome(type, ' \t\r\n ')).toBeUndefined();
  });

  it('of one line is trimmed, and pasted line breaks become blanks', () => {
    expect(outcome('text', '  Warga \r\n Uji\u0000 Satu ')).toBe('Warga Uji Satu');
  });

  it('keeps no sign that turns letters around or that nobody sees, but those that join letters', () => {
    expect(outcome('text', 'Warga\u202E ijU\u2069\u200F\u0085Satu\u2028Dua\u007F')).toBe(
      'Warga ijU Satu Dua',
    );
    expect(outcome('longText', 'Satu\u202Eaud')).toBe('Satuaud');
    expect(outcome('text', '👩\u200D🌾')).toBe('👩\u200D🌾');
  });

  it('is nothing when nothing of it can be seen', () => {
    for (const type of FactType.options) expect(outcome(type, '\u200B\u2060 \uFEFF\u00AD')).toBeUndefined();
  });

  it('of several lines keeps them', () => {
    expect(outcome('longText', 'Satu\r\nDua')).toBe('Satu\nDua');
  });

  it('may be as long as the fact says, counted as people count', () => {
    expect(outcome('text', '😀'.repeat(5), { maxLength: 5 })).toBe('😀'.repeat(5));
    expect(outcome('text', 'abcdef', { maxLength: 5 })).toBe('text-too-long');
    expect(outcome('text', 'a'.repeat(121))).toBe('text-too-long');
    expect(outcome('longText', 'a'.repeat(1001))).toBe('text-too-long');
    expect(outcome('longText', 'a'.repeat(1_000_000))).toBe('text-too-long');
  });

  it.each([
    ['nik', '3574 0105 0590 9001', '3574010505909001'],
    ['familyCardNumber', '3574-0125-0313-9001', '3574012503139001'],
    ['phone', '0812 3456 7890', '+6281234567890'],
    ['email', 'warga@contoh.id', 'warga@contoh.id'],
    ['date', '25 Maret 2026', '2026-03-25'],
    ['boolean', 'ya', true],
    ['boolean', 'false', false],
    ['region', '35.74.04.1003', '35.74.04.1003'],
    ['rupiah', 'Rp1.250.000', 1_250_000],
    ['geo', '-7.7543, 113.2159', '-7.7543,113.2159'],
  ] as const)('of type %s reads %j', (type, typed, value) => {
    expect(outcome(type, typed)).toBe(value);
  });

  it.each([
    ['nik', '357401050590900', 'nik-length'],
    ['familyCardNumber', '3574013002139001', 'family-card-date'],
    ['phone', '0812', 'phone-malformed'],
    ['email', 'warga', 'email-malformed'],
    ['date', '31-02-2026', 'date-malformed'],
    ['integer', 'empat', 'number-malformed'],
    ['integer', '1.5', 'number-malformed'],
    ['boolean', 'mungkin', 'choice-unknown'],
    ['region', '3574041003', 'region-unknown'],
    ['rupiah', '1,5 juta', 'rupiah-malformed'],
    ['geo', 'rumah', 'geo-malformed'],
    ['geo', '113.2159, -7.7543', 'geo-elsewhere'],
    ['multichoice', 'have', 'choice-unknown'],
  ] as const)('of type %s refuses %j as %s', (type, typed, code) => {
    expect(outcome(type, typed)).toBe(code);
  });

  it('in whole numbers keeps within its bounds and reads Indonesian thousands', () => {
    const bounds = { min: 1, max: 1500 };
    expect(outcome('integer', '1.500', bounds)).toBe(1500);
    expect(outcome('integer', '007', bounds)).toBe(7);
    expect(outcome('integer', '0', bounds)).toBe('number-too-small');
    expect(outcome('integer', '1501', bounds)).toBe('number-too-large');
    expect(Object.is(outcome('integer', '-0'), 0)).toBe(true);
  });

  it('must be one of the choices, by its value', () => {
    expect(outcome('choice', 'have', twoChoices)).toBe('have');
    expect(outcome('choice', 'Punya', twoChoices)).toBe('choice-unknown');
    expect(outcome('choice', 'toString', twoChoices)).toBe('choice-unknown');
  });

  it('of several choices is kept in the order of the options, each once', () => {
    expect(outcome('multichoice', 'noneYet, have,,noneYet', twoChoices)).toBe('have,noneYet');
    expect(outcome('multichoice', 'have,else', twoChoices)).toBe('choice-unknown');
  });

  it('in rupiah keeps within its bounds, named as money', () => {
    const bounds = { min: 1000, max: 5_000_000 };
    expect(outcome('rupiah', 'Rp5.000.000', bounds)).toBe(5_000_000);
    expect(outcome('rupiah', '999', bounds)).toBe('number-too-small');
    const read = parseFact(fact('rupiah', bounds), '5000001', context);
    expect(read.ok ? '' : read.error.message).toContain('Rp5.000.000');
  });

  it('must be among the choices of its date', () => {
    const dated = fact('choice', {
      datedBy: 'asOf',
      options: [
        { value: 'old', label: 'Data lama', until: '2025-02-04' },
        { value: 'new', label: 'Data baru', from: '2025-02-05' },
      ],
    });
    const on = (typed: string, known = {}) => {
      const read = parseFact(dated, typed, context, known);
      return read.ok ? read.value?.value : read.error.message;
    };
    expect(on('old', { asOf: '2025-02-04' })).toBe('old');
    expect(on('new', { asOf: '2025-02-05' })).toBe('new');
    expect(on('old', { asOf: '2025-02-05' })).toBe(
      '"Data lama" tidak berlaku pada Rabu, 5 Februari 2025. Periksa tanggal atau pilihan ini.',
    );
    expect(on('new', { asOf: '2025-02-04' })).toContain('"Data baru" tidak berlaku');
    expect(on('old')).toBe('old');
    expect(on('old', { asOf: { sealed: 'x' } })).toBe('old');
  });

  it('must name a region of the tenant when its list is known', () => {
    const listed = { ...context, isRegion: (code: string) => code === '35.74.04.1003' };
    expect(outcome('region', '35.74.04.1003', {}, listed)).toBe('35.74.04.1003');
    expect(outcome('region', '35.08.04.1003', {}, listed)).toBe('region-unknown');
  });

  it('with a number issued elsewhere is kept, with a warning', () => {
    const read = parseFact(fact('nik'), '5371057112099003', context);
    expect(read).toMatchObject({
      ok: true,
      value: { value: '5371057112099003', warnings: [{ severity: 'warning', code: 'nik-region-elsewhere' }] },
    });
  });

  it('is refused in words that say what to do', () => {
    const read = parseFact(fact('nik'), '123', context);
    expect(read).toMatchObject({ ok: false, error: { severity: 'error' } });
    expect(read.ok ? '' : read.error.message).toContain('16 angka');
  });

  it('never throws, whatever is asked and typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FactType.options),
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d .+-]{0,20}$/)),
        (type, typed) => void outcome(type, typed),
      ),
    );
  });

  it('read once is read the same again', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.stringMatching(/^0?8\d{8,11}$/),
      fc.stringMatching(/^[1-9]\d{15}$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...FactType.options), typed, (type, text) => {
        const once = parseFact(fact(type), text, context);
        if (!once.ok || once.value === undefined) return;
        const { value } = once.value;
        expect(outcome(type, String(value))).toBe(value);
      }),
    );
  });
});
