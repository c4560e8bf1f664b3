// An office of the access matrix on a disturbed tenant, the APIs for its staff, and its portal.
import { epochMs } from '@layan/domain/kernel/instant';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { findRegions } from '@layan/standards/regions/regions';
import { aTenant, TENANT } from '@layan/testing/builders/a-tenant';
import type { LocalDynamo } from '@layan/testing/dynamodb-local';
import { disturbedTenant } from '@layan/testing/faults/disturbed-tenant';
import { createPortal } from '../../functions/portal/app.tsx';
import { createRenderer } from '../../functions/renderer/app.ts';
import { createStaffApi } from '../../functions/staff-api/app.ts';
import { castOf, roles } from '../access/cast.ts';
import { anOffice, type OfficePorts, openOffice } from '../access/office.ts';
import { servicesOf } from '../access/services.ts';
import { AGENCY, agencyOf, REGION, verify } from '../access/world.ts';

export const origin = `https://${TENANT}.layan.example`;

export async function aLane(dynamo: LocalDynamo, name: string) {
  const { aws, clock, stage, start } = await disturbedTenant(dynamo, name);
  const ports: OfficePorts = start('scene');
  const regions = findRegions(REGION);
  if (regions) await ports.directory.saveRegions(regions);
  await ports.directory.save(aTenant({ id: TENANT, region: REGION, agencies: [agencyOf(AGENCY)] }));
  const cast = castOf(AGENCY, 100);
  const office = anOffice(ports, AGENCY, servicesOf(AGENCY, ''), cast, 0);
  await openOffice(office, roles.map(cast));

  /** Both APIs for staff, by functions that have just started. */
  const fetch = async (request: Request, seed: string): Promise<Response> => {
    const opened = start(seed);
    const parts = {
      ...{ verify, now: () => epochMs(clock.now()), consoleOrigin: 'https://console.example' },
      requestLog: createRequestLog(createLogger('faults', () => undefined)),
    };
    if (!new URL(request.url).pathname.startsWith('/print/'))
      return createStaffApi({ ...parts, openTenant: () => opened }).fetch(request);
    const printing = {
      drawCard: async () => Buffer.from('%PDF-1.7'),
      drawLetter: async () => Buffer.from('%PDF-1.7'),
      keep: opened.printedFiles.keep,
    };
    return createRenderer({ ...parts, openTenant: () => ({ ...opened, origin, printing }) }).fetch(request);
  };

  /** The portal, by a function that has just started. */
  const visit = async (request: Request, seed: string): Promise<Response> =>
    createPortal({
      ...{ portalDomain: 'layan.example', secure: true },
      open: () => start(seed),
      requestLog: createRequestLog(createLogger('faults', () => undefined)),
      verifyScripts: () => ({ page: '', worker: '' }),
    }).fetch(request);

  return { aws, office, clock, stage, start, fetch, visit };
}

export type Lane = Awaited<ReturnType<typeof aLane>>;
