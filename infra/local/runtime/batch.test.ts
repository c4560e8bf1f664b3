import { expect, it } from 'vitest';
import type { Mapping } from '../cloud.ts';
import { deliverInOrder } from './batch.ts';
import type { Outcome } from './function-worker.ts';

const mapping: Mapping = {
  id: 'm',
  sourceArn: '',
  functionArn: '',
  batchSize: 3,
  startingPosition: 'TRIM_HORIZON',
  filters: [],
  reportsFailures: true,
  retries: -1,
  bisects: false,
  enabled: true,
};
const good: Outcome = { ok: true, payload: 'null' };
const bad: Outcome = { ok: false, reason: 'error', type: 'Error', message: 'broken' };
const failing = (...ids: string[]): Outcome => ({
  ok: true,
  payload: JSON.stringify({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) }),
});

async function deliver(sequences: string, answers: readonly Outcome[], more: Partial<Mapping> = {}) {
  const batches: string[] = [];
  const done: string[] = [];
  const givenUp: string[] = [];
  const pauses: number[] = [];
  let call = 0;
  await deliverInOrder(
    [...sequences].map((sequence) => ({ sequence, event: sequence })),
    {
      mapping: { ...mapping, ...more },
      invoke: async (records) => {
        batches.push(records.join(''));
        call += 1;
        return answers[call - 1] ?? good;
      },
      onDone: (sequence) => done.push(sequence),
      onGivenUp: (records, reason) =>
        givenUp.push(`${records.map(({ sequence }) => sequence).join('')} ${reason}`),
      pause: async (attempt) => void pauses.push(attempt),
      stopped: () => call > 20,
    },
  );
  return { batches, done, givenUp, pauses };
}

it('hands over batches in order and remembers each', async () => {
  expect(await deliver('abcde', [])).toMatchObject({ batches: ['abc', 'de'], done: ['c', 'e'], pauses: [] });
});

it('tries a failed batch again, ever slower, before going on', async () => {
  expect(await deliver('abcd', [bad, bad])).toMatchObject({
    batches: ['abc', 'abc', 'abc', 'd'],
    pauses: [1, 2],
  });
});

it('goes on from the first record that was reported as failed', async () => {
  const { batches, done } = await deliver('abcd', [failing('b')]);

  expect(batches).toEqual(['abc', 'bcd']);
  expect(done).toEqual(['a', 'd']);
});

it('takes a report about a record it does not know for a failure of the whole batch', async () => {
  expect((await deliver('ab', [failing('zzz')])).batches).toEqual(['ab', 'ab']);
});

it('does not read reports when the mapping does not ask for them', async () => {
  expect((await deliver('ab', [failing('a')], { reportsFailures: false })).batches).toEqual(['ab']);
});

it('gives up after the allowed retries, says which records, and goes on', async () => {
  const { batches, givenUp, done } = await deliver('abcd', [bad, bad], { retries: 1 });

  expect(batches).toEqual(['abc', 'abc', 'd']);
  expect(givenUp).toEqual(['abc broken']);
  expect(done).toEqual(['c', 'd']);
});

it('halves a failing batch to get at the record that fails', async () => {
  const { batches } = await deliver('abcd', [bad, bad], { bisects: true, batchSize: 4 });

  expect(batches).toEqual(['abcd', 'ab', 'a', 'bcd']);
});

it('stops when it is told to', async () => {
  const { batches } = await deliver(
    'a',
    Array.from({ length: 50 }, () => bad),
  );

  expect(batches).toHaveLength(21);
});
