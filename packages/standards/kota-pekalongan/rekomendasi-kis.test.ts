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

describe('the letters', () => {
  const step = (id: string) => process.steps.find((candidate) => candidate.id === id);
  const effects = (id: string, outcome: string) =>
    step(id)?.outcomes.find((candidate) => candidate.id === outcome)?.effects;

  it.each([
    ['recommendation-letter', 'check-secretary', 'sign'],
    ['refusal-letter', 'check-refusal', 'sign-refusal'],
  ])(
    '%s takes its number at the last initial, loses it on return, and is issued signed',
    (letter, last, sign) => {
      expect(effects(last, 'initial')).toEqual([{ freeze: letter }]);
      expect(effects(sign, 'return')).toEqual([{ cancel: letter }]);
      expect(effects(sign, 'sign')).toEqual([{ issue: letter, as: 'active' }]);
    },
  );

  it('run through one register of outgoing letters', () => {
    const numbering = process.products.map((product) => product.numbering);
    expect(numbering).toHaveLength(2);
    for (const one of numbering)
      expect(one).toEqual({
        pattern: '{class}/{seq:000}/{unit}/{romanMonth}/{year}',
        classification: '400.9.14',
        register: 'surat-keluar',
      });
  });

  it('are signed by others when the head is away, each in a capacity that is recorded', () => {
    for (const id of ['sign', 'sign-refusal'])
      expect(step(id)?.delegates).toEqual([
        { role: 'actingHead', as: 'plt' },
        { role: 'agencySecretary', as: 'plh' },
        { role: 'divisionHead', as: 'an' },
      ]);
  });

  it('wait for no tier that is away but the last, which gives the number', () => {
    const skips = process.steps.filter(({ review }) => review?.skip).map(({ id }) => id);
    expect(skips).toEqual(['check-section', 'check-division']);
  });

  it('name reason, way and time of an objection where a request is refused', () => {
    const refusal = JSON.stringify(process.products.find(({ id }) => id === 'refusal-letter'));
    for (const part of [
      '{refusalReason}',
      'keberatan tertulis',
      '21 (dua puluh satu) hari kerja',
      'Ombudsman',
    ])
      expect(refusal).toContain(part);
    const objection = process.channels.find(({ id }) => id === 'objection');
    expect(objection?.about?.within).toEqual({ amount: 21, unit: 'working_day' });
  });

  it('are handed over to somebody whose identity was seen, or through the kelurahan, or downloaded', () => {
    expect(step('hand-over')?.outcomes.map(({ id }) => id)).toEqual([
      'handed',
      'through-village',
      'downloaded',
    ]);
    const form = process.forms.find(({ id }) => id === step('hand-over')?.form);
    expect(form?.pages[0]?.fields.filter(({ required }) => required).map(({ fact }) => fact)).toEqual([
      'collector',
      'collectorName',
      'collectorRelation',
      'identityShown',
    ]);
  });
});
