// Puts the projections together.
import type { LetterDrawing } from '@layan/application/ports/printing';
import { portalOrigin } from '@layan/domain/tenant/portal-origin';
import { createLogger } from '@layan/observability/logger';
import { kmsSigner } from '@layan/storage/signer';
import { systemClock as clock, systemRandom as random } from '@layan/storage/surroundings';
import { openTenants } from '@layan/storage/tenant-ports';
import { readConfig } from './config.ts';
import { createProject } from './project.ts';

// Fonts and the PDF library are read by the first letter, and by nothing else that changes.
const drawLetter: LetterDrawing['drawLetter'] = async (artwork) =>
  (await import('@layan/rendering/render-letter')).renderLetter(artwork);

export function container() {
  const { portalDomain, ...access } = readConfig();
  const open = openTenants({ ...access, clock, signer: kmsSigner });
  return createProject(
    (tenant) => ({ ...open(tenant), clock, random, drawLetter, origin: portalOrigin(portalDomain, tenant) }),
    createLogger('projections'),
  );
}
