// Headers of every page for people: nothing runs, loads or frames here but what we serve ourselves.

export interface PageHeaders {
  /** Other origins a form on this page may be sent to: object storage for scans. */
  readonly formTargets: readonly string[];
  readonly secure: boolean;
}

const policy = ({ formTargets, secure }: PageHeaders): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    ["connect-src 'self'", ...formTargets].join(' '),
    ["form-action 'self'", ...formTargets].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');

/**
 * `Referrer-Policy: same-origin`, not `no-referrer`: the latter makes browsers send `Origin: null` with our own forms,
 * which nobody could tell from a forged one. Other sites learn nothing under either.
 */
export const pageHeaders = (page: PageHeaders): Readonly<Record<string, string>> => ({
  'content-security-policy': policy(page),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  ...(page.secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
});
