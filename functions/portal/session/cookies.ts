// Three cookies, all out of reach of scripts and other sites: the unsent filing, the opened file, and the key of form tokens.
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { PortalContext } from '../env.ts';

const lifetimes = {
  /** As long as an unsent filing is kept. */
  permohonan: 30 * 24 * 3600,
  /** The session inside ends earlier by itself. */
  berkas: 8 * 3600,
  kunci: 30 * 24 * 3600,
} as const;

type CookieName = keyof typeof lifetimes;

// The prefix binds a cookie to exactly this host; browsers accept it with TLS only.
const prefixed = (c: PortalContext, name: CookieName): string => (c.get('secure') ? `__Host-${name}` : name);

export const readCookie = (c: PortalContext, name: CookieName): string | undefined =>
  getCookie(c, prefixed(c, name)) || undefined;

export const writeCookie = (c: PortalContext, name: CookieName, value: string, seconds?: number): void =>
  setCookie(c, prefixed(c, name), value, {
    path: '/',
    httpOnly: true,
    // Lax, not Strict: object storage sends the browser back to us after a scan, and that counts as another site.
    sameSite: 'Lax',
    secure: c.get('secure'),
    maxAge: seconds ?? lifetimes[name],
  });

export const dropCookie = (c: PortalContext, name: CookieName): void => {
  deleteCookie(c, prefixed(c, name), { path: '/', secure: c.get('secure') });
};
