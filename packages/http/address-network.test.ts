import { describe, expect, it } from 'vitest';
import { networkOf, networkOfRequest } from './address-network.ts';

const from = (sourceIp: string) => ({ event: {}, requestContext: { identity: { sourceIp } } });

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113'],
    ['203.0.113.250', '203.0.113'],
    ['::ffff:203.0.113.7', '203.0.113'],
    ['2001:DB8:0042:1::7', '2001:db8:42'],
    ['2001:db8:42:ffff:1:2:3:4', '2001:db8:42'],
    ['2001:db8::7', '2001:db8:0'],
    ['::1', '0:0:0'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is told by the gateway and by nothing that a request says', () => {
    expect(networkOfRequest(from('203.0.113.7'))).toBe('203.0.113');
    const forged = { headers: { 'x-forwarded-for': '198.51.100.1' } };
    expect(networkOfRequest({ ...from('203.0.113.7'), event: forged })).toBe('203.0.113');
    expect(networkOfRequest({ event: forged })).toBe('');
    expect(networkOfRequest(undefined)).toBe('');
  });
});
