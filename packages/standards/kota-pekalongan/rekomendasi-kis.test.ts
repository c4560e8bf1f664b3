import { readFileSync } from 'node:fs';
import { deliveryComponents, managementComponents } from '@layan/domain/standard/components';
import { describe, expect, it } from 'vitest';
import { compare } from '../verbatim.ts';
import { rekomendasiKis } from './rekomendasi-kis.ts';

const { process, components } = rekomendasiKis;
const source = 'standar-pelayanan';
const document = readFileSync(new URL(`seed/${source}.txt`, import.meta.url), 'utf8');

describe('the official text', () => {
  it('has thirteen components: the legal basis is missing', () => {
    const published = [...deliveryComponents, ...managementComponents.filter((key) => key !== 'legalBasis')];
    expect(components.map(({ key }) => key)).toEqual(published);
  });

  it('is the published one word for word, and leaves out only headings and numbers of rows', () => {
    const titles = components.map(({ title }) => title);
    // The scan breaks two headings around their rows, and reads the rules of the table as strokes.
    const table = ['NO. KOMPONEN URAIAN', 'Uraian', '|', '8.', '9.', '10.', '11.', '12.', '13.'];
    const broken = ['Jaminan Keamanan', 'dan keselamatan', 'Pelayanan'];
    expect(compare(rekomendasiKis, source, document, [...titles, ...table, ...broken])).toEqual({
      notFound: [],
      leftOver: [],
    });
  });
});

describe('the readings of the contradictions', () => {
  const deadline = (id: string) => process.deadlines.find((candidate) => candidate.id === id);

  it('promise one or three working days, and five for all', () => {
    expect(deadline('listed-promise')?.duration).toEqual({ amount: 1, unit: 'working_day' });
    expect(deadline('not-listed-promise')?.duration).toEqual({ amount: 3, unit: 'working_day' });
    expect(deadline('outer-limit')?.duration).toEqual({ amount: 5, unit: 'working_day' });
    for (const id of ['listed-promise', 'not-listed-promise'])
      expect(deadline(id)?.within).toBe('outer-limit');
  });

  it('hold nobody up for school papers', () => {
    const optional = process.requirements.filter(({ required }) => !required).map(({ id }) => id);
    expect(optional).toEqual(expect.arrayContaining(['parent-id', 'school-report']));
  });

  it('initial in order, and let the letter go before other agencies and SIKS-NG', () => {
    const tiers = process.steps
      .filter(({ review }) => review)
      .map(({ role, review }) => [role, review?.verb]);
    expect(tiers).toEqual([
      ['sectionHead', 'initial'],
      ['divisionHead', 'initial'],
      ['agencySecretary', 'initial'],
      ['agencyHead', 'sign'],
    ]);
    const handOver = process.steps.find(({ id }) => id === 'hand-over');
    expect(handOver?.after).toEqual(['to-hand-over']);
  });

  it('put the name of the complaint officer nowhere but where it was published', () => {
    const { components: text, ...rest } = rekomendasiKis;
    expect(JSON.stringify(text)).toContain('Pejabat Pengaduan : ');
    expect(JSON.stringify(rest)).not.toMatch(/ARIF/i);
  });
});
