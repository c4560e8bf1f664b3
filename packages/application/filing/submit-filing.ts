// Files the case for the holder of the session. Sent twice, it files once and answers the same receipt.
import type { Result } from '@layan/domain/kernel/result';
import { type FileCaseError, type FileCasePorts, fileCase } from './file-case.ts';
import { loadFiling } from './load-filing.ts';
import type { Receipt } from './receipt.ts';

export type SubmitFilingError = FileCaseError;

export const makeSubmitFiling =
  (ports: FileCasePorts) =>
  ({ session }: { readonly session: string }): Promise<Result<Receipt, SubmitFilingError>> =>
    fileCase(ports, async () => {
      const loaded = await loadFiling(ports, session);
      return loaded && { loaded, sending: { by: { party: 'applicant' } } };
    });
