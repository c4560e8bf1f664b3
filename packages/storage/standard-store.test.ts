// What the table gives back is believed by its hash alone, so whatever differs from what was kept is refused.
import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import { ok } from '@layan/domain/kernel/result';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import { aStandard, aVersion } from '@layan/testing/builders/a-standard';
import { hashOf, minute, STANDARD } from '@layan/testing/builders/ids';
import { describe, expect, it } from 'vitest';
import { standardVersionKey, templateKey } from './keys.ts';
import { standardStore } from './standard-store.ts';

/** A table in which nothing stands but this one row. */
const storeOf = (row: unknown, key = standardVersionKey(STANDARD, 1)) =>
  standardStore({
    get: async () => ({ ...key, body: JSON.stringify(row) }),
    query: async () => [],
    transact: async () => ok(undefined),
  });

const published = { ...aVersion(), state: 'published', publishedAt: minute(1) } as const;
const ref = { id: STANDARD, version: 1, hash: published.hash };
const other = aStandard({ title: 'Standar Pelayanan Lain' });

describe('a version that is read', () => {
  it('is the one that was kept, in whatever order its members are spelled', async () => {
    const { examples, ...process } = published.standard.process;
    const spelled = { ...published, standard: { ...published.standard, process: { examples, ...process } } };
    expect(await storeOf(spelled).find(STANDARD, 1)).toEqual(published);
    expect(await storeOf(spelled).getPinned(ref)).toEqual(published);
  });

  it.each([
    ['another document', { ...published, standard: other }],
    ['a document with something more', { ...published, standard: { ...published.standard, more: true } }],
    ['another hash', { ...published, hash: hashOf('other') }],
  ])('is refused with %s than the one it is known by', async (_, row) => {
    await expect(storeOf(row).find(STANDARD, 1)).rejects.toThrow(/not the one it is known by/);
    await expect(storeOf(row).getPinned(ref)).rejects.toThrow(/not the one it is known by/);
  });

  it('is refused as what a case was pinned to when document and hash were changed together', async () => {
    const row = { ...published, standard: other, hash: aVersion({ standard: other }).hash };
    expect(await storeOf(row).find(STANDARD, 1)).toMatchObject({ standard: { title: other.title } });
    await expect(storeOf(row).getPinned(ref)).rejects.toThrow(/not kept as it was pinned/);
  });

  it.each<[string, unknown]>([
    ['of a later format', { ...published.standard, format: 'layan.standard/2' }],
    ['that is no document', 'standard'],
    ['that is nothing', null],
  ])('is refused with a document %s, though its hash agrees', async (_, standard) => {
    const row = { ...published, standard, hash: hashOf(canonicalJson(standard)) };
    await expect(storeOf(row).find(STANDARD, 1)).rejects.toThrow(/cannot be read: standard/);
  });

  it.each<[string, Partial<Record<keyof StandardVersion, unknown>>]>([
    ['state', { state: 'gone' }],
    ['life', { life: [{ to: 'draft' }] }],
    ['version', { version: 0 }],
  ])('is refused with a %s that nobody could have kept', async (member, damage) => {
    const read = storeOf({ ...published, ...damage }).find(STANDARD, 1);
    await expect(read).rejects.toThrow(new RegExp(`cannot be read: ${member}`));
  });

  it('says where the damage is and nothing of what the document holds', async () => {
    const read = storeOf({ ...published, standard: other }).find(STANDARD, 1);
    await expect(read).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('Lain') }),
    );
  });
});

describe('a template that is read', () => {
  it('has no hash to be known by, so it is read whole', async () => {
    const key = templateKey(STANDARD);
    expect(await storeOf(other, key).findTemplate(STANDARD)).toEqual(other);
    await expect(storeOf({ ...other, title: 7 }, key).findTemplate(STANDARD)).rejects.toThrow(/read: title/);
  });
});
