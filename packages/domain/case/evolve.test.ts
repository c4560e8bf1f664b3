import { describe, expect, test } from 'vitest';
import { aFiling, after, completing, filed, scan, secret, sha256, staff } from '../testing/a-case.ts';
import { aService } from '../testing/a-service.ts';
import type { CaseEventBody } from './event.ts';
import { evolve, fold } from './evolve.ts';

const service = aService();
const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const opened = filed(service, aFiling({ facts, attachments: [scan('id-card')] }));
const accepted = after(service, opened, completing('check', 'accept'), staff('officer', ['officer']));

const next = (body: CaseEventBody, seq = opened.snapshot.seq + 1) => ({
  caseId: opened.snapshot.id,
  seq,
  at: opened.snapshot.filedAt,
  by: { party: 'system' } as const,
  previous: opened.snapshot.lastHash,
  hash: sha256('next'),
  body,
});

test('the snapshot is the fold of the events, all at once or from anywhere in between', () => {
  const { events, snapshot } = accepted;
  expect(fold(service, events)).toEqual(snapshot);
  for (let at = 1; at < events.length; at += 1) {
    expect(fold(service, events.slice(at), fold(service, events.slice(0, at)))).toEqual(snapshot);
  }
  expect(fold(service, [])).toBeUndefined();
});

describe('a history that does not belong to the standard is a mistake', () => {
  test.each<CaseEventBody>([
    { type: 'stepCompleted', step: 'dance', outcome: 'done', facts: {}, attachments: [] },
    { type: 'stepCompleted', step: 'check', outcome: 'dance', facts: {}, attachments: [] },
    { type: 'interrupted', interruption: 'burn' },
    { type: 'timerFired', timer: 'bom' },
    { type: 'caseEnded', ending: 'happily' },
  ])('$type of what it does not have', (body) => {
    expect(() => evolve(service, opened.snapshot, next(body))).toThrow('the standard has no');
  });

  test('events out of order, a second filing, or none', () => {
    const released: CaseEventBody = { type: 'taskReleased', task: 'check.1', reason: 'byHolder' };
    expect(() => evolve(service, opened.snapshot, next(released, 9))).toThrow('out of order');
    expect(() => evolve(service, undefined, next(released, 1))).toThrow('files it');
    const [first] = opened.events;
    expect(() => evolve(service, opened.snapshot, next(first?.body ?? released))).toThrow('once');
  });
});

test('evolving leaves the snapshot before as it was', () => {
  const before = JSON.stringify(opened.snapshot);
  fold(service, accepted.events.slice(opened.events.length), opened.snapshot);
  expect(JSON.stringify(opened.snapshot)).toBe(before);
});
