// What the queue does for real cases, done at once for those that are practised with: tiers passed, letters drawn. Nothing is
// drawn in earnest there, and nothing is kept.
import type { CaseId } from '@layan/domain/kernel/ids';
import type { CommandPorts } from '../case/run-decision.ts';
import type { Ports } from '../ports/surroundings.ts';
import { makePrepareDocuments } from './prepare-documents.ts';
import { makeSkipTiers } from './skip-tiers.ts';

const sheet = new TextEncoder().encode('%PDF latihan');

type PractisePorts = CommandPorts &
  Pick<Ports, 'tenant' | 'space' | 'standards' | 'staff' | 'figures' | 'letters' | 'signer'>;

/** @returns whether anything of the case changed */
export const practiseLetters = async (ports: PractisePorts, caseId: CaseId): Promise<boolean> => {
  const skipped = await makeSkipTiers(ports)({ caseId });
  const { prepared } = await makePrepareDocuments({
    ...ports,
    drawLetter: async () => sheet,
    origin: `https://${ports.tenant}.latihan`,
  })({ caseId });
  return skipped + prepared > 0;
};
