import { describe, expect, it } from 'vitest';
import { decideEndpoint, getEndpointPlugin, resolveEndpointConfig } from './one-endpoint.ts';

describe('the endpoint of a bundled client', () => {
  it('is the one it was given', async () => {
    const { endpoint, isCustomEndpoint } = resolveEndpointConfig({ endpoint: 'http://127.0.0.1:4401' });
    expect(await endpoint()).toEqual({ protocol: 'http:', hostname: '127.0.0.1', port: 4401, path: '/' });
    expect(isCustomEndpoint).toBe(true);
  });

  it.each([
    ['a region', 'ap-southeast-3'],
    ['the promise of one', async () => 'ap-southeast-3'],
  ])('else DynamoDB’s, by %s', async (_, region) => {
    const { endpoint } = resolveEndpointConfig({ region });
    expect(await endpoint()).toEqual({
      protocol: 'https:',
      hostname: 'dynamodb.ap-southeast-3.amazonaws.com',
      path: '/',
    });
    expect(endpoint()).toBe(endpoint());
  });

  it('keeps the place in the stack that others name', () => {
    const added: unknown[] = [];
    getEndpointPlugin().applyToStack({
      addRelativeTo: (middleware, options) => added.push([middleware(1), options]),
    });
    expect(added).toMatchObject([
      [1, { name: 'endpointV2Middleware', toMiddleware: 'serializerMiddleware' }],
    ]);
  });

  it('has no rules, and says so', () => {
    expect(() => decideEndpoint()).toThrow('no rules');
  });
});
