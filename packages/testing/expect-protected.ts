// What every answer of an API has about it, whoever asks for what, also when it refuses.
import { expect } from 'vitest';

export const expectProtected = ({ headers, status }: Response): void => {
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
  expect(headers.get('set-cookie')).toBeNull();
  expect(headers.get('access-control-allow-origin') ?? 'https://console.example').not.toBe('*');
  if (status === 204) return;
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-type')).toMatch(/^application\/(problem\+)?json/);
};
