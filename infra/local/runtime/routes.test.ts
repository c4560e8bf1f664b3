import { describe, expect, it } from 'vitest';
import type { RestApi } from '../cloud.ts';
import { findRoute } from './routes.ts';

/** The routes of the product, and one with a parameter. */
const api: RestApi = {
  id: 'api',
  rootId: 'root',
  name: 'layan-test',
  binaryMediaTypes: [],
  resources: new Map([
    ['proxy', { parentId: 'root', pathPart: '{proxy+}' }],
    ['staff', { parentId: 'root', pathPart: 'staff' }],
    ['staffProxy', { parentId: 'staff', pathPart: '{proxy+}' }],
    ['files', { parentId: 'root', pathPart: 'files' }],
    ['file', { parentId: 'files', pathPart: '{name}' }],
  ]),
  methods: new Map(
    [
      ['root', 'ANY', 'portal'],
      ['proxy', 'ANY', 'portal'],
      ['staffProxy', 'ANY', 'staff'],
      ['file', 'GET', 'files'],
    ].map(([resourceId = '', verb = '', functionArn = '']) => [
      `${resourceId} ${verb}`,
      { resourceId, verb, functionArn },
    ]),
  ),
  stages: new Map(),
  answers: new Map(),
};
const found = (path: string, verb = 'GET') => findRoute(api, verb, path);

describe('routing', () => {
  it.each([
    ['/', 'portal', '/', null],
    ['/layanan/ultpk', 'portal', '/{proxy+}', { proxy: 'layanan/ultpk' }],
    ['/staff/cases/7', 'staff', '/staff/{proxy+}', { proxy: 'cases/7' }],
    ['/staff/cases/', 'staff', '/staff/{proxy+}', { proxy: 'cases' }],
    ['/files/a%20b', 'files', '/files/{name}', { name: 'a b' }],
    ['/files/a/b', 'portal', '/{proxy+}', { proxy: 'files/a/b' }],
    ['/stafff', 'portal', '/{proxy+}', { proxy: 'stafff' }],
  ])('sends %s to %s', (path, functionArn, resourcePath, parameters) => {
    expect(found(path)).toMatchObject({ functionArn, resourcePath, parameters });
  });

  it('lets a greedy part match at least one segment, never none', () => {
    // `/staff` has no method of its own, and /staff/{proxy+} does not answer it.
    expect(found('/staff')).toMatchObject({ functionArn: 'portal', parameters: { proxy: 'staff' } });
    expect(found('/staff/')).toMatchObject({ functionArn: 'portal' });
  });

  it('falls back to a wider route when the verb does not fit', () => {
    expect(found('/files/a', 'POST')).toMatchObject({ functionArn: 'portal' });
  });

  it('finds nothing without a root method', () => {
    const bare = { ...api, methods: new Map([...api.methods].filter(([id]) => !id.startsWith('root'))) };

    expect(findRoute(bare, 'GET', '/')).toBeUndefined();
  });

  it('does not stumble over a broken escape', () => {
    expect(found('/files/%zz')).toMatchObject({ parameters: { name: '%zz' } });
  });
});
