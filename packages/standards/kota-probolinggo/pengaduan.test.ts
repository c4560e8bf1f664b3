import { describe, expect, it } from 'vitest';
import { pengaduan as nasional } from '../nasional/pengaduan.ts';
import { pengaduan } from './pengaduan.ts';
import { ultpk } from './ultpk.ts';

const { process } = pengaduan;

describe('complaints in Kota Probolinggo', () => {
  it('are where the ULTPK standard sends them', () => {
    expect(ultpk.complaints).toBe(pengaduan.id);
    expect(pengaduan.agency).toBe(ultpk.agency);
  });

  it('come on every way that the document names, which is kept word for word', () => {
    const handling = ({ components }: typeof ultpk) =>
      components.find(({ key }) => key === 'complaintHandling');
    expect(handling(pengaduan)).toEqual(handling(ultpk));
    expect(process.channels.map(({ kind, label }) => `${kind}: ${label}`)).toEqual([
      'portal: Portal',
      'counter: Loket',
      'box: Kotak saran',
      'phone: Telepon',
      'letter: Faks',
      'email: Surel',
      'national: LAPOR-SP4N',
      'other: Siaran radio Laporo Rek',
      'chat: SMS',
    ]);
  });

  it('use neither of the two addresses until the agency says which is right', () => {
    const reading = pengaduan.readings.find(({ id }) => id === 'complaint-email');
    expect(reading?.cites).toEqual(['complaintHandling.5', 'complaintHandling.5.sippn']);
    expect(JSON.stringify(process)).not.toContain('@gmail.com');
  });

  it('are handled as in the national example, which says that its words are no quotation', () => {
    expect(process.steps).toEqual(nasional.process.steps);
    expect(process.deadlines).toEqual(nasional.process.deadlines);
    expect(nasional.sources[0]?.note).toContain('bukan kutipan');
  });
});

describe('the national limits', () => {
  it.each([
    ['first-response', 3],
    ['light-promise', 5],
    ['plain-promise', 14],
    ['oversight-promise', 60],
  ])('%s is %i working days', (id, amount) => {
    const deadline = nasional.process.deadlines.find((candidate) => candidate.id === id);
    expect(deadline?.duration).toEqual({ amount, unit: 'working_day' });
  });
});
