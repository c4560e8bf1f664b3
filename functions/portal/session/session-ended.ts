// The opened file is closed: forgotten by this browser, and said.
import { caseSessionEnded } from '../answer.tsx';
import type { PortalContext } from '../env.ts';
import { dropCookie } from './cookies.ts';

export const sessionEnded = (c: PortalContext) => {
  dropCookie(c, 'berkas');
  return caseSessionEnded(c);
};
