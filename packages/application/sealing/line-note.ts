// Notes on the lines of a batch: they stand in its events and speak of one person, so each is sealed by the case that the
// line is, and goes with it.
import type { Sealed } from '@layan/domain/case/facts';
import type { CaseId } from '@layan/domain/kernel/ids';
import type { CaseRecord } from '../ports/cases.ts';
import { isDestroyed, type Vault } from '../ports/vault.ts';
import { caseSeal } from './case-seal.ts';

export interface NotedLine {
  /** The batch. */
  readonly batch: Pick<CaseRecord, 'snapshot' | 'key'>;
  /** The case that the line is. */
  readonly line: Pick<CaseRecord, 'snapshot' | 'key'>;
}

const fieldIn = (batch: CaseId) => `line:${batch}` as const;

/** Undefined for a case that was erased: nothing is written of it any more. */
export const sealLineNote = async (
  vault: Vault,
  { batch, line: { key, snapshot } }: NotedLine,
  text: string,
): Promise<Sealed | undefined> =>
  isDestroyed(key) ? undefined : caseSeal(vault, key, snapshot.id).sealText(fieldIn(batch.snapshot.id), text);

/** Undefined when it cannot be opened. What the batch itself sealed, as it did once, opens as long as its case does. */
export const openLineNote = async (
  vault: Vault,
  { batch, line: { key, snapshot } }: NotedLine,
  note: Sealed,
): Promise<string | undefined> => {
  if (isDestroyed(key)) return undefined;
  const own = await caseSeal(vault, key, snapshot.id).openText(fieldIn(batch.snapshot.id), note);
  return own ?? caseSeal(vault, batch.key, batch.snapshot.id).openText('note', note);
};
