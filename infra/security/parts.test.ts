// Parts of others: one version of each, from one source, and the times by which they are mended (decision 0114).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const lock = read('pnpm-lock.yaml');

const packages = ['functions', 'packages', 'web'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}/package.json`),
);

describe('a part of others', () => {
  it('is what its hash says, and comes from the registry alone', () => {
    const found = [...lock.matchAll(/^ {4}resolution: \{(.*)\}$/gm)].map(([, said = '']) => said);
    expect(found.length).toBeGreaterThan(500);
    expect(found.filter((said) => !/^integrity: sha512-[\w+/=]{88}$/.test(said))).toEqual([]);
    expect(lock).not.toMatch(/git\+|codeload|tarball:|https?:\/\/(?!registry\.npmjs\.org)\S+\.tgz/);
  });

  it.each(['package.json', 'infra/package.json', 'test/package.json', ...packages])(
    'has its version in the catalogue and nowhere else: %s',
    (path) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(read(path));
      const versions = Object.values({ ...dependencies, ...devDependencies });
      expect(versions.filter((one) => !/^(catalog|workspace):/.test(String(one)))).toEqual([]);
    },
  );

  it('has one exact version; those of Node and of types alone follow their line', () => {
    const [, catalogue = ''] = /\ncatalog:\n([\s\S]*)$/.exec(read('pnpm-workspace.yaml')) ?? [];
    const lines = [...catalogue.matchAll(/^ {2}"?([^":\n]+)"?: (\S+)$/gm)].map(([, name, version]) => [
      name,
      version,
    ]);
    expect(lines.length).toBeGreaterThan(50);
    const loose = lines.filter(([, version = '']) => !/^\d+\.\d+\.\d+$/.test(version));
    for (const [name = ''] of loose) expect(name).toMatch(/^(node|@types\/.*)$/);
  });

  it('has a time by which it is mended, for each kind of flaw', () => {
    const decision = read('infra/decisions/0114-parts-of-others.md');
    const days = [...decision.matchAll(/\| (\d+) days \|/g)].map(([, count]) => Number(count));
    expect(days).toEqual([2, 7, 30, 90]);
  });
});
