// The privacy notice of a service: the one that holds now, and every earlier version at an address of its own. A version is
// that of the standard and that of the agency's terms: "3.1".
import { agencyCard } from '@layan/application/tenant/agency-card';
import { StandardId } from '@layan/domain/kernel/ids';
import { monthsOf, type RetentionClass } from '@layan/domain/privacy/retention-schedule';
import { legalBasisWords, termsNow, termsOf } from '@layan/domain/privacy/terms';
import type { Standard } from '@layan/domain/standard/standard';
import { PrivacyNoticePage } from '@layan/portal/pages/privacy-notice';
import type { Hono } from 'hono';
import { notFound, publicPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { noticePath, servicePath } from '../present/filing-way.ts';
import { questionsOf, requirementsOf } from '../present/service.ts';
import { contactOf } from '../present/site.ts';
import { route } from '../route.ts';

export const noticeRoutes = (app: Hono<PortalEnv>): void => {
  route(app, '/layanan/:standard/data-pribadi', { show: (c) => showNotice(c) });
  route(app, '/layanan/:standard/data-pribadi/:version', { show: (c) => showNotice(c) });
};

const span = (months: number): string => (months % 12 === 0 ? `${months / 12} tahun` : `${months} bulan`);

const keptFor = (standard: Standard, terms: ReturnType<typeof termsNow>): readonly string[] => {
  const time = (of: RetentionClass) => span(monthsOf(terms.retention, standard.id, of));
  return [
    'Permohonan yang belum dikirim: 30 hari.',
    `Permohonan yang selesai: ${time('case')} sejak selesai; selama kartu atau suratnya berlaku, tetap disimpan.`,
    `Foto dokumen: ${time('scans')} sejak selesai.`,
    `Permohonan yang dibatalkan atau tidak dilengkapi: ${time('rejectedIntake')}.`,
    `Pengaduan tanpa nama: ${time('anonymousComplaint')} sejak selesai.`,
  ];
};

const standardIn = async (c: PortalContext, id: StandardId, version: number | undefined) => {
  const { standards } = c.get('ports');
  const { published } = (await standards.list()).find((one) => one.id === id) ?? {};
  if (version === undefined) return published && standards.getPinned(published);
  const found = await standards.find(id, version);
  // A draft was told to nobody.
  return found && found.state !== 'draft' && version <= (published?.version ?? version) ? found : undefined;
};

async function showNotice(c: PortalContext): Promise<Response> {
  const id = StandardId.safeParse(c.req.param('standard'));
  const asked = /^(\d{1,5})\.(\d{1,5})$/.exec(c.req.param('version') ?? '');
  if (!id.success || (c.req.param('version') !== undefined && !asked)) return notFound(c);
  const found = await standardIn(c, id.data, asked ? Number(asked[1]) : undefined);
  if (!found) return notFound(c);
  const { standard } = found;
  const tenant = c.get('tenant');
  const versions = tenant.agencies.find((agency) => agency.id === standard.agency)?.privacy;
  const newest = termsNow(versions);
  const terms = asked ? termsOf(versions, Number(asked[2])) : newest;
  if (!terms) return notFound(c);
  const current = await standardIn(c, id.data, undefined);
  const base = noticePath(standard.id);
  const version = `${found.version}.${terms.version}`;
  const isOld = current && version !== `${current.version}.${newest.version}`;
  const specific = standard.process.facts.filter(({ privacy }) => privacy === 'specific');
  return publicPage(
    c,
    <PrivacyNoticePage
      site={c.get('site')}
      service={standard.shortTitle}
      servicePath={servicePath(standard.id)}
      version={version}
      path={`${base}/${version}`}
      {...(isOld ? { newestPath: base } : {})}
      agency={contactOf(agencyCard(tenant, standard.agency))}
      {...(terms.officer ? { officer: terms.officer } : {})}
      basis={legalBasisWords[terms.basis]}
      purposes={terms.purposes}
      data={questionsOf(standard)}
      specific={specific.map(({ label }) => label)}
      scans={requirementsOf(standard).map(({ label }) => label)}
      kept={keptFor(standard, terms)}
    />,
  );
}
