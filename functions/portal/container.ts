// Puts the portal together.
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { systemClock as clock, systemRandom as random } from '@layan/storage/surroundings';
import { openTenants } from '@layan/storage/tenant-ports';
import { createPortal } from './app.tsx';
import { readVerifyScripts } from './assets/verify-scripts.ts';
import { readConfig } from './config.ts';

export function container() {
  const { portalDomain, ...access } = readConfig();
  const open = openTenants({ ...access, clock });
  return createPortal({
    portalDomain,
    // `localhost` is the one name nobody can get a certificate for (RFC 6761).
    secure: !/^localhost(:\d+)?$/.test(portalDomain),
    open: (tenant) => ({ ...open(tenant), clock, random }),
    requestLog: createRequestLog(createLogger('portal')),
    verifyScripts: readVerifyScripts,
  });
}
