import { aFiledCase } from '@layan/testing/builders/a-case';
import { caseIdOf } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { describe, expect, it } from 'vitest';
import { readOnce } from './read-once.ts';

const one = caseIdOf(1);
const other = caseIdOf(2);

async function read() {
  const { cases } = memoryTenant(fixedClock());
  await cases.commit(aFiledCase(1, { tasks: [] }));
  await cases.commit(aFiledCase(2, { tasks: [] }));
  const reads: string[] = [];
  const counted = {
    ...cases,
    find: (id: typeof one) => {
      reads.push(id);
      return cases.find(id);
    },
  };
  return { cases, reads, once: readOnce(counted, one) };
}

describe('a case that is read once', () => {
  it('is asked for once, however many look at it at the same time', async () => {
    const { once, reads, cases } = await read();
    const found = await Promise.all([once.find(one), once.find(one), once.find(one)]);
    for (const record of found) expect(record).toEqual(await cases.find(one));
    expect(reads).toEqual([one]);
  });

  it('is asked for again after a write, also one that was refused', async () => {
    const { once, reads } = await read();
    await once.find(one);
    const refused = await once.commit(aFiledCase(1, { tasks: [] }));
    expect(refused.ok).toBe(false);
    await once.find(one);
    await once.find(one);
    expect(reads).toEqual([one, one]);
  });

  it('is asked for again after a write of which nobody knows how it ended', async () => {
    const { cases } = await read();
    const torn = { ...cases, commit: () => Promise.reject(new Error('the line is dead')) };
    let reads = 0;
    const find = (id: typeof one) => {
      reads += 1;
      return cases.find(id);
    };
    const once = readOnce({ ...torn, find }, one);
    await once.find(one);
    await expect(once.commit(aFiledCase(1, { tasks: [] }))).rejects.toThrow('the line is dead');
    await once.find(one);
    expect(reads).toBe(2);
  });

  it('leaves other cases as they are: each look is a new one', async () => {
    const { once, reads } = await read();
    await once.find(other);
    await once.find(other);
    expect(reads).toEqual([other, other]);
  });
});
