import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../standard/facts.ts';
import { Letter, type LetterBlock } from '../standard/letter.ts';
import { fillLetter, letterText } from './fill-letter.ts';
import type { LetterContext, LetterLine } from './letter-context.ts';
import { unknownInLetter } from './standing-parts.ts';

const fact = (id: string, type: Fact['type'], more: Partial<Fact> = {}): [string, Fact] => [
  id,
  { id, label: `Label ${id}`, type, privacy: 'ordinary', basis: { inferred: 'uji' }, ...more },
];

const facts = new Map([
  fact('name', 'text'),
  fact('story', 'longText'),
  fact('nik', 'nik'),
  fact('born', 'date'),
  fact('members', 'integer'),
  fact('income', 'rupiah'),
  fact('village', 'region'),
  fact('poor', 'boolean'),
  fact('help', 'choice', {
    options: [
      { value: 'food', label: 'Bantuan pangan' },
      { value: 'x', label: 'Lain' },
    ],
  }),
]);

const context = (values: LetterContext['values'], more: Partial<LetterContext> = {}): LetterContext => ({
  ...{ facts, values, placeName: (code) => `Kelurahan ${code}`, productLabel: 'Surat Uji' },
  ...{ ticket: 'UJI-0001', agencyName: 'Dinas Uji', governmentName: 'Pemerintah Kota Uji' },
  ...more,
});

const letterOf = (body: readonly LetterBlock[], more: Partial<Letter> = {}): Letter =>
  Letter.parse({
    ...{ documentClass: 'correspondence', layout: 'letter', paper: 'a4', body, signatory: {} },
    ...more,
  });

const filled = (template: string, values: LetterContext['values'], more: Partial<LetterContext> = {}) => {
  const { text, ...faults } = fillLetter(letterOf([{ paragraph: template }]), context(values, more));
  const [block] = text.body;
  return { text: block?.kind === 'paragraph' ? block.text : undefined, ...faults };
};

describe('a placeholder is filled in', () => {
  test.each([
    ['{name}', { name: 'Warga Uji' }, 'Warga Uji'],
    ['{name|upper}', { name: 'Warga Uji' }, 'WARGA UJI'],
    ['{nik}', { nik: '3375014101809001' }, '3375014101809001'],
    ['{born}', { born: '2026-03-25' }, '25 Maret 2026'],
    ['{born|date}', { born: '2026-03-05' }, '5 Maret 2026'],
    ['{members}', { members: 5 }, '5'],
    ['{members|words}', { members: 5 }, '5 (lima)'],
    ['{members|words}', { members: 0 }, '0 (nol)'],
    ['{income|money}', { income: 750_000 }, 'Rp750.000'],
    ['{income|moneyWords}', { income: 750_000 }, 'Rp750.000 (tujuh ratus lima puluh ribu rupiah)'],
    ['{help}', { help: 'food' }, 'Bantuan pangan'],
    ['{village|upper}', { village: '35' }, 'KELURAHAN 35'],
    ['{poor}', { poor: false }, 'Tidak'],
    ['{story}', { story: 'Satu\n\n\n dua' }, 'Satu\ndua'],
    ['{name}', { name: 'Satu\ndua' }, 'Satu dua'],
  ])('%s from %j as %j', (template, values, text) => {
    expect(filled(template, values)).toEqual({ text, missing: [], unprintable: [] });
  });

  test('and specials from the case and the agency', () => {
    const lines: LetterLine[] = [
      { ticket: 'A', cells: {}, decisions: [] },
      { ticket: 'B', cells: {}, decisions: [], out: true },
    ];
    const more = { number: '1/UJI/2026', date: '2026-03-25', lines };
    const template = '{@number}|{@date}|{@ticket}|{@agency}|{@government}|{@lineCount}';
    expect(filled(template, {}, more).text).toBe(
      '1/UJI/2026|25 Maret 2026|UJI-0001|Dinas Uji|Pemerintah Kota Uji|1 (satu)',
    );
    expect(filled('{@outside}', {}).text).toMatch(/^\.{20,}$/);
  });

  test('once: what comes out of a value is never looked at again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{', '}', 'nik', 'name', '|', 'upper', '@number', '@agency', '$&', '\\'), {
          minLength: 1,
        }),
        (parts) => {
          const value = parts.join('');
          const { text, missing } = filled('Atas nama {name}.', { name: value, nik: 'RAHASIA' });
          expect(text).toBe(`Atas nama ${value}.`);
          expect(missing).toEqual([]);
        },
      ),
    );
  });

  test('without anything hidden in it, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0x2fff })), (codes) => {
        const value = String.fromCodePoint(...codes);
        const { text = '' } = filled('{name}', { name: value });
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
    );
    expect(filled('{name}', { name: 'Warga \u202EijU\u0000\u200B' }).text).toBe('Warga ijU');
  });

  test('whole, however long', () => {
    const name = 'Uji'.repeat(40);
    expect(filled('{name}', { name }).text).toBe(name);
  });
});

describe('what is missing', () => {
  test.each([
    ['unknown', {}],
    ['empty', { name: '' }],
    ['made of signs that nobody sees', { name: '\u200B\u202E \u00AD' }],
  ])('is a gap that says so when it is %s', (_, values: LetterContext['values']) => {
    expect(filled('Nama {name}', values)).toEqual({
      text: 'Nama [belum\u00a0diisi:\u00a0Label\u00a0name]',
      missing: ['name'],
      unprintable: [],
    });
  });

  test('keeps the letter from being whole, each fact named once', () => {
    const letter = letterOf([{ paragraph: '{name} {nik}' }, { list: ['{name}', '{born}'] }]);
    expect(letterText(letter, context({ born: '2026-01-01' }))).toEqual({
      ok: false,
      error: { missing: ['name', 'nik'], unprintable: [] },
    });
    expect(unknownInLetter(letter, { born: '2026-01-01', nik: { sealed: 'v1' } })).toEqual(['name']);
  });

  test('is found in every part of the document', () => {
    const letter = letterOf([{ table: [{ label: 'Nama', value: '{name}' }] }], {
      ...{ annex: '{nik}', subject: '{born}', to: ['{members}'], copies: ['{income}'] },
      annexes: [{ title: '{village}', body: [{ paragraph: '{help}' }] }],
    });
    const all = ['nik', 'born', 'members', 'name', 'income', 'village', 'help'];
    expect(unknownInLetter(letter, {})).toEqual(all);
    expect([...fillLetter(letter, context({})).missing].sort()).toEqual([...all].sort());
  });

  test('does not count where its part does not stand', () => {
    const when = { fact: 'poor', is: true } as const;
    const letter = letterOf([
      { paragraph: 'Nama {name}', when },
      {
        table: [
          { label: 'NIK', value: '{nik}', when },
          { label: 'Lahir', value: '{born}' },
        ],
      },
    ]);
    const born = '2026-01-01';
    for (const values of [{ born, poor: false }, { born }]) {
      expect(unknownInLetter(letter, values)).toEqual([]);
      expect(letterText(letter, context(values))).toMatchObject({
        ok: true,
        value: { body: [{ kind: 'table', rows: [{ label: 'Lahir' }] }] },
      });
    }
    expect(unknownInLetter(letter, { born, poor: true })).toEqual(['name', 'nik']);
  });

  test('is also what cannot be printed: it is said which characters of which answer', () => {
    const letter = letterOf([{ paragraph: '{name}' }]);
    expect(letterText(letter, context({ name: 'Uji 王' }))).toEqual({
      ok: false,
      error: { missing: [], unprintable: [{ label: 'Label name', characters: ['王'] }] },
    });
  });
});

describe('lines of a batch', () => {
  const decided = (step: string, decision: string, note?: string) => ({
    ...{ step, decision, label: `Label ${decision}` },
    ...(note !== undefined && { note }),
  });
  const lines: readonly LetterLine[] = [
    {
      ticket: 'A',
      cells: { name: 'Warga Satu' },
      decisions: [decided('meet', 'fit'), decided('check', 'ok', 'Baik')],
    },
    { ticket: 'B', cells: {}, decisions: [decided('meet', 'unfit', 'Pindah')], out: true },
    { ticket: 'C', cells: { name: '{nik}' }, decisions: [decided('meet', 'fit')] },
  ];
  const columns = ['@no', '@ticket', 'name', '@decision', '@note'].map((value) => ({ label: value, value }));
  const rowsOf = (block: Record<string, unknown>) => {
    const letter = Letter.parse({ ...letterOf([{ paragraph: 'x' }]), body: [{ lines: columns, ...block }] });
    const [first] = fillLetter(letter, context({ nik: 'RAHASIA' }, { lines })).text.body;
    return first?.kind === 'lines' ? first.rows : undefined;
  };

  test('are those that are still in the batch, numbered, with the last decision; a dash is none', () => {
    expect(rowsOf({})).toEqual([
      ['1', 'A', 'Warga Satu', 'Label ok', 'Baik'],
      ['2', 'C', '{nik}', 'Label fit', '–'],
    ]);
  });

  test('are those that were decided so at a step, also when they left by it', () => {
    expect(rowsOf({ decided: { step: 'meet', decisions: ['unfit'] } })).toEqual([
      ['1', 'B', '–', 'Label unfit', 'Pindah'],
    ]);
    expect(rowsOf({ decided: { step: 'meet', decisions: ['fit'] } })?.map((row) => row[3])).toEqual([
      'Label fit',
      'Label fit',
    ]);
  });
});

test('a draft without number and date says that they come later', () => {
  expect(filled('{@number} {@date}', {}).text).toBe(
    '[nomor\u00a0saat\u00a0ditetapkan] [tanggal\u00a0saat\u00a0ditetapkan]',
  );
});

test('a template that no checker would let pass is a bug, not a letter', () => {
  expect(() => filled('{nama', {})).toThrow('brace-open at 0');
});
