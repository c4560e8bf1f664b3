import { describe, expect, test } from 'vitest';
import {
  aFiling,
  after,
  at,
  citizen,
  completing,
  filed,
  monday,
  scan,
  secret,
  staff,
} from '../testing/a-case.ts';
import { aService, parts } from '../testing/a-service.ts';
import { statedPromises } from './stated-promises.ts';
import { CaseStatus, caseStatus } from './status.ts';

const service = aService();
const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const opened = filed(service, aFiling({ facts, attachments: [scan('id-card')] }));
const officer = staff('officer', ['officer']);
const note = secret('v1.catatan');
const missing = { requirements: ['id-card'], facts: ['name'] };
const returned = after(service, opened, completing('check', 'return', { note, missing }), officer);

describe('the status of a case', () => {
  test('says what happens now, what was promised and what has happened', () => {
    const status = caseStatus(service, opened.snapshot);
    expect(CaseStatus.parse(status)).toEqual(status);
    expect(status).toEqual({
      caseId: opened.snapshot.id,
      ticket: '0000-0000-0',
      standard: opened.snapshot.standard,
      agency: 'dinas-uji',
      service: 'Layanan Uji',
      receivedAt: monday,
      channel: 'portal',
      timeline: [{ at: monday, seq: 1, text: 'Permohonan Anda sudah kami terima.', notify: true }],
      next: ['Petugas memeriksa berkas Anda.'],
      promises: [
        {
          promise: 'answer',
          state: 'running',
          from: monday,
          dueAt: at('2026-07-09 16:00'),
          ledger: [{ at: monday, turn: 'started', dueAt: at('2026-07-09 16:00') }],
          kind: 'promise',
          label: 'Jawaban',
          verbatim: 'Petugas mengerjakan.',
          duration: { amount: 3, unit: 'working_day' },
          calendar: 'office',
        },
      ],
      products: [],
    });
  });

  test('never holds facts, and leaves internal norms out', () => {
    const accepted = after(service, opened, completing('check', 'accept'), officer);
    const status = caseStatus(service, accepted.snapshot);
    expect(JSON.stringify(status)).not.toContain('v1.nama');
    expect(status.promises.map(({ promise }) => promise)).toEqual(['answer', 'card']);
    expect(statedPromises(service, accepted.snapshot).map(({ promise }) => promise)).toEqual([
      'answer',
      'card',
      'survey-norm',
    ]);
  });

  test('speaks for a step without words of its own, once', () => {
    const accepted = after(service, opened, completing('check', 'accept'), officer);
    expect(caseStatus(service, accepted.snapshot).next).toEqual(['Permohonan Anda sedang kami kerjakan.']);
  });

  test('names what the applicant is asked for, by whose label, and who is waited for', () => {
    const status = caseStatus(service, returned.snapshot);
    expect(status.returned).toEqual({ step: 'supply', missing, labels: ['KTP', 'Pertanyaan name'], note });
    expect(status.promises[0]).toMatchObject({
      state: 'paused',
      waitsFor: { party: 'applicant', label: 'Pemohon' },
    });
  });

  test('names somebody else where no step waits at the place', () => {
    const elsewhere = aService({
      deadlines: (parts.deadlines ?? []).map((deadline) => ({
        ...deadline,
        pausedWhile: ['silence', 'filed'],
      })),
      steps: (parts.steps ?? []).filter(({ id }) => id !== 'check'),
    });
    const waiting = filed(elsewhere, aFiling({ facts, attachments: [scan('id-card')] }));
    expect(statedPromises(elsewhere, waiting.snapshot)[0]?.waitsFor).toEqual({
      party: 'external',
      label: 'pihak lain',
    });
  });

  test('tells the decision as a sentence, with the newest state of each product', () => {
    const accepted = after(service, opened, completing('check', 'accept'), officer);
    const issued = after(
      service,
      accepted,
      completing('assess', 'done', { facts: { result: 'poor', size: 2 } }),
      staff('s', ['surveyor']),
    );
    expect(caseStatus(service, issued.snapshot).products).toEqual([
      { id: 'produk-1', label: 'Kartu', state: 'provisional', issuedAt: monday, changedAt: monday },
    ]);
    const withdrawn = after(service, issued, { type: 'interrupt', interruption: 'withdraw' }, citizen);
    const status = caseStatus(service, withdrawn.snapshot);
    expect(status).toMatchObject({
      next: [],
      products: [{ label: 'Kartu', state: 'revoked' }],
      ended: { kind: 'withdrawn', sentence: 'Permohonan Anda selesai: withdrawn.', at: monday },
    });
    expect(status.promises.every(({ endedAt }) => endedAt === monday)).toBe(true);
  });

  test('a promise without a sentence is quoted by its label', () => {
    const inferred = { inferred: 'bacaan-uji' };
    const unquoted = aService({
      deadlines: (parts.deadlines ?? []).map((deadline) => ({ ...deadline, basis: inferred })),
    });
    expect(caseStatus(unquoted, opened.snapshot).promises[0]?.verbatim).toBe('Jawaban');
  });
});
