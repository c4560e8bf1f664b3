import { describe, expect, test } from 'vitest';
import { aContext, aFiling, at, citizen, filed, refusal, scan, secret, staff } from '../testing/a-case.ts';
import { aService } from '../testing/a-service.ts';
import { decideFiling } from './decide-filing.ts';
import { CaseSnapshot } from './snapshot.ts';

const service = aService();
const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const filing = aFiling({ facts, attachments: [scan('id-card')] });
const officer = staff('s1', ['officer']);

const refused = (command: Partial<typeof filing>, more: Parameters<typeof aContext>[0] = {}) =>
  refusal(decideFiling(service, { ...filing, ...command }, aContext(more)));

describe('a filing', () => {
  test('opens a case that waits for its first step', () => {
    const { snapshot, events } = filed(service, filing);
    expect(CaseSnapshot.parse(snapshot)).toEqual(snapshot);
    expect(snapshot).toMatchObject({
      seq: 2,
      marking: ['filed'],
      area: '35.74.01.1001',
      facts,
      tasks: [{ id: 'check.1', step: 'check', role: 'officer' }],
      timeline: [{ text: 'Permohonan Anda sudah kami terima.' }],
    });
    expect(events.map(({ body }) => body.type)).toEqual(['caseFiled', 'promiseStarted']);
    expect(events[0]).toMatchObject({ seq: 1, previous: null, by: { party: 'applicant' } });
  });

  test('at night counts as received at the next opening, and the promise runs from then', () => {
    const { snapshot } = filed(service, filing, aContext({ now: at('2026-07-10 22:00') }));
    expect(snapshot).toMatchObject({ filedAt: at('2026-07-10 22:00'), receivedAt: at('2026-07-13 07:30') });
    expect(snapshot.promises).toMatchObject([
      { promise: 'answer', state: 'running', dueAt: at('2026-07-16 16:00') },
    ]);
  });

  test('by staff names the role in which they file', () => {
    const { events } = filed(
      service,
      { ...filing, channel: 'counter' },
      aContext({ by: staff('s2', ['visitor', 'head']) }),
    );
    expect(events[0]?.by).toEqual({ party: 'staff', id: 's2', name: 'Petugas Uji s2', role: 'head' });
  });

  test('takes the area from the command where it is told', () => {
    const { area, ...command } = { ...filing, area: undefined };
    expect(filed(service, { ...command, ...(area === undefined && {}) }).snapshot.area).toBe('35.74.01.1001');
    const elsewhere = { ...filing, facts: { ...facts, village: 'bukan kode' } };
    expect(filed(service, elsewhere).snapshot.area).toBeUndefined();
  });
});

describe('a filing is refused', () => {
  test('on a channel the standard does not have', () => {
    expect(refused({ channel: 'burung' })).toEqual({ code: 'unknown-channel', channel: 'burung' });
  });

  test('at the counter when it is not staff who files', () => {
    expect(refused({ channel: 'counter' })).toEqual({ code: 'unknown-channel', channel: 'counter' });
    expect(refused({ channel: 'counter' }, { by: { party: 'system' } })).toMatchObject({
      code: 'unknown-channel',
    });
    expect(refused({ channel: 'counter' }, { by: staff('s1', ['visitor']) })).toEqual({
      code: 'role-missing',
      role: 'officer',
    });
    expect(refused({ channel: 'counter' }, { by: officer })).toBeUndefined();
  });

  test('with facts the form does not have', () => {
    expect(refused({ facts: { ...facts, result: 'poor' } })).toEqual({
      code: 'facts-unexpected',
      facts: ['result'],
    });
  });

  test('without a fact that is required', () => {
    expect(refused({ facts: { village: '35.74.01.1001', married: false } })).toEqual({
      code: 'facts-missing',
      facts: ['name'],
    });
  });

  test('without a fact that is required only now', () => {
    const married = { ...facts, married: true };
    const attachments = [scan('id-card'), scan('marriage-book', 2)];
    expect(refused({ facts: married, attachments })).toEqual({ code: 'facts-missing', facts: ['partner'] });
    expect(refused({ facts: { ...married, partner: secret('v1.p') }, attachments })).toBeUndefined();
  });

  test('with values that are not of their fact', () => {
    expect(refused({ facts: { ...facts, married: 'ya' } })).toEqual({
      code: 'facts-invalid',
      facts: ['married'],
    });
  });

  test('with personal facts in clear, or ordinary ones sealed', () => {
    expect(refused({ facts: { ...facts, name: 'Warga Uji Satu' } })).toEqual({
      code: 'facts-invalid',
      facts: ['name'],
    });
    expect(refused({ facts: { ...facts, married: secret('v1.x') } })).toEqual({
      code: 'facts-invalid',
      facts: ['married'],
    });
  });

  test('without the scans that are required, with those the channel does not ask for', () => {
    expect(refused({ attachments: [] })).toEqual({ code: 'requirements-missing', requirements: ['id-card'] });
    const attachments = [scan('id-card'), scan('photo', 2), scan('receipt', 3)];
    expect(refused({ attachments })).toEqual({ code: 'requirements-unexpected', requirements: ['receipt'] });
    expect(refused({ attachments: [scan('id-card'), scan('photo', 2)] })).toBeUndefined();
  });

  test('without the scans that what was answered requires', () => {
    const married = { ...facts, married: true, partner: secret('v1.p') };
    expect(refused({ facts: married })).toEqual({
      code: 'requirements-missing',
      requirements: ['marriage-book'],
    });
  });
});

test('an answer to a question that is not asked is not kept', () => {
  const { snapshot } = filed(service, { ...filing, facts: { ...facts, partner: secret('v1.p') } });
  expect(snapshot.facts).not.toHaveProperty('partner');
});

describe('an earlier receipt', () => {
  const late = { channel: 'counter', received: { at: at('2026-07-02 10:00'), reason: 'Listrik padam' } };

  test('is entered by staff with its reason, and counts', () => {
    const { snapshot, events } = filed(service, { ...filing, ...late }, aContext({ by: officer }));
    expect(snapshot.receivedAt).toBe(at('2026-07-02 10:00'));
    expect(events[0]?.body).toMatchObject({ lateEntryReason: 'Listrik padam' });
    expect(snapshot.promises[0]?.dueAt).toBe(at('2026-07-07 16:00'));
  });

  test('is not the applicant’s to claim, and not still to come', () => {
    expect(refused({ received: late.received }, { by: citizen })).toEqual({
      code: 'receipt-refused',
      reason: 'not-by-staff',
    });
    const tomorrow = { ...late, received: { ...late.received, at: at('2026-07-06 09:01') } };
    expect(refused(tomorrow, { by: officer })).toEqual({ code: 'receipt-refused', reason: 'in-future' });
    const now = { ...late, received: { ...late.received, at: at('2026-07-06 09:00') } };
    expect(refused(now, { by: officer })).toBeUndefined();
  });
});
