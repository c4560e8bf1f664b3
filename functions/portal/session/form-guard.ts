// Form tokens: a salted hash of a key that only this browser's cookie holds. New salt on every page, so that a compressed
// page gives nothing away about the key.
import { createHash, randomBytes } from 'node:crypto';
import { sameText } from '@layan/application/kernel/same-text';
import type { FormGuard } from '@layan/portal/parts/form-token';
import type { PortalContext } from '../env.ts';
import { readCookie, writeCookie } from './cookies.ts';

const tokenOf = (key: string, salt: string): string =>
  `${salt}.${createHash('sha256').update(`form\n${salt}\n${key}`).digest('base64url')}`;

/** The hidden part of a form on the page that is being made. */
export const formGuard = (c: PortalContext, seen?: string): FormGuard => {
  const known = readCookie(c, 'kunci');
  const key = known ?? randomBytes(16).toString('base64url');
  if (known === undefined) writeCookie(c, 'kunci', key);
  return {
    token: tokenOf(key, randomBytes(8).toString('base64url')),
    ...(seen === undefined ? {} : { seen }),
  };
};

export const isFormOfSession = (c: PortalContext, token: string | undefined): boolean => {
  const key = readCookie(c, 'kunci');
  const salt = token?.split('.')[0];
  return key !== undefined && salt !== undefined && sameText(tokenOf(key, salt), token ?? '');
};
