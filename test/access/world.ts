// The world of the matrix: an office, another agency of the same government, and the same office of another government, in
// memory, behind the real APIs.
import { AgencyId, RegionCode, type TenantId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { err, ok } from '@layan/domain/kernel/result';
import { Agency } from '@layan/domain/tenant/tenant';
import type { VerifyToken } from '@layan/http/authenticate';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { findRegions } from '@layan/standards/regions/regions';
import { aTenant, OTHER_TENANT, TENANT } from '@layan/testing/builders/a-tenant';
import { fixedClock } from '@layan/testing/fixed-clock';
import { type MemoryTenant, memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { seededRandom } from '@layan/testing/seeded-random';
import { createRenderer } from '../../functions/renderer/app.ts';
import { createStaffApi } from '../../functions/staff-api/app.ts';
import { castOf, roles } from './cast.ts';
import { anOffice, type OfficePorts, openOffice } from './office.ts';
import { servicesOf } from './services.ts';

export const AGENCY = AgencyId.parse('dinas-uji');
const OTHER_AGENCY = AgencyId.parse('dinas-lain');
export const REGION = RegionCode.parse('35.74');

export const agencyOf = (id: AgencyId): Agency =>
  Agency.parse({
    ...{ id, name: `Dinas ${id}`, shortName: id, address: 'Jalan Contoh 1' },
    letters: { unitCode: '427.64', signing: 'ink' },
  });

/** Tokens that say who they are: `<tenant>/<staff id>`. */
export const verify: VerifyToken = async (authorization) => {
  if (authorization === undefined) return err('token-missing');
  const [, tenant = '', subject = ''] = /^Bearer ([\w-]+)\/([\w-]+)$/.exec(authorization) ?? [];
  if (subject === '') return err('token-invalid');
  return ok({
    subject,
    groups: [`tenant:${tenant}`],
    expiresAt: Number.MAX_SAFE_INTEGER,
    issuedAt: Number.MAX_SAFE_INTEGER,
  });
};

export async function aWorld() {
  const clock = fixedClock();
  const platform = memoryPlatform(clock);
  const random = seededRandom('matrix');
  const lines: string[] = [];
  const open = (tenant: TenantId): OfficePorts & MemoryTenant => ({
    ...platform.open(tenant),
    clock,
    random,
  });
  for (const tenant of [TENANT, OTHER_TENANT]) {
    const { directory, ensureSigning } = open(tenant);
    const regions = findRegions(REGION);
    if (regions) await directory.saveRegions(regions);
    const agencies = [agencyOf(AGENCY), agencyOf(OTHER_AGENCY)];
    await directory.save(aTenant({ id: tenant, region: REGION, agencies }));
    await ensureSigning('arn:sign');
  }
  const office = async (tenant: TenantId, agency: AgencyId, suffix: string, from: number) => {
    const cast = castOf(agency, from);
    const services = servicesOf(agency, suffix);
    const opened = anOffice(open(tenant), agency, services, cast, suffix === '' ? 0 : 700);
    await openOffice(opened, roles.map(cast));
    return opened;
  };
  const own = await office(TENANT, AGENCY, '', 100);
  const otherAgency = await office(TENANT, OTHER_AGENCY, '-lain', 200);
  const otherTenant = await office(OTHER_TENANT, AGENCY, '-jauh', 300);

  const parts = {
    verify,
    now: () => epochMs(clock.now()),
    consoleOrigin: 'https://console.example',
    requestLog: createRequestLog(createLogger('access', (line) => lines.push(line))),
  };
  const printing = {
    drawCard: async () => Buffer.from('%PDF-1.7'),
    drawLetter: async () => Buffer.from('%PDF-1.7'),
    keep: async () => 'https://prints.example/1',
  };
  const staff = createStaffApi({ ...parts, openTenant: open });
  const print = createRenderer({
    ...parts,
    openTenant: (tenant) => ({ ...open(tenant), origin: 'https://kota-contoh.layan.example', printing }),
  });
  /** Both APIs for staff, told apart by the path as the gateway does. */
  const fetch = async (request: Request): Promise<Response> =>
    new URL(request.url).pathname.startsWith('/print/') ? print.fetch(request) : staff.fetch(request);
  return { clock, platform, lines, own, otherAgency, otherTenant, fetch };
}

export const tokenOf = (tenant: TenantId, subject: string): string => `Bearer ${tenant}/${subject}`;
