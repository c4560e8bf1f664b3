// What a returned file asks of the person who opened it, or the page that says there is nothing to complete.
import { type Completion, makeGetCompletion } from '@layan/application/tracking/get-completion';
import { goOn } from '../answer.tsx';
import type { PortalContext } from '../env.ts';
import { paths } from '../present/filing-way.ts';
import { readCookie } from './cookies.ts';
import { sessionEnded } from './session-ended.ts';

export interface Asked {
  readonly session: string;
  readonly completion: Completion;
}

export const scanPath = (requirement: string): string => `${paths.completion}/${requirement}`;

export async function withCompletion(
  c: PortalContext,
  show: (asked: Asked) => Response | Promise<Response>,
): Promise<Response> {
  const session = readCookie(c, 'berkas');
  if (session === undefined) return sessionEnded(c);
  const completion = await makeGetCompletion(c.get('ports'))({ session });
  if (completion.ok) return show({ session, completion: completion.value });
  return completion.error.code === 'nothing-asked' ? goOn(c, paths.ownCase) : sessionEnded(c);
}
