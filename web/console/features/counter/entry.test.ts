import { describe, expect, it } from 'vitest';
import { anIntakeForm } from '../../fixtures/intake-form.ts';
import { askedOf, type Entry, emptyEntry, lacksOf } from './entry.ts';

const form = anIntakeForm();
const entry = (entered: Record<string, string>, papers: string[] = []): Entry => ({
  ...emptyEntry,
  entered,
  papers,
});
const factsOf = (one: Entry) =>
  askedOf(form, one).pages.flatMap(({ fields }) => fields.map(({ fact }) => fact));

describe('what the counter asks', () => {
  it('follows the answers in place, with the papers that go with them', () => {
    expect(factsOf(entry({}))).toEqual(['applicantName', 'nikStatus']);
    expect(factsOf(entry({ nikStatus: 'have' }))).toEqual(['applicantName', 'nikStatus', 'nik']);
    expect(askedOf(form, entry({ nikStatus: 'noneYet' })).requirements).toEqual([]);
    expect(askedOf(form, entry({ nikStatus: 'have' })).requirements).toHaveLength(1);
  });
});

describe('what still keeps an intake from being filed', () => {
  const lacks = (one: Entry, documents: Parameters<typeof lacksOf>[2] = []) =>
    lacksOf(askedOf(form, one), one, documents).map(({ at }) => at);

  it('is told in the order of the page, fields before papers', () => {
    expect(lacks(entry({ nikStatus: 'have' }))).toEqual([
      'fact.applicantName',
      'fact.nik',
      'requirement.head-id-card',
    ]);
  });

  it('is nothing once paper lies on the counter, or a scan was accepted', () => {
    const typed = { applicantName: 'Warga Uji Satu', nikStatus: 'have', nik: '3574014505909001' };
    expect(lacks(entry(typed, ['head-id-card']))).toEqual([]);
    const scan = { id: 'doc', requirement: 'head-id-card' };
    expect(lacks(entry(typed), [{ ...scan, state: 'accepted' }])).toEqual([]);
    for (const state of ['expected', 'checking', 'rejected'] as const) {
      expect(lacks(entry(typed), [{ ...scan, state }])).toEqual(['requirement.head-id-card']);
    }
  });

  it('says that a scan is still looked at', () => {
    const one = entry({ applicantName: 'a', nikStatus: 'have', nik: '3574014505909001' });
    const documents = [{ id: 'doc', requirement: 'head-id-card', state: 'checking' as const }];
    expect(lacksOf(askedOf(form, one), one, documents)[0]?.sentence).toContain('masih diperiksa');
  });
});

describe('what other channels ask besides', () => {
  const channel = anIntakeForm({
    anonymity: { facts: ['applicantName'], readers: 'Petugas Uji' },
    groups: [['applicantName', 'phone']],
    pages: [
      {
        id: 'contact',
        title: 'Kontak',
        fields: [
          { fact: 'applicantName', label: 'Nama', type: 'text', required: false },
          { fact: 'phone', label: 'Nomor HP', type: 'phone', required: false },
        ],
      },
    ],
    requirements: [
      {
        id: 'identity',
        label: 'Identitas',
        required: true,
        shown: true,
        oneOf: [
          { id: 'ktp', label: 'KTP' },
          { id: 'sim', label: 'SIM' },
        ],
      },
    ],
  });
  const lacks = (changes: Partial<Entry>) => {
    const now = { ...emptyEntry, ...changes };
    return lacksOf(askedOf(channel, now), now, []).map(({ at }) => at);
  };

  it('is one answer of several, told at the first', () => {
    expect(lacks({ shown: ['identity'], choices: { identity: 'ktp' } })).toEqual(['fact.applicantName']);
    expect(lacks({ entered: { phone: '0812' }, shown: ['identity'], choices: { identity: 'ktp' } })).toEqual(
      [],
    );
  });

  it('is a tick for what was shown, and which of several it was', () => {
    const entered = { phone: '0812' };
    expect(lacks({ entered })).toEqual(['requirement.identity']);
    expect(lacks({ entered, shown: ['identity'] })).toEqual(['requirement.identity']);
  });

  it('is no name of who stays anonymous', () => {
    const named = anIntakeForm({ anonymity: { facts: ['applicantName'], readers: 'Petugas Uji' } });
    const required = (anonymous: boolean) =>
      askedOf(named, { ...emptyEntry, anonymous }).pages[0]?.fields[0]?.required;
    expect([required(false), required(true)]).toEqual([true, false]);
  });
});
