// Every name that a standard mentions is looked up: one that leads nowhere is found, wherever it stands. Tried on every kind of
// place that the standards of this folder have.
import { readFileSync } from 'node:fs';
import { checkStandard } from '@layan/domain/standard/check';
import { parseStandard } from '@layan/domain/standard/parse-standard';
import type { Standard } from '@layan/domain/standard/standard';
import { describe, expect, test } from 'vitest';
import { pengesahanPbiJk } from './kab-lumajang/pengesahan-pbi-jk.ts';
import { usulanDataKesejahteraan } from './kab-lumajang/usulan-data-kesejahteraan.ts';
import { vervalPbiJk } from './kab-lumajang/verval-pbi-jk.ts';
import { pengaduan } from './kota-kupang/pengaduan.ts';
import { rekomendasiKis } from './kota-pekalongan/rekomendasi-kis.ts';
import { ultpk } from './kota-probolinggo/ultpk.ts';

/** What is no name of an element of the same standard: words, kinds, values, places, and names of other standards. */
const otherwise = new Set(
  `id label citizen resumed text title intro hint kind type privacy tone note value unit calendar hours receipt identity
   pattern at opens after to is in verb as party from until back cites inferred service group change assign reached missed
   messages products promises calendar statement why within amount skip classification register documentClass layout paper
   nature annex subject paragraph list copies value office others decision happenedAt`.split(/\s+/),
);

type Path = readonly (string | number)[];

const leaves = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    leaves(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
};

const keyOf = (path: Path): string => String(path.findLast((part) => typeof part === 'string'));

/** Places of one kind are tried once. */
const kindOf = (path: Path): string => path.map((part) => (typeof part === 'number' ? '*' : part)).join('.');

const isMention = (path: Path): boolean => {
  const kind = kindOf(path);
  if (kind.includes('.subcase.') && !kind.endsWith('.draft')) return kind.includes('.carries.');
  // What a batch and its lines say of each other, and what an ending opens, are names of another standard.
  if (/^process\.lines\.|\.from\.\*\.|\.batch$|\.decisions\.|\.opens\.(?:service|channel)$/.test(kind))
    return false;
  if (/\.outcomes\.\*\.endings\.|\.examples\.\*\..*facts\.|\.ending$/.test(kind)) return false;
  if (/\.examples\.\*\.(?:products|promises)\./.test(kind)) return false;
  return !otherwise.has(keyOf(path)) || /deadlines\.\*\.within$|\.exclusive\.by\.\*$/.test(kind);
};

const without = (document: unknown, [key, ...rest]: Path): unknown => {
  if (key === undefined) return 'nowhere-at-all';
  if (Array.isArray(document)) return document.map((part, at) => (at === key ? without(part, rest) : part));
  if (typeof document !== 'object' || document === null) return document;
  return Object.fromEntries(
    Object.entries(document).map(([name, part]) => [name, name === key ? without(part, rest) : part]),
  );
};

const example: unknown = JSON.parse(
  readFileSync(new URL('example/surat-rekomendasi.json', import.meta.url), 'utf8'),
);
const parsed = parseStandard(example);
const standards: readonly Standard[] = [
  ultpk,
  pengaduan,
  rekomendasiKis,
  vervalPbiJk,
  pengesahanPbiJk,
  usulanDataKesejahteraan,
  ...(parsed.ok ? [parsed.value] : []),
];

const mentions = new Map<string, { readonly standard: Standard; readonly path: Path }>();
for (const standard of standards) {
  for (const path of leaves(standard.process, ['process'])) {
    if (isMention(path) && !mentions.has(kindOf(path))) mentions.set(kindOf(path), { standard, path });
  }
}

describe('a name that leads nowhere is found', () => {
  test.each([...mentions])('at %s', (_kind, { standard, path }) => {
    const broken = parseStandard(without(standard, path));
    if (!broken.ok) throw new Error(JSON.stringify(broken.error));
    expect(checkStandard(broken.value).map(({ code }) => code)).toContain('unknown-reference');
  });

  test('at many kinds of places', () => {
    expect(mentions.size).toBeGreaterThan(50);
  });
});
