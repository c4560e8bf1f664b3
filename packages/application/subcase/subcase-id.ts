// Ids of cases that follow from something else: the same each time, and told to nobody who does not hold the key.
import { randomCharacters } from '@layan/domain/kernel/crockford';
import { CaseId } from '@layan/domain/kernel/ids';
import { sha256 } from '../kernel/sha256.ts';
import type { Vault } from '../ports/vault.ts';

const derivedId = async (vault: Vault, from: string): Promise<CaseId> => {
  const hash = sha256(await vault.index('fingerprint', from));
  const bytes = Uint8Array.from({ length: 26 }, (_, at) =>
    Number.parseInt(hash.slice(at * 2, at * 2 + 2), 16),
  );
  return CaseId.parse(randomCharacters(26, () => bytes).toLowerCase());
};

/** Of the case that a task of another one waits for. */
export const subcaseId = (vault: Vault, key: string): Promise<CaseId> => derivedId(vault, `subcase ${key}`);

/** Of the case that a row of a spreadsheet becomes. */
export const rowCaseId = (vault: Vault, key: string): Promise<CaseId> => derivedId(vault, `row ${key}`);

/** By which the answer to a request is sealed. */
export const answerId = (vault: Vault, key: string): Promise<CaseId> => derivedId(vault, `answer ${key}`);

/** Of what somebody asks about their own data, from the page of their case. */
export const subjectRequestId = (vault: Vault, key: string): Promise<CaseId> =>
  derivedId(vault, `subject request ${key}`);
