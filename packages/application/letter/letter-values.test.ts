import type { FactValues } from '@layan/domain/case/facts';
import { fillLetter } from '@layan/domain/letter/fill-letter';
import { Letter } from '@layan/domain/standard/letter';
import { expect, it } from 'vitest';
import { openLetterValues } from './letter-values.ts';

const sealed = (text: string) => ({ sealed: text });
const letter = Letter.parse({
  documentClass: 'correspondence',
  layout: 'letter',
  paper: 'a4',
  body: [
    { paragraph: 'Untuk {name}.' },
    { paragraph: 'Atas keberatan yang diajukan.', when: { known: 'objection' } },
    { paragraph: 'Tanpa NIK.', when: { not: { known: 'nik' } } },
  ],
  signatory: {},
});

it('a part stands by a sealed answer that it does not say itself; other sealed answers stay closed', async () => {
  const facts: FactValues = { name: sealed('Warga Uji'), objection: sealed('x'), phone: sealed('y') };
  const opened: string[] = [];
  const openFact = async (id: string) => {
    opened.push(id);
    return `${id} terbuka`;
  };
  const values = await openLetterValues(letter, facts, facts, { openFact });
  expect(opened).toEqual(['name', 'objection']);
  const { text } = fillLetter(letter, {
    ...{ facts: new Map(), values, placeName: (code: string) => code, productLabel: 'Surat', ticket: 'T' },
    ...{ agencyName: 'Dinas', governmentName: 'Kota' },
  });
  expect(JSON.stringify(text)).toContain('Atas keberatan yang diajukan.');
  expect(JSON.stringify(text)).toContain('Tanpa NIK.');
});
