// Work that was there to be done before it was entered: promises count from when it was there.
import { describe, expect, test } from 'vitest';
import {
  aContext,
  aFiling,
  after,
  at,
  citizen,
  completing,
  filed,
  type Kept,
  scan,
  secret,
  staff,
} from '../testing/a-case.ts';
import { aService, parts } from '../testing/a-service.ts';

const service = aService();
const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const officer = staff('one', ['officer']);
const received = { at: at('2026-07-03 09:00'), reason: 'listrik padam' };
const now = at('2026-07-06 10:00');
const filing = aFiling({ channel: 'counter', facts, attachments: [scan('id-card')] });
const entered = filed(service, { ...filing, received }, aContext({ by: officer, now }));
const onTime = filed(service, filing, aContext({ by: officer, now }));

const accept = completing('check', 'accept');
const norm = ({ snapshot }: Kept) => snapshot.promises.find(({ promise }) => promise === 'survey-norm');
const later = at('2026-07-06 11:00');

describe('a filing that was taken on paper', () => {
  test('knows that it was, and when it was received', () => {
    expect(entered.snapshot).toMatchObject({ lateEntry: true, filedAt: now, receivedAt: received.at });
    expect(onTime.snapshot.lateEntry).toBeUndefined();
  });

  test('was complete then: what accepting it starts counts from the receipt', () => {
    expect(norm(after(service, entered, accept, officer, later))).toMatchObject({
      from: received.at,
      dueAt: at('2026-07-07 16:00'),
    });
    expect(norm(after(service, onTime, accept, officer, later))).toMatchObject({
      from: later,
      dueAt: at('2026-07-08 16:00'),
    });
  });

  test('that lay too long is late already', () => {
    const old = { ...received, at: at('2026-06-29 09:00') };
    const kept = filed(service, { ...filing, received: old }, aContext({ by: officer, now }));
    expect(norm(after(service, kept, accept, officer, later))).toMatchObject({ state: 'broken' });
  });

  test('and was not complete counts from when it was', () => {
    const missing = { requirements: ['id-card'], facts: [] };
    const back = after(
      service,
      entered,
      completing('check', 'return', { note: secret('v1.kurang'), missing }),
      officer,
      later,
    );
    const supplied = after(
      service,
      back,
      completing('supply', 'supplied', { attachments: [scan('id-card', 2)] }),
      citizen,
      at('2026-07-07 09:00'),
    );
    const accepted = after(service, supplied, accept, officer, at('2026-07-07 10:00'));
    expect(norm(accepted)).toMatchObject({ from: at('2026-07-07 10:00') });
  });

  test('counts later steps from when they are done', () => {
    const again = completing('assess', 'again', { facts: { result: 'absent' } });
    const accepted = after(service, entered, accept, officer, later);
    const restarted = aService({
      deadlines: [
        ...(parts.deadlines ?? []),
        ...(parts.deadlines ?? []).slice(-1).map((deadline) => ({
          ...deadline,
          id: 'second-visit',
          starts: { step: 'assess', outcome: 'again' },
        })),
      ],
    });
    const visited = after(restarted, accepted, again, staff('s', ['surveyor']), at('2026-07-07 10:00'));
    expect(visited.snapshot.promises.find(({ promise }) => promise === 'second-visit')).toMatchObject({
      from: at('2026-07-07 10:00'),
    });
  });
});

describe('a promise of one channel', () => {
  const channels = aService({
    deadlines: (parts.deadlines ?? []).map((deadline) =>
      deadline.id === 'answer'
        ? { ...deadline, starts: { filed: true as const }, channels: ['counter'] }
        : deadline,
    ),
  });
  const promised = (channel: string) =>
    filed(channels, { ...filing, channel }, aContext({ by: officer, now })).snapshot.promises.map(
      ({ promise }) => promise,
    );

  test('starts with what is filed there and with nothing else', () => {
    expect(promised('counter')).toContain('answer');
    expect(promised('portal')).not.toContain('answer');
  });
});
