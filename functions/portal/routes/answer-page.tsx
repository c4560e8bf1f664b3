// What the agency answered, for who opened the file.
import { makeReadAnswer } from '@layan/application/tracking/read-answer';
import { AnswerPage } from '@layan/portal/pages/answer';
import type { Hono } from 'hono';
import { goOn, personalPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { paths } from '../present/filing-way.ts';
import { route } from '../route.ts';
import { readCookie } from '../session/cookies.ts';
import { sessionEnded } from '../session/session-ended.ts';

export const answerRoutes = (app: Hono<PortalEnv>): void => route(app, paths.answer, { show: showAnswer });

async function showAnswer(c: PortalContext): Promise<Response> {
  const session = readCookie(c, 'berkas');
  if (session === undefined) return sessionEnded(c);
  const answer = await makeReadAnswer(c.get('ports'))({ session });
  if (!answer.ok) return answer.error.code === 'nothing-asked' ? goOn(c, paths.ownCase) : sessionEnded(c);
  const { service, ticket, forms } = answer.value;
  return personalPage(
    c,
    <AnswerPage site={c.get('site')} service={service} ticket={ticket} forms={forms} back={paths.ownCase} />,
  );
}
