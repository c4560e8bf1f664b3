// Notes where a case stands, for the next seal.
import type { CaseId } from '@layan/domain/kernel/ids';
import type { SealStore } from '../ports/seals.ts';
import type { TenantPorts } from '../ports/tenant-ports.ts';

export const makeNoteHead =
  ({ cases, seals }: Pick<TenantPorts, 'cases'> & { readonly seals: Pick<SealStore, 'noteHead'> }) =>
  async ({ caseId }: { readonly caseId: CaseId }): Promise<void> => {
    const record = await cases.find(caseId);
    if (!record) return;
    await seals.noteHead({ caseId, seq: record.snapshot.seq, hash: record.snapshot.lastHash });
  };
