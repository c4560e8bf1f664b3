// Puts the admin API together.
import { createTokenVerifier } from '@layan/http/authenticate';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { openRegister } from '@layan/storage/control-table';
import { systemClock as clock } from '@layan/storage/surroundings';
import { createAdminApi } from './app.ts';
import { readConfig } from './config.ts';

export function container() {
  const { aws, controlTable, issuer, clientId, consoleOrigin } = readConfig();
  return createAdminApi({
    register: openRegister(aws, controlTable),
    clock,
    verify: createTokenVerifier({ issuer, clientId }),
    consoleOrigin,
    requestLog: createRequestLog(createLogger('admin-api')),
  });
}
