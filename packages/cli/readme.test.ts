// The documentation is true: its fragments stand in the example files or fit the format, its commands print what it shows.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Basis } from '@layan/domain/standard/basis';
import { Channel, Requirement } from '@layan/domain/standard/channel';
import { Sentence } from '@layan/domain/standard/components';
import { Condition } from '@layan/domain/standard/conditions';
import { Deadline } from '@layan/domain/standard/deadline';
import { Ending } from '@layan/domain/standard/ending';
import { Fact } from '@layan/domain/standard/facts';
import { Letter } from '@layan/domain/standard/letter';
import { Process } from '@layan/domain/standard/process';
import { Product } from '@layan/domain/standard/product';
import { Score } from '@layan/domain/standard/scores';
import { ScriptFile } from '@layan/domain/standard/script-file';
import { Standard } from '@layan/domain/standard/standard';
import { Effect, Outcome, Role, Step } from '@layan/domain/standard/step';
import { TenantFile } from '@layan/domain/standard/tenant-file';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { call } from './fixtures/call.ts';
import { blocksOf, exampleFolder, readmePath, writtenAnew } from './fixtures/readme.ts';

const readme = await readFile(readmePath, 'utf8');
const fragments = blocksOf(readme).filter(({ language }) => language === 'json');

const shapes: Readonly<Record<string, z.ZodMiniType>> = {
  Basis,
  Channel,
  Condition,
  Deadline,
  Effect,
  Fact,
  Product,
  Requirement,
  Role,
  Score,
  ScriptFile,
  Sentence,
  Step,
  'process.confidential': z.pick(Process, { confidential: true }).def.shape.confidential,
};

const Item = z.looseObject({ id: z.optional(z.string()), key: z.optional(z.string()) });

/** `process.steps[check-file].outcomes[return]` */
const at = (document: unknown, place: string): unknown =>
  place
    .split(/[.[]/)
    .map((part) => ({ name: part.replace(']', ''), item: part.endsWith(']') }))
    .reduce((found: unknown, { name, item }) => {
      if (!item) return z.record(z.string(), z.unknown()).parse(found)[name];
      return z
        .array(z.unknown())
        .parse(found)
        .find((one) => [Item.parse(one).id, Item.parse(one).key].includes(name));
    }, document);

const read = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(join(exampleFolder, file), 'utf8'));

describe('the documentation of the format', () => {
  test.each(fragments)('has a fragment that is true: $says', async ({ says, text }) => {
    const shown: unknown = JSON.parse(text);
    const [, file, place] = /^from ([\w-]+\.json): (.+)$/.exec(says) ?? [];
    if (file !== undefined && place !== undefined) {
      expect(at(await read(file), place)).toEqual(shown);
      return;
    }
    if (says.startsWith('whole ')) {
      expect(await read(says.slice('whole '.length))).toEqual(shown);
      return;
    }
    const shape = shapes[says.replace(/^a /, '')];
    expect(shape, `a shape for "${says}"`).toBeDefined();
    expect(shape?.safeParse(shown).error).toBeUndefined();
  });

  // Change what the command prints, then: vitest run packages/cli/readme.test.ts -u
  test('shows what its commands print, and every code', async () => {
    await expect(await writtenAnew()).toMatchFileSnapshot(readmePath);
  });

  test('links only to headings that are there', () => {
    const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replace(/\s/g, '-'),
    );
    const links = [...readme.matchAll(/\]\(#([^)]+)\)/g)].map(([, link]) => link);
    expect(links.filter((link) => !headings.includes(link ?? ''))).toEqual([]);
  });

  test.each([
    'surat-keterangan.json',
    'surat-rekomendasi.json',
    'bantuan-modal.json',
    'rapat-bantuan-modal.json',
  ])('has an example that can be published: %s', async (file) => {
    expect(Standard.safeParse(await read(file)).success).toBe(true);
    const { exit } = await call(['check', join(exampleFolder, file)]);
    expect(exit).toBe(0);
  });

  test('has a tenant and scripts that fit their formats', async () => {
    expect(TenantFile.safeParse(await read('kabupaten-contoh.json')).error).toBeUndefined();
    for (const file of ['kunjungan.json', 'rapat.json', 'saran-tanpa-nama.json', 'terlalu-cepat.json'])
      expect(ScriptFile.safeParse(await read(file)).error).toBeUndefined();
  });

  test('names every field of the format', () => {
    const fields = [
      Standard,
      Step,
      Outcome,
      Ending,
      Letter,
      Channel,
      Deadline,
      Process,
      Product,
      TenantFile,
    ].flatMap((schema) => Object.keys(schema.def.shape));
    const named = new Set(fields.filter((field) => new RegExp(`\\b${field}\\b`).test(readme)));
    expect(fields.filter((field) => !named.has(field))).toEqual([]);
  });
});
