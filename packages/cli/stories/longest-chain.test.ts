import type { CaseEvent } from '@layan/domain/case/event';
import { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { describe, expect, test } from 'vitest';
import { longestChain } from './longest-chain.ts';

const at = InstantText.parse('2026-03-02T02:00:00.000Z');
const due = InstantText.parse('2026-03-03T02:00:00.000Z');
const caseId = CaseId.parse('0'.repeat(26));
const hash = ContentHash.parse('0'.repeat(64));

const told = (...bodies: CaseEvent['body'][]): CaseEvent[] =>
  bodies.map((body, seq) => ({
    caseId,
    seq: seq + 1,
    at,
    by: { party: 'system' },
    previous: null,
    hash,
    body,
  }));

const done: CaseEvent['body'] = {
  type: 'stepCompleted',
  step: 'work',
  outcome: 'done',
  facts: {},
  attachments: [],
};
const starts = (promise: string): CaseEvent['body'] => ({
  type: 'promiseStarted',
  promise,
  from: at,
  dueAt: due,
  conditional: false,
});
const kept = (promise: string): CaseEvent['body'] => ({ type: 'promiseKept', promise });

const weights = new Map([
  ['short', 3],
  ['long', 4],
]);

describe('the norms of a path that follow each other', () => {
  test('count the longest of those side by side', () => {
    const path = told(starts('short'), starts('long'), done, kept('short'), done, kept('long'));
    expect(longestChain(path, weights)).toEqual(['long']);
  });

  test('count one after the other, each time it runs', () => {
    const round = [starts('long'), done, kept('long')];
    expect(longestChain(told(...round, starts('short'), done, kept('short'), ...round), weights)).toEqual([
      'long',
      'short',
      'long',
    ]);
  });
});
