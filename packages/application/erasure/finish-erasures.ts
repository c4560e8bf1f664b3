// After a case was erased: its scans and letters are removed, and the erasure is entered in the chain of administrative
// acts. For the function that may remove objects; what is interrupted is taken up again.
import type { CaseId } from '@layan/domain/kernel/ids';
import { tellFirst, workOff } from '../kernel/work-off.ts';
import type { CaseFiles, Erasure } from '../ports/erasure.ts';
import type { Ports } from '../ports/surroundings.ts';

export type FinishErasuresPorts = Pick<Ports, 'cases' | 'erasing' | 'audit'> & {
  readonly caseFiles: CaseFiles;
};

const portion = { enough: 20, atOnce: 20, mostPages: 20 };

const lettersOf = async ({ cases }: FinishErasuresPorts, caseId: CaseId) => {
  const products = (await cases.find(caseId))?.snapshot.products ?? [];
  return products.flatMap(({ prepared, signature }) => [
    ...(prepared ? [prepared.file.sha256] : []),
    ...(signature ? [signature.file.sha256] : []),
  ]);
};

const finish = async (ports: FinishErasuresPorts, { caseId, at, by, due }: Erasure): Promise<void> => {
  const documents = await ports.erasing.documents(caseId);
  for (const id of documents) await ports.caseFiles.removeScan(caseId, id);
  for (const sha256 of new Set(await lettersOf(ports, caseId))) await ports.caseFiles.removeLetter(sha256);
  await ports.erasing.forgetAnswers(caseId);
  const act = { at, by, act: 'erase-case', about: caseId, ...(due && { detail: due }) };
  await ports.audit.append('administration', act, `erase-case ${caseId}`);
  await ports.erasing.finish(caseId, documents);
};

/** A portion; tells how many were finished and whether more wait. One that fails keeps no other. */
export const makeFinishErasures =
  (ports: FinishErasuresPorts) =>
  async (): Promise<{ readonly finished: number; readonly more: boolean }> => {
    const { done, broken, more } = await workOff(
      ports.erasing.unfinished,
      async (erasure) => {
        await finish(ports, erasure);
        return true;
      },
      portion,
    );
    tellFirst(broken);
    return { finished: done.length, more };
  };
