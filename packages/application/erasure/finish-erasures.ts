// After a case was erased: its scans and letters are removed, and the erasure is entered in the chain of administrative
// acts. Half an hour later they are looked for once more: no function runs as long, so that whoever was about to put a file
// there when the case was erased has done it by then. For the function that may remove objects; what is interrupted is
// taken up again.
import { halfAnHourLater } from '@layan/domain/document/closed-upload';
import { tellFirst, workOff } from '../kernel/work-off.ts';
import type { CaseFiles, Erasure } from '../ports/erasure.ts';
import type { Ports } from '../ports/surroundings.ts';
import { closeRequestsAbout } from '../privacy/close-request.ts';
import { removeScans } from './remove-scans.ts';

export type FinishErasuresPorts = Pick<Ports, 'cases' | 'requests' | 'erasing' | 'audit' | 'clock'> & {
  readonly caseFiles: CaseFiles;
};

const portion = { enough: 20, atOnce: 20, mostPages: 20 };

const removeFiles = async (ports: FinishErasuresPorts, { caseId }: Erasure) => {
  const scans = await removeScans(ports, caseId);
  const letters = (await ports.erasing.letters(caseId)).map(({ sha256 }) => sha256);
  for (const sha256 of letters) await ports.caseFiles.removeLetter(caseId, sha256);
  return { ...scans, letters };
};

const removeFirst = async (ports: FinishErasuresPorts, erasure: Erasure): Promise<void> => {
  const { caseId, at, by, due } = erasure;
  await removeFiles(ports, erasure);
  await ports.erasing.forgetAnswers(caseId);
  await closeRequestsAbout(ports, caseId);
  const act = { at, by, act: 'erase-case', about: caseId, ...(due && { detail: due }) };
  await ports.audit.append('administration', act, `erase-case ${caseId}`);
  await ports.erasing.lookAgain({ ...erasure, again: halfAnHourLater(ports.clock.now()) }, erasure);
};

const finish = async (ports: FinishErasuresPorts, erasure: Erasure): Promise<void> => {
  const { documents, letters, open } = await removeFiles(ports, erasure);
  if (open > 0) {
    await ports.erasing.lookAgain({ ...erasure, again: halfAnHourLater(ports.clock.now()) }, erasure);
    return;
  }
  await ports.erasing.forget(erasure.caseId, documents, letters);
  // Whoever answered one at that moment still saw the case as it was before.
  await closeRequestsAbout(ports, erasure.caseId);
  await ports.erasing.finish(erasure);
};

/** A portion; tells of how many the files are gone and whether more wait. One that fails keeps no other. */
export const makeFinishErasures =
  (ports: FinishErasuresPorts) =>
  async (): Promise<{ readonly finished: number; readonly more: boolean }> => {
    const until = ports.clock.now();
    const { done, broken, more } = await workOff(
      ports.erasing.unfinished,
      (erasure) => removeFirst(ports, erasure).then(() => true),
      portion,
    );
    const again = await workOff(
      (query) => ports.erasing.toLookAt({ until, ...query }),
      (erasure) => finish(ports, erasure).then(() => true),
      portion,
    );
    tellFirst([...broken, ...again.broken]);
    return { finished: done.length, more };
  };
