// What comes by queues and host names: a pointer that pairs one tenant with another's case, a visitor who brings the session
// of another portal.
import { makeTrackCase } from '@layan/application/tracking/track-case';
import type { TenantId } from '@layan/domain/kernel/ids';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { systemClock as clock } from '@layan/storage/surroundings';
import { openStores } from '@layan/storage/tenant-ports';
import { contentOf } from '@layan/testing/faults/kept-table';
import { createPortal } from '../../../functions/portal/app.tsx';
import { createProject } from '../../../functions/projections/project.ts';
import { everythingAllowed, keyPolicyWithoutTheTag, starInTheCeiling, starInThePolicy } from './bugs.ts';
import { walls } from './forgotten-filters.ts';
import { type Lab, NEIGHBOUR, names, OWN } from './lab.ts';
import { sessionOf, tableBy } from './sessions.ts';
import type { Attack, Wall } from './wall.ts';

/** The same walls before another audience. */
const before = (audience: 'worker' | 'citizen'): readonly Wall[] => [
  { ...walls.role, remove: starInThePolicy(audience) },
  { ...walls.ceiling, remove: starInTheCeiling(audience) },
  { ...walls.key, remove: keyPolicyWithoutTheTag },
];

const quiet = createLogger('layers', () => undefined);

/** Everything a tenant's table holds, in words. */
const standingOf = async (lab: Lab, tenant: TenantId): Promise<string> =>
  JSON.stringify([...(await contentOf(lab.dynamo.client, names.tenantTable(tenant)))]);

export const forgedPointer: Attack = {
  name: 'A pointer is put on the queue that names one tenant and a case of the neighbour.',
  walls: [
    {
      layer: 'function',
      refuses: /no identity-based policy allows the sqs:SendMessage/,
      bug: 'The policy of the portal allows everything.',
      remove: everythingAllowed({ fn: 'portal' }),
    },
    {
      layer: 'pointer',
      refuses: /^nothing was done$/,
      bug: 'The consumer reads cases from the table of the tenant it served before.',
      remove: 'table',
    },
    ...before('worker'),
  ],
  attempt: async (lab) => {
    const portal = names.functionRoleArn('portal');
    const principal = { kind: 'session', roleArn: portal, sessionName: 'portal', tags: {} } as const;
    const sent = await lab.front.authorize(principal, 'sqs:SendMessage', names.queueArn('changes'));
    if (!sent.allowed) return sent.message ?? '';
    const openTenant = (tenant: TenantId) => {
      const opened = lab.portsOf('projections', 'worker', tenant);
      const session = sessionOf(lab, { fn: 'projections', audience: 'worker', tenant });
      const foreign = tableBy(session, NEIGHBOUR);
      const { cases } = lab.bugs.has('table') ? openStores(foreign, { clock })(foreign) : opened;
      const drawLetter = async () => new Uint8Array();
      return { ...opened, cases, drawLetter, origin: 'https://kota-probolinggo.layan.example' };
    };
    const body = JSON.stringify({ tenant: OWN, caseId: lab.neighbour.receipt.caseId });
    const standing = await standingOf(lab, OWN);
    const { batchItemFailures: failed } = await createProject(
      openTenant,
      quiet,
    )({ Records: [{ messageId: '1', body }] });
    if ((await standingOf(lab, OWN)) !== standing) return 'the neighbour’s case was noted as one’s own';
    return failed.length > 0 ? `refused | ${lab.lastRefusal()}` : 'nothing was done';
  },
  through: /^the neighbour’s case was noted/,
};

export const sessionOfAnotherPortal: Attack = {
  name: 'A citizen of the neighbour brings their open session to the portal of another government.',
  walls: [
    {
      layer: 'sealed',
      refuses: /^no file is open$/,
      bug: 'Sessions are opened by the keys of the neighbour.',
      remove: 'vault',
    },
    {
      layer: 'ports',
      refuses: /^no file is open$/,
      bug: 'The portal opens its stores on the table of the neighbour.',
      remove: 'table',
    },
    ...before('citizen'),
  ],
  attempt: async (lab) => {
    const { receipt } = lab.neighbour;
    const home = lab.portsOf('portal', 'citizen', NEIGHBOUR);
    const opened = await makeTrackCase(home)({ ticket: receipt.ticket, secret: receipt.secret });
    if (!opened.ok) throw new Error(`The file did not open: ${opened.error.code}`);
    const open = (tenant: TenantId) => {
      const ports = lab.portsOf('portal', 'citizen', tenant);
      const session = sessionOf(lab, { fn: 'portal', audience: 'citizen', tenant });
      const foreign = tableBy(session, NEIGHBOUR);
      const { cases, standards } = openStores(foreign, { clock })(foreign);
      return {
        ...ports,
        ...(lab.bugs.has('table') && { cases, standards }),
        ...(lab.bugs.has('vault') && { vault: home.vault }),
      };
    };
    const portal = createPortal({
      ...{ portalDomain: 'layan.example', secure: true, open, requestLog: createRequestLog(quiet) },
      verifyScripts: () => {
        throw new Error('No card is checked here.');
      },
    });
    const page = await portal.fetch(
      new Request(`https://${OWN}.layan.example/berkas`, {
        headers: { host: `${OWN}.layan.example`, cookie: `__Host-berkas=${opened.value.session}` },
      }),
    );
    const text = await page.text();
    if (text.includes(receipt.ticket)) return 'the file of the neighbour’s citizen';
    return page.status >= 500 ? `${page.status} | ${lab.lastRefusal()}` : 'no file is open';
  },
  through: /^the file of the neighbour’s citizen$/,
};
