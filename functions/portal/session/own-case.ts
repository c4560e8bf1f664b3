// The opened file of this browser. Looking at it renews the session.
import { makeOpenOwnCase } from '@layan/application/tracking/open-own-case';
import type { OwnCaseView } from '@layan/application/tracking/own-case-view';
import type { PortalContext } from '../env.ts';
import { readCookie, writeCookie } from './cookies.ts';
import { sessionEnded } from './session-ended.ts';

export interface OwnCase {
  readonly session: string;
  readonly view: OwnCaseView;
}

export const withOwnCase = async (
  c: PortalContext,
  show: (own: OwnCase) => Response | Promise<Response>,
): Promise<Response> => {
  const session = readCookie(c, 'berkas');
  if (session === undefined) return sessionEnded(c);
  const opened = await makeOpenOwnCase(c.get('ports'))({ session });
  if (!opened.ok) return sessionEnded(c);
  writeCookie(c, 'berkas', opened.value.session);
  return show(opened.value);
};
