import { readScan } from '@layan/domain/document/scan';
import { makeLookInside } from '@layan/examination/pdf/look-inside';
import { harmlessPdfs, packsOf } from '@layan/testing/hostile/uploads';
import { describe, expect, it } from 'vitest';

const many = harmlessPdfs['with two thousand small streams'] ?? new Uint8Array();

describe('looking into a PDF', () => {
  it('costs little where a small file unpacks to hundreds of megabytes of spelled names', async () => {
    const bomb = packsOf('#41', 10, 57);
    const before = process.cpuUsage();
    expect(readScan(bomb)).toMatchObject({ ok: true });
    expect(await makeLookInside()(bomb)).toBe('damaged');
    const { user, system } = process.cpuUsage(before);
    console.log(
      `Scan check: ${Math.round((user + system) / 1000)} ms of processor for ${bomb.length} bytes.`,
    );
  });

  it('keeps a pack with some spelled names, and changes nothing in it', async () => {
    const sent = packsOf(`${'x'.repeat(1020)}/A#20`, 1, 10);
    const spelled = Buffer.concat([sent.subarray(0, 9), Buffer.from('% #41#42\n'), sent.subarray(9)]);
    const looked = Buffer.from(spelled);
    expect(await makeLookInside()(looked)).toBeUndefined();
    expect(readScan(looked)).toMatchObject({ ok: true });
    expect(looked.equals(spelled)).toBe(true);
  });

  it('stops in time, whatever it is that takes long', async () => {
    let [calls, seconds] = [0, 0];
    const slow = () => {
      calls += 1;
      seconds += 1;
      return seconds * 1000;
    };
    expect(await makeLookInside(slow)(many)).toBe('damaged');
    expect(calls).toBeLessThan(20);
    expect(await makeLookInside(() => 0)(many)).toBeUndefined();
  });
});
