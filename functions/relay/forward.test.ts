import { createLogger } from '@layan/observability/logger';
import { describe, expect, it } from 'vitest';
import { createForward } from './forward.ts';
import type { Pointer } from './pointers.ts';

const caseId = (n: number) => String(n).padStart(26, '0');
const record = (n: number, table = 'layan.local.kota-uji') => ({
  eventName: 'INSERT',
  eventSourceARN: `arn:aws:dynamodb:ap-southeast-3:000000000000:table/${table}/stream/2026-03-25`,
  dynamodb: {
    SequenceNumber: String(1000 + n),
    Keys: { pk: { S: `OUTBOX#${caseId(n)}` }, sk: { S: '00000001' } },
    StreamViewType: 'KEYS_ONLY',
  },
});

function relay(...refusals: ((pointer: Pointer) => boolean)[]) {
  const sent: Pointer[][] = [];
  const sizes: number[] = [];
  const queues = (refusals.length === 0 ? [() => false] : refusals).map((refuse, queue) => {
    sent[queue] = [];
    return async (messages: readonly Pointer[]) => {
      sizes.push(messages.length);
      const refused = messages.flatMap((message, at) => (refuse(message) ? [at] : []));
      sent[queue]?.push(...messages.filter((_message, at) => !refused.includes(at)));
      return refused;
    };
  });
  const forward = createForward(
    queues,
    createLogger('relay', () => undefined),
  );
  return { forward, sent, sizes };
}

describe('relay', () => {
  it('forwards tenant and case, and nothing else', async () => {
    const { forward, sent } = relay();
    expect(await forward({ Records: [record(1)] })).toEqual({ batchItemFailures: [] });
    expect(sent).toEqual([[{ tenant: 'kota-uji', caseId: caseId(1) }]]);
  });

  it('sends no more than ten messages at once', async () => {
    const { forward, sizes } = relay();
    await forward({ Records: Array.from({ length: 25 }, (_value, n) => record(n)) });
    expect(sizes).toEqual([10, 10, 5]);
  });

  it('says at which record to go on when the queue refuses one, and sends nothing behind its batch', async () => {
    const { forward, sizes } = relay((pointer) => pointer.caseId === caseId(3));
    const answer = await forward({ Records: Array.from({ length: 25 }, (_value, n) => record(n)) });
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: '1003' }]);
    expect(sizes).toEqual([10]);
  });

  it('gives every queue the same pointers', async () => {
    const { forward, sent } = relay(
      () => false,
      () => false,
    );
    await forward({ Records: [record(1), record(2)] });
    expect(sent[0]).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('goes on at the first record that any queue refused', async () => {
    const { forward } = relay(
      (pointer) => pointer.caseId === caseId(4),
      (pointer) => pointer.caseId === caseId(2),
    );
    const answer = await forward({ Records: [1, 2, 3, 4].map((n) => record(n)) });
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: '1002' }]);
  });

  it('tells a tenant from another whose name begins alike', async () => {
    const { forward, sent } = relay();
    await forward({ Records: [record(1, 'layan.local.kota-a'), record(2, 'layan.local.kota-a-b')] });
    expect(sent[0]?.map(({ tenant }) => tenant)).toEqual(['kota-a', 'kota-a-b']);
  });

  it('refuses a record that is not from a tenant table', async () => {
    const { forward } = relay();
    await expect(forward({ Records: [record(1, 'layan-local-control')] })).rejects.toThrow();
  });

  it('makes the same pointers of records that come again or in another order, and keeps nothing of them', async () => {
    const { forward, sent } = relay();
    const records = [record(1), record(2), record(3)];
    await forward({ Records: records });
    await forward({ Records: records });
    await forward({ Records: records.toReversed() });
    const [pointers = []] = sent;
    const first = pointers.slice(0, 3);
    expect(pointers).toEqual([...first, ...first, ...first.toReversed()]);
  });
});
