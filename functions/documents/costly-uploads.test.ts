// What a file costs is counted by how often the check looks at its clock: before each stream, and while objects are read.
import { readScan } from '@layan/domain/document/scan';
import { makeLookInside } from '@layan/examination/pdf/look-inside';
import { harmlessPdfs, packsOf } from '@layan/testing/hostile/uploads';
import { packedPdf } from '@layan/testing/hostile/whole-pdfs';
import { describe, expect, it } from 'vitest';

const many = harmlessPdfs['with two thousand small streams'] ?? new Uint8Array();

/** Opens with a list, which a reader takes for a place, of so many names; so many numbers more say that they are this list. */
const listOf = (names: number, again = 0): Uint8Array =>
  packedPdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R /OpenAction 3 0 R >>',
      '<< /Type /Pages /Kids [] /Count 0 >>',
      `[ ${'/ '.repeat(names)}]`,
    ],
    again,
  });

/** `step`: seconds from one look at the clock to the next. */
const lookedInto = async (bytes: Uint8Array, step = 0) => {
  let looks = 0;
  const now = () => {
    looks += 1;
    return looks * step * 1000;
  };
  return { found: await makeLookInside(now)(bytes), looks };
};

describe('looking into a PDF', () => {
  it('ends with the first of many packs that unpack to hundreds of megabytes of spelled names', async () => {
    const bomb = packsOf('#41', 10, 57);
    expect(readScan(bomb)).toMatchObject({ ok: true });
    expect(await lookedInto(bomb)).toEqual({ found: 'damaged', looks: 2 });
  });

  it('ends with the first object of a small pack where many numbers are the same long list', async () => {
    const small = listOf(100_000, 300);
    expect(small.length).toBeLessThan(4096);
    expect(readScan(small)).toMatchObject({ ok: true });
    const { found, looks } = await lookedInto(small);
    expect(found).toBe('unknown-type');
    expect(looks).toBeLessThan(20);
    expect((await lookedInto(listOf(100_000))).found).toBeUndefined();
  });

  it('keeps a pack with some spelled names, and changes nothing in it', async () => {
    const sent = packsOf(`${'x'.repeat(1020)}/A#20`, 1, 10);
    const spelled = Buffer.concat([sent.subarray(0, 9), Buffer.from('% #41#42\n'), sent.subarray(9)]);
    const looked = Buffer.from(spelled);
    expect((await lookedInto(looked)).found).toBeUndefined();
    expect(readScan(looked)).toMatchObject({ ok: true });
    expect(looked.equals(spelled)).toBe(true);
  });

  it.each([
    ['many streams', many, 'damaged'],
    ['many values', listOf(200_000), 'unknown-type'],
  ])('stops in time, whatever it is that takes long: %s', async (_what, bytes, refused) => {
    const { found, looks } = await lookedInto(bytes, 1);
    expect(found).toBe(refused);
    expect(looks).toBeLessThan(20);
    expect((await lookedInto(bytes)).found).toBeUndefined();
  });
});
