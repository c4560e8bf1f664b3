import { describe, expect, test } from 'vitest';
import type { Letter } from '../standard/letter.ts';
import { type Signer, signAs } from './sign-as.ts';

const official = {
  position: 'Kepala Dinas Sosial',
  nameWithTitles: 'Dra. Pejabat Uji, M.Si.',
  nip: '197001011995012001',
  rank: 'Pembina Utama Muda, IV/c',
};
const head: Signer = { name: 'Pejabat Uji', official };
const rankAndNip = ['Pembina Utama Muda, IV/c', 'NIP 19700101 199501 2 001'];

const sign = (
  signer: Signer | undefined,
  letter: Partial<Pick<Letter, 'documentClass'>> & { signatory?: Letter['signatory'] } = {},
) =>
  signAs({
    letter: { documentClass: 'correspondence', signatory: {}, ...letter },
    ...(signer && { signer }),
    roleOffice: 'Kepala Dinas Sosial',
  });

describe('who signs is written', () => {
  test('with titles, rank and NIP in correspondence, and the office as theirs', () => {
    expect(sign(head)).toEqual({
      office: ['Kepala Dinas Sosial,'],
      name: 'Dra. Pejabat Uji, M.Si.',
      below: rankAndNip,
    });
  });

  test('without titles in a decree', () => {
    expect(sign(head, { documentClass: 'decree' }).name).toBe('Pejabat Uji');
    expect(sign(head, { documentClass: 'special' }).name).toBe('Dra. Pejabat Uji, M.Si.');
  });

  test.each(['Bupati Lumajang', 'Wali Kota Pekalongan', 'Wakil Bupati Lumajang', 'Sekretaris Daerah'])(
    'without rank and NIP as %s',
    (position) => {
      expect(sign({ ...head, official: { ...official, position } }).below).toEqual([]);
    },
  );

  test('with rank and NIP as secretary of an agency, who is none of a region', () => {
    const position = 'Sekretaris Dinas Sosial';
    expect(sign({ ...head, official: { ...official, position } }).below).toEqual(rankAndNip);
  });

  test.each([
    ['plt', 'Plt. Kepala Dinas Sosial,'],
    ['plh', 'Plh. Kepala Dinas Sosial,'],
  ] as const)('as acting head (%s) without titles, rank and NIP', (as, office) => {
    const own = { ...official, position: 'Sekretaris Dinas Sosial' };
    expect(sign({ name: 'Pejabat Uji', official: own, as })).toEqual({
      office: [office],
      name: 'Pejabat Uji',
      below: [],
    });
  });

  test('on behalf of the head in their own office', () => {
    const own = { ...official, position: 'Sekretaris' };
    expect(sign({ ...head, official: own, as: 'an' })).toEqual({
      office: ['a.n. Kepala Dinas Sosial', 'Sekretaris,'],
      name: 'Dra. Pejabat Uji, M.Si.',
      below: rankAndNip,
    });
  });

  test('with the office that the template prints', () => {
    const signatory = { office: 'Bupati Lumajang' };
    expect(sign(head, { signatory })).toMatchObject({ office: ['Bupati Lumajang,'], below: [] });
    expect(sign({ ...head, as: 'plt' }, { signatory }).office).toEqual(['Plt. Bupati Lumajang,']);
  });

  test('by the plain name while nobody has said how they sign', () => {
    expect(sign({ name: 'Petugas Uji' })).toEqual({
      office: ['Kepala Dinas Sosial,'],
      name: 'Petugas Uji',
      below: [],
    });
  });

  test('as a line to write on, outside the agency and while nobody is known', () => {
    const blank = { office: ['Bupati Lumajang,'], below: [] };
    expect(sign(head, { signatory: { office: 'Bupati Lumajang', outside: true } })).toEqual(blank);
    expect(sign(undefined, { signatory: { office: 'Bupati Lumajang' } })).toEqual(blank);
  });
});
