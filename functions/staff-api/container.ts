// Puts the staff API together.
import { epochMs } from '@layan/domain/kernel/instant';
import { createTokenVerifier } from '@layan/http/authenticate';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { lateBooks } from '@layan/storage/late-books';
import { lateImports } from '@layan/storage/late-imports';
import { kmsSigner } from '@layan/storage/signer';
import { systemClock as clock, systemRandom as random } from '@layan/storage/surroundings';
import { openTenants } from '@layan/storage/tenant-ports';
import { createStaffApi } from './app.ts';
import { readConfig } from './config.ts';

export function container() {
  const { issuer, clientId, consoleOrigin, ...access } = readConfig();
  const open = openTenants({ ...access, clock, imports: lateImports, books: lateBooks, signer: kmsSigner });
  return createStaffApi({
    verify: createTokenVerifier({ issuer, clientId }),
    openTenant: (tenant) => ({ ...open(tenant), clock, random }),
    now: () => epochMs(clock.now()),
    consoleOrigin,
    requestLog: createRequestLog(createLogger('staff-api')),
  });
}
