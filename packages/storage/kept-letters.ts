// Which letters were kept with a case, by their content: noted before a file is written, read by whoever erases the case.
import type { KeptLetter } from '@layan/application/ports/letters';
import { type CaseId, DocumentId } from '@layan/domain/kernel/ids';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { casePartition, keptLetterKey, LAST, letterPrefix } from './keys.ts';
import type { Table } from './table/table.ts';

export type NoteLetter = (caseId: CaseId, letter: KeptLetter) => Promise<void>;

export const noteLetter =
  (table: Table): NoteLetter =>
  async (caseId, { sha256, upload }) => {
    const put = { ...keptLetterKey(caseId, sha256), ...(upload !== undefined && { upload }) };
    await table.transact([{ write: { put } }]);
  };

export const lettersOf = async (table: Table, caseId: CaseId): Promise<readonly KeptLetter[]> => {
  const partition = casePartition(caseId);
  const items = await table.query({ partition, from: letterPrefix, to: `${letterPrefix}${LAST}` });
  return items.map(({ sk, upload }) => ({
    sha256: ContentHash.parse(sk.slice(letterPrefix.length)),
    ...(upload !== undefined && { upload: DocumentId.parse(upload) }),
  }));
};
