// Puts the renderer together.
import type { Printing } from '@layan/application/ports/printing';
import { epochMs } from '@layan/domain/kernel/instant';
import { portalOrigin } from '@layan/domain/tenant/portal-origin';
import { createTokenVerifier } from '@layan/http/authenticate';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { printedFiles } from '@layan/storage/scans/printed-files';
import { kmsSigner } from '@layan/storage/signer';
import { systemClock as clock, systemRandom as random } from '@layan/storage/surroundings';
import { openTenants } from '@layan/storage/tenant-ports';
import { createRenderer } from './app.ts';
import { readConfig } from './config.ts';

// Fonts and the PDF library are read by the first print, not by who is refused one.
const drawCard: Printing['drawCard'] = async (artwork, layout) =>
  (await import('@layan/rendering/render-card')).renderCard(artwork, layout);

const drawLetter: Printing['drawLetter'] = async (artwork) =>
  (await import('@layan/rendering/render-letter')).renderLetter(artwork);

export function container() {
  const { issuer, clientId, consoleOrigin, portalDomain, ...access } = readConfig();
  const open = openTenants({ ...access, clock, signer: kmsSigner, printedFiles });
  return createRenderer({
    verify: createTokenVerifier({ issuer, clientId }),
    openTenant: (tenant) => {
      const ports = open(tenant);
      const printing = { ...ports.printedFiles, drawCard, drawLetter };
      return { ...ports, clock, random, printing, origin: portalOrigin(portalDomain, tenant) };
    },
    now: () => epochMs(clock.now()),
    consoleOrigin,
    requestLog: createRequestLog(createLogger('renderer')),
  });
}
