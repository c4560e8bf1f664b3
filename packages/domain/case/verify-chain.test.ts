import { describe, expect, test } from 'vitest';
import { CaseId } from '../kernel/ids.ts';
import {
  aFiling,
  after,
  citizen,
  completing,
  filed,
  scan,
  secret,
  sha256,
  staff,
} from '../testing/a-case.ts';
import { aService } from '../testing/a-service.ts';
import type { CaseEvent } from './event.ts';
import { hashOf } from './recorder.ts';
import { verifyChain } from './verify-chain.ts';

const service = aService();
const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const opened = filed(service, aFiling({ facts, attachments: [scan('id-card')] }));
const accepted = after(service, opened, completing('check', 'accept'), staff('officer', ['officer']));
const { events, snapshot } = after(
  service,
  accepted,
  { type: 'interrupt', interruption: 'withdraw' },
  citizen,
);

const fault = (changed: readonly CaseEvent[], head?: typeof snapshot) => {
  const verified = verifyChain(changed, sha256, head);
  return verified.ok ? undefined : verified.error.why;
};
const replaced = (n: number, change: Partial<CaseEvent>): CaseEvent[] =>
  events.map((event, place) => (place === n ? { ...event, ...change } : event));

test('events as they were written verify, with and without their head', () => {
  expect(events.length).toBeGreaterThan(6);
  expect([fault(events), fault(events, snapshot)]).toEqual([undefined, undefined]);
});

describe('every change of the past is noticed', () => {
  test.each(events.map((_, place) => place))('event %i taken out', (place) => {
    expect(
      fault(
        events.filter((_, at) => at !== place),
        snapshot,
      ),
    ).toBeDefined();
  });

  test.each(events.slice(1).map((_, place) => place))('events %i and the next one swapped', (place) => {
    const swapped = [...events];
    swapped.splice(place, 2, ...events.slice(place, place + 2).reverse());
    expect(fault(swapped)).toBe('sequence');
  });

  test.each(events.map((_, place) => place))('event %i written twice', (place) => {
    expect(fault(events.toSpliced(place, 0, ...events.slice(place, place + 1)))).toBe('sequence');
  });

  test('an altered body, time, actor or hash', () => {
    expect(fault(replaced(0, { body: { type: 'caseEnded', ending: 'granted' } }))).toBe('content');
    expect(fault(replaced(2, { by: { party: 'system' } }))).toBe('content');
    expect(fault(replaced(3, { hash: sha256('lain') }))).toBe('content');
    expect(fault(replaced(3, { previous: sha256('lain') }))).toBe('previous');
    expect(fault(replaced(3, { caseId: CaseId.parse('1'.repeat(26)) }))).toBe('case');
  });

  test('an altered event with its hash made anew, by the event after it', () => {
    const [first] = events;
    if (first?.body.type !== 'caseFiled') throw new Error('not filed');
    const { hash, ...forged } = { ...first, body: { ...first.body, ticket: '1111-1111-1' } };
    const written = { ...forged, hash: hashOf(forged, sha256) };
    expect(written.hash).not.toBe(hash);
    expect(fault([written])).toBeUndefined();
    expect(fault([written, ...events.slice(1)])).toBe('previous');
  });

  test('the end cut off, by the head only', () => {
    const cut = events.slice(0, -1);
    expect(fault(cut)).toBeUndefined();
    expect(fault(cut, snapshot)).toBe('head');
    expect(fault([], snapshot)).toBe('head');
  });
});
