import { describe, expect, it } from 'vitest';
import { aDocument } from '../../fixtures/case-view.ts';
import { lacking, onPaper, scansOf } from './document-choice.ts';

const requirements = [
  { id: 'head-id-card', label: 'KTP kepala keluarga', required: true },
  { id: 'family-card', label: 'Kartu keluarga', required: true },
];

const counter = { papers: [], slip: false };

describe('the scans of a case', () => {
  it('come in the order of the requirements, whenever they arrived', () => {
    const documents = [
      aDocument({ id: 'b', requirement: 'family-card' }),
      aDocument({ id: 'a', requirement: 'head-id-card', label: 'KTP kepala keluarga' }),
    ];
    expect(scansOf({ requirements, documents })).toEqual([
      { id: 'a', label: 'KTP kepala keluarga' },
      { id: 'b', label: 'Kartu keluarga' },
    ]);
  });

  it('are numbered only where one requirement has several', () => {
    const documents = [
      aDocument({ id: 'a', requirement: 'head-id-card', label: 'KTP kepala keluarga' }),
      aDocument({ id: 'b1' }),
      aDocument({ id: 'b2' }),
    ];
    expect(scansOf({ requirements, documents }).map(({ label }) => label)).toEqual([
      'KTP kepala keluarga',
      'Kartu keluarga 1',
      'Kartu keluarga 2',
    ]);
  });

  it('name what the agency brought behind what the applicant sent, and lack nothing for it', () => {
    const documents = [
      aDocument({ id: 'photo', requirement: 'house-front', label: 'Foto depan rumah' }),
      aDocument({ id: 'b' }),
    ];
    expect(scansOf({ requirements, documents }).map(({ label }) => label)).toEqual([
      'Kartu keluarga',
      'Foto depan rumah',
    ]);
    expect(lacking({ requirements, documents, counter })).toEqual(['KTP kepala keluarga']);
  });

  it('are only those that belong to the file as it was sent', () => {
    const documents = [aDocument({ attached: false, state: 'rejected' })];
    expect(scansOf({ requirements, documents })).toEqual([]);
    expect(lacking({ requirements, documents, counter })).toEqual(['KTP kepala keluarga', 'Kartu keluarga']);
  });

  it('leave nothing lacking when every requirement has one', () => {
    const documents = [aDocument({ requirement: 'head-id-card' }), aDocument()];
    expect(lacking({ requirements, documents, counter })).toEqual([]);
  });

  it('lack nothing that lies at the counter on paper', () => {
    const papers = { papers: ['head-id-card'], slip: false };
    expect(lacking({ requirements, documents: [aDocument()], counter: papers })).toEqual([]);
    expect(onPaper({ requirements, counter: papers })).toEqual(['KTP kepala keluarga']);
  });
});
