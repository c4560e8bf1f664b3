// Puts the admin API together.
import { createTokenVerifier } from '@layan/http/authenticate';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { centralAdmins } from '@layan/storage/central-admins';
import { openControlPlane } from '@layan/storage/control-table';
import { systemClock as clock } from '@layan/storage/surroundings';
import { createAdminApi } from './app.ts';
import { readConfig } from './config.ts';

export function container() {
  const { aws, controlTable, issuer, poolId, clientId, consoleOrigin } = readConfig();
  return createAdminApi({
    ...openControlPlane(aws, controlTable),
    admins: centralAdmins(aws, poolId),
    clock,
    verify: createTokenVerifier({ issuer, clientId }),
    consoleOrigin,
    requestLog: createRequestLog(createLogger('admin-api')),
  });
}
