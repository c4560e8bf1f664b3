// What the portal is made of, and what every request of it knows.
import type { Ports } from '@layan/application/ports/surroundings';
import type { TenantId } from '@layan/domain/kernel/ids';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { RequestLog } from '@layan/http/request-log';
import type { Site } from '@layan/portal/layout/site';
import type { Context } from 'hono';
import type { VerifyScripts } from './assets/verify-scripts.ts';

type PortalPorts = Pick<
  Ports,
  | 'practice'
  | 'openPractice'
  | 'directory'
  | 'standards'
  | 'filings'
  | 'cases'
  | 'documents'
  | 'letters'
  | 'scans'
  | 'vault'
  | 'products'
  | 'signingKeys'
  | 'statusLists'
  | 'requests'
  | 'reads'
  | 'unmaskings'
  | 'staff'
  | 'clock'
  | 'random'
>;

export interface PortalParts {
  readonly portalDomain: string;
  /** Whether the portal is served over TLS; cookies and headers follow from it. */
  readonly secure: boolean;
  readonly open: (tenant: TenantId) => PortalPorts;
  readonly requestLog: RequestLog;
  readonly verifyScripts: () => VerifyScripts;
}

export interface PortalEnv {
  Variables: {
    reference: string;
    secure: boolean;
    /** Scheme and host of this portal. */
    origin: string;
    tenant: Tenant;
    site: Site;
    ports: PortalPorts;
    /** Only in the room that checks cards. */
    verifyScripts: VerifyScripts;
    /** Other origins that a form of this page is sent to. */
    formTargets: readonly string[];
  };
}

export type PortalContext = Context<PortalEnv>;
