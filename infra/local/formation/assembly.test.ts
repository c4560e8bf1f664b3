import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readAssembly } from './assembly.ts';

const stack = (templateFile: string, dependencies: string[], more: object = {}) => ({
  type: 'aws:cloudformation:stack',
  dependencies,
  properties: { templateFile, ...more },
});

function assembly(artifacts: object, files: Readonly<Record<string, object>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'layan-assembly-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts }));
  for (const [name, body] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(body));
  return folder;
}

it('lists stacks after those they depend on, under their own names', () => {
  const folder = assembly(
    {
      Api: stack('api.json', ['Core'], { stackName: 'layan-api', tags: { stage: 'local' } }),
      Core: stack('core.json', []),
    },
    { 'api.json': { Resources: { A: 1 } }, 'core.json': { Resources: {} } },
  );

  expect(readAssembly(folder).stacks).toEqual([
    { name: 'Core', template: '{"Resources":{}}', tags: {} },
    { name: 'layan-api', template: '{"Resources":{"A":1}}', tags: { stage: 'local' } },
  ]);
});

it('says where the assets lie and under which keys they are published', () => {
  const destination = { d: { bucketName: 'assets', objectKey: 'abc.zip' } };
  const folder = assembly(
    { 'Api.assets': { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } } },
    {
      'assets.json': {
        files: { abc: { source: { path: 'asset.abc', packaging: 'zip' }, destinations: destination } },
      },
    },
  );

  expect(readAssembly(folder).assets).toEqual([
    { bucket: 'assets', key: 'abc.zip', path: join(folder, 'asset.abc'), isFolder: true },
  ]);
});

it('refuses an assembly inside an assembly', () => {
  const folder = assembly({ Stage: { type: 'cdk:cloud-assembly' } }, {});

  expect(() => readAssembly(folder)).toThrow('Nested assemblies are not run locally (Stage).');
});
