// Removes scans. Uploads that nobody judged are rejected first, so that none is accepted from then on; whoever judges one at
// this very moment may still put it there, and finds that it was settled. So while any was open, what is known of the scans
// is kept, and they are removed once more, not before half an hour is over: no function runs as long. When it was closed
// stands with each, so that whoever ends between, or comes too early, loses nothing of that.
import type { CaseId } from '@layan/domain/kernel/ids';
import type { CaseFiles, ClosedUploads } from '../ports/erasure.ts';
import type { Ports } from '../ports/surroundings.ts';

type RemoveScansPorts = Pick<Ports, 'erasing' | 'clock'> & { readonly caseFiles: CaseFiles };

/** All but those to be kept. Forgetting them is left to the caller, where none was open. */
export const removeScans = async (
  { erasing, caseFiles, clock }: RemoveScansPorts,
  caseId: CaseId,
  keep: ReadonlySet<string | undefined> = new Set(),
): Promise<ClosedUploads> => {
  const { documents, open } = await erasing.closeUploads(caseId, clock.now());
  const scans = documents.filter((id) => !keep.has(id));
  for (const id of scans) await caseFiles.removeScan(caseId, id);
  return { documents: scans, open };
};
