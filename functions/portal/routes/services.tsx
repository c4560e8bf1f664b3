// Start page, the standard as a citizen needs it.
import { makeGetService, type Service } from '@layan/application/standard/get-service';
import { makeListConsultations } from '@layan/application/standard/list-consultations';
import { makeListServices } from '@layan/application/standard/list-services';
import { HomePage } from '@layan/portal/pages/home';
import { ServicePage } from '@layan/portal/pages/service';
import type { Hono } from 'hono';
import { publicPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { paths, servicePath } from '../present/filing-way.ts';
import { draftCard, serviceCard, serviceProps } from '../present/service.ts';
import { closingOf } from '../present/site.ts';
import { route } from '../route.ts';
import { findOwnFiling } from '../session/own-filing.ts';
import { withService } from '../session/with-service.ts';

export const serviceRoutes = (app: Hono<PortalEnv>): void => {
  route(app, '/', { show: showHome });
  route(app, '/layanan/:standard', { show: (c) => withService(c, (service) => showService(c, service)) });
};

export const publishedServices = async (c: PortalContext): Promise<readonly Service[]> => {
  const ports = c.get('ports');
  const listed = await makeListServices(ports)();
  const services = await Promise.all(listed.map(({ id }) => makeGetService(ports)({ service: id })));
  return services.flatMap((service) => (service.ok ? [service.value] : []));
};

/** The filing begun on this phone, when it is still unsent. */
const unsent = async (c: PortalContext) => {
  const filing = await findOwnFiling(c);
  return filing && !filing.view.sent ? filing.view : undefined;
};

async function showHome(c: PortalContext): Promise<Response> {
  const filing = await unsent(c);
  // A batch is work of the agency; those in it follow cases of their own.
  const services = (await publishedServices(c)).filter(({ version }) => version.standard.kind !== 'batch');
  return publicPage(
    c,
    <HomePage
      site={c.get('site')}
      services={services.map(serviceCard)}
      drafts={(await makeListConsultations(c.get('ports'))()).map(draftCard)}
      closing={closingOf(c.get('tenant'), c.get('ports').clock.now())}
      {...(filing ? { unfinished: { service: filing.service.shortTitle, path: paths.filing } } : {})}
    />,
  );
}

async function showService(c: PortalContext, service: Service): Promise<Response> {
  const filing = await unsent(c);
  const continues = filing?.standard.id === service.ref.id;
  const consultations = await makeListConsultations(c.get('ports'))();
  const draft = consultations.find(({ id }) => id === service.ref.id);
  const closing = closingOf(c.get('tenant'), c.get('ports').clock.now());
  return publicPage(
    c,
    <ServicePage
      site={c.get('site')}
      {...serviceProps(service)}
      closing={closing}
      {...(service.fileable && !closing?.begun
        ? { start: { action: `${servicePath(service.ref.id)}/ajukan` } }
        : {})}
      {...(continues ? { unfinishedPath: paths.filing } : {})}
      {...(draft ? { draft: draftCard(draft) } : {})}
    />,
  );
}
