// Whatever streams and queues do, every queue has every pointer in the end.
import { createLogger } from '@layan/observability/logger';
import { seededRandom } from '@layan/testing/seeded-random';
import { expect, it } from 'vitest';
import { createForward, type SendBatch } from '../../functions/relay/forward.ts';
import { isDeep, seed } from './sizes.ts';

const MANY = isDeep ? 2_000 : 50;

const caseId = (n: number) => String(n).padStart(26, '0');
const record = (n: number) => ({
  eventSourceARN: 'arn:aws:dynamodb:ap-southeast-3:000000000000:table/layan.local.kota-uji/stream/2026-03-25',
  dynamodb: { SequenceNumber: String(1000 + n), Keys: { pk: { S: `OUTBOX#${caseId(n)}` } } },
});

type Fault = 'taken' | 'not reached' | 'not heard' | readonly number[];

/** What a queue does to a batch: takes all, refuses some, is not reached, or takes all and is not heard. */
const faultOf = (below: (limit: number) => number): Fault =>
  (['taken', 'not reached', 'not heard'] as const)[below(5)] ??
  Array.from({ length: 1 + below(5) }, () => below(10));

/** A queue that meets its faults one after the other, and works once they are over. */
const aQueue = (faults: readonly Fault[]) => {
  const got: string[] = [];
  let met = 0;
  const send: SendBatch = async (messages) => {
    const now = faults[met] ?? 'taken';
    met += 1;
    if (now === 'not reached') throw new Error('not reached');
    const refused = typeof now === 'string' ? [] : [...new Set(now)].filter((at) => at < messages.length);
    got.push(...messages.flatMap((message, at) => (refused.includes(at) ? [] : [message.caseId])));
    if (now === 'not heard') throw new Error('not heard');
    return refused;
  };
  return { got, send };
};

const first = seed ?? `relay ${isDeep ? Date.now() : 1}`;

it.each(
  Array.from({ length: seed === undefined ? MANY : 1 }, (_, at) =>
    seed === undefined ? `${first} ${at}` : first,
  ),
)('LAYAN_SEED="%s" loses none and tells where to go on', async (named) => {
  const { bytes } = seededRandom(named);
  const below = (limit: number) => (bytes(2)[0] ?? 0) % limit;
  const queues = [0, 1].map(() => aQueue(Array.from({ length: below(9) }, () => faultOf(below))));
  const forward = createForward(
    queues.map(({ send }) => send),
    createLogger('relay', () => undefined),
  );
  const all = Array.from({ length: 1 + below(45) }, (_value, n) => n);
  // As the mapping does it: from the record that failed, or all of them when nothing is said.
  let left = all.map(record);
  for (let round = 0; left.length > 0 && round < 50; round += 1) {
    const answer = await forward({ Records: left }).catch(() => undefined);
    const failed = answer?.batchItemFailures[0]?.itemIdentifier;
    if (answer && failed === undefined) left = [];
    else if (failed !== undefined)
      left = left.slice(left.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === failed));
  }
  for (const { got } of queues) expect([...new Set(got)].toSorted()).toEqual(all.map(caseId));
});
