import { describe, expect, it } from 'vitest';
import { eachApart, tellFirst, workOff } from './work-off.ts';

/** Numbers up to `last`, in pages. */
const upTo =
  (last: number) =>
  async ({ limit, after = '0' }: { readonly limit: number; readonly after?: string }) => {
    const from = Number(after);
    const rows = Array.from({ length: Math.min(limit, last - from) }, (_, at) => from + at + 1);
    const next = from + rows.length;
    return { rows, ...(next < last && { next: String(next) }) };
  };

describe('what is worked off', () => {
  it('is met to its end, page by page, past all that fails', async () => {
    const failing = async (row: number) => {
      if (row <= 45) throw new Error(`row ${row}`);
      return true;
    };
    const { done, broken, more } = await workOff(upTo(50), failing, { atOnce: 20, mostPages: 9 });
    expect(done).toEqual([46, 47, 48, 49, 50]);
    expect([broken.length, more]).toEqual([45, false]);
  });

  it('ends when enough is done, or enough was looked at, and says that more is there', async () => {
    const odd = async (row: number) => row % 2 === 1;
    const portion = { atOnce: 4, mostPages: 9 };
    expect(await workOff(upTo(50), odd, { ...portion, enough: 3 })).toMatchObject({
      done: [1, 3, 5],
      more: true,
    });
    const some = await workOff(upTo(50), odd, { ...portion, mostPages: 2 });
    expect(some).toMatchObject({ done: [1, 3, 5, 7], more: true });
  });
});

describe('each by itself', () => {
  it('tells the first that failed, and only then', async () => {
    const seen: number[] = [];
    const broken = await eachApart([1, 2, 3], async (one) => {
      if (one < 3) throw new Error(`number ${one}`);
      seen.push(one);
    });
    expect(seen).toEqual([3]);
    expect(() => tellFirst(broken)).toThrow('number 1');
    expect(() => tellFirst([])).not.toThrow();
    expect(() => tellFirst([undefined])).toThrow();
  });
});
