import { describe, expect, it } from 'vitest';
import { pageHeaders } from './page-headers.ts';

const csp = (formTargets: readonly string[], secure = true) =>
  (pageHeaders({ formTargets, secure })['content-security-policy'] ?? '').split('; ');

describe('headers of a page', () => {
  it('allow nothing that is not ours: no inline script or style, no frame, no base address', () => {
    const rules = csp([]);
    expect(rules).toContain("default-src 'none'");
    expect(rules).toContain("frame-ancestors 'none'");
    expect(rules).toContain("base-uri 'none'");
    expect(rules.join()).not.toMatch(/unsafe|\*|data:/);
  });

  it('let a form go to object storage only where the page names it', () => {
    expect(csp([])).toContain("form-action 'self'");
    expect(csp(['https://scans.example'])).toContain("form-action 'self' https://scans.example");
    expect(csp(['https://scans.example'])).toContain("connect-src 'self' https://scans.example");
  });

  it('demand TLS only where there is a certificate', () => {
    expect(csp([], false)).not.toContain('upgrade-insecure-requests');
    expect(pageHeaders({ formTargets: [], secure: false })).not.toHaveProperty('strict-transport-security');
    expect(pageHeaders({ formTargets: [], secure: true })).toHaveProperty('strict-transport-security');
  });

  it('keep the origin of our own forms visible to ourselves', () => {
    expect(pageHeaders({ formTargets: [], secure: true })['referrer-policy']).toBe('same-origin');
  });
});
