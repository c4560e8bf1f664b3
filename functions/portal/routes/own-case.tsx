// The own file.
import { complaintsOf } from '@layan/application/standard/get-service';
import { OwnCasePage } from '@layan/portal/pages/own-case';
import type { Hono } from 'hono';
import { personalPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { paths, servicePath } from '../present/filing-way.ts';
import { ownCaseProps } from '../present/own-case.ts';
import { route } from '../route.ts';
import { formGuard } from '../session/form-guard.ts';
import { type OwnCase, withOwnCase } from '../session/own-case.ts';

const doneWords: ReadonlyMap<string, string> = new Map([
  ['lengkap', 'Kelengkapan sudah kami terima'],
  ['tanggapan', 'Tanggapan Anda sudah kami terima'],
  ['batal', 'Permohonan sudah dibatalkan'],
]);

export const ownCaseRoutes = (app: Hono<PortalEnv>): void =>
  route(app, paths.ownCase, { show: (c) => withOwnCase(c, (own) => showOwnCase(c, own)) });

const showOwnCase = async (c: PortalContext, { view }: OwnCase) => {
  const { standard } = await c.get('ports').standards.getPinned(view.standard);
  const complaints = await complaintsOf(c.get('ports').standards, standard);
  const done = doneWords.get(c.req.query('selesai') ?? '');
  return personalPage(
    c,
    <OwnCasePage
      site={c.get('site')}
      {...ownCaseProps(view, standard)}
      leaveAction={paths.leaveCase}
      guard={formGuard(c)}
      {...(complaints === undefined ? {} : { complaintsPath: servicePath(complaints) })}
      {...(done === undefined ? {} : { done })}
    />,
  );
};
