import { constants, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpack } from './unpack.ts';

const zeros = (megabytes: number) =>
  deflateSync(Buffer.alloc(megabytes * 1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
const aBudget = () => ({ unpacked: 600 * 1024 * 1024, read: 64 * 1024 * 1024 });

describe('a budget for what is unpacked', () => {
  it('pays for what came out and what was read', () => {
    const budget = aBudget();
    const packed = zeros(2);
    expect(unpack(packed, budget)).toHaveLength(2 * 1024 * 1024);
    expect(aBudget().unpacked - budget.unpacked).toBe(2 * 1024 * 1024);
    expect(aBudget().read - budget.read).toBeLessThanOrEqual(packed.length);
  });

  it('pays for an attempt that fails at its very end as well', () => {
    const budget = aBudget();
    const noBlock = Buffer.from([0xff, 0xff]);
    expect(unpack(Buffer.concat([zeros(8), noBlock]), budget)).toBe('broken');
    expect(aBudget().unpacked - budget.unpacked).toBeGreaterThanOrEqual(8 * 1024 * 1024);
    const short = aBudget();
    expect(unpack(Buffer.concat([zeros(0), noBlock]), short)).toBe('broken');
    expect(aBudget().unpacked - short.unpacked).toBeLessThan(64 * 1024);
  });

  it('ends', () => {
    expect(unpack(zeros(1), { unpacked: 1000, read: 1000 })).toBe('too-much');
    expect(unpack(zeros(1), { unpacked: 0, read: 1000 })).toBe('too-much');
  });
});
