import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { aFiledCase, aPromise, aTask } from '@layan/testing/builders/a-case';
import { minute } from '@layan/testing/builders/ids';
import { describe, expect, it } from 'vitest';
import { inboxRow, netLocks, nextMoment } from './case-rows.ts';

const snapshotWith = (changes: Parameters<typeof aFiledCase>[1]) => aFiledCase(1, changes).after.snapshot;
const ended = { ending: 'granted', at: minute(1) };
const timer = (at: number) => ({ timer: 'lapse', armedAt: minute(0), firesAt: minute(at) });

describe('the next moment of a case', () => {
  it('is its earliest timer or running promise', () => {
    const promises = [aPromise({ dueAt: minute(7) }), aPromise({ dueAt: minute(5) })];
    expect(nextMoment(snapshotWith({ promises, timers: [timer(6)] }))).toBe(minute(5));
    expect(nextMoment(snapshotWith({ promises, timers: [timer(3)] }))).toBe(minute(3));
  });

  it('is no promise that does not run', () => {
    const states = ['conditional', 'paused', 'kept', 'broken', 'dropped'] as const;
    const promises = states.map((state) => aPromise({ state }));
    expect(nextMoment(snapshotWith({ promises }))).toBeUndefined();
  });

  it('is the limit of a suspension while the case is on hold', () => {
    const suspended = { suspension: 'hold', at: minute(1), until: minute(9) };
    const promises = [aPromise({ state: 'paused' })];
    expect(nextMoment(snapshotWith({ promises, timers: [timer(3)], suspended }))).toBe(minute(9));
  });

  it('is the day a product in force is over, once the case has ended', () => {
    const card = (changes: Partial<CaseSnapshot['products'][number]>) => ({
      product: 'card',
      id: 'card-1',
      state: 'active' as const,
      issuedAt: minute(1),
      changedAt: minute(1),
      ...changes,
    });
    const products = [
      card({ validUntil: minute(50) }),
      card({ validUntil: minute(40), state: 'suspended' }),
      card({ validUntil: minute(30), state: 'revoked' }),
      card({ validUntil: minute(20), state: 'expired' }),
      card({}),
    ];
    expect(nextMoment(snapshotWith({ products, ended }))).toBe(minute(40));
    expect(nextMoment(snapshotWith({ products, promises: [], timers: [] }))).toBeUndefined();
    expect(nextMoment(snapshotWith({ products: products.slice(2), ended }))).toBeUndefined();
  });

  it('does not come any more where a case has ended and nothing runs out', () => {
    expect(nextMoment(snapshotWith({ promises: [aPromise()], timers: [timer(1)], ended }))).toBeUndefined();
  });
});

describe('an inbox row', () => {
  it('falls back to the step’s id where no label is given', () => {
    const change = aFiledCase(1);
    expect(inboxRow(change, aTask({ step: 'unknown' })).stepLabel).toBe('unknown');
    expect(inboxRow(change, aTask()).stepLabel).toBe('Periksa berkas');
  });

  it('says of work that is given out by rule that it is', () => {
    const change = { ...aFiledCase(1), givenOut: ['check-file'] };
    expect(inboxRow(change, aTask())).toMatchObject({ givenOut: true });
    expect(inboxRow(change, aTask({ step: 'decide' }))).not.toHaveProperty('givenOut');
  });

  it('says of a draft that waits for nothing but an initial by which outcome it is given', () => {
    const change = { ...aFiledCase(1), initials: { 'check-file': 'initial' } };
    expect(inboxRow(change, aTask())).toMatchObject({ initials: 'initial' });
    expect(inboxRow(change, aTask({ step: 'decide' }))).not.toHaveProperty('initials');
  });

  it('holds nothing of a fact', () => {
    const row = JSON.stringify(inboxRow(aFiledCase(1, { facts: { applicantNik: 'canary' } }), aTask()));
    expect(row).not.toContain('canary');
  });
});

describe('locks', () => {
  const lock = (index: string) => ({ group: 'card', index, productId: 'card-1' });

  it('released and taken at once are taken', () => {
    expect(netLocks({ acquire: [lock('a'), lock('a')], release: [lock('a'), lock('b'), lock('b')] })).toEqual(
      {
        acquire: [lock('a')],
        release: [lock('b')],
      },
    );
  });
});
