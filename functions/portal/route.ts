// Puts a page on its path: what it answers to, and a plain page for every other method.
import type { Hono } from 'hono';
import { formTooOld, tooLarge, wrongWay } from './answer.tsx';
import type { PortalContext, PortalEnv } from './env.ts';
import { isFormOfSession } from './session/form-guard.ts';
import { readForm, type SentForm } from './session/read-form.ts';

type Show = (c: PortalContext) => Response | Promise<Response>;
type Take = (c: PortalContext, form: SentForm) => Response | Promise<Response>;

interface Handlers {
  readonly show?: Show;
  /** A form of a session: only with its token. */
  readonly take?: Take;
  /** A form anybody may send from our pages, before there is a session. */
  readonly begin?: Take;
}

export const route = (app: Hono<PortalEnv>, path: string, { show, take, begin }: Handlers): void => {
  const receive = take ?? begin;
  if (show) app.get(path, (c) => show(c));
  if (receive) {
    app.post(path, async (c) => {
      const form = await readForm(c);
      if (!form) return tooLarge(c);
      if (take && !isFormOfSession(c, form.own._token)) return formTooOld(c);
      return receive(c, form);
    });
  }
  const allow = [...(show ? ['GET', 'HEAD'] : []), ...(receive ? ['POST'] : [])].join(', ');
  app.all(path, (c) => wrongWay(c, allow));
};
