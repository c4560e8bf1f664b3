// Repeats of a command: the same key with the same body is answered as before, with another body it is refused.
import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { CaseStore, IdempotencyRecord } from '../ports/cases.ts';
import type { Vault } from '../ports/vault.ts';
import type { CaseFailure } from './errors.ts';

export interface IdempotencyScope {
  readonly operation: string;
  /** Keys of one person never meet those of another. */
  readonly actor: string;
  readonly key: string | undefined;
  /** What makes two requests the same. */
  readonly body: unknown;
}

/** The record to write with the change; undefined when the caller sent no key. */
export const idempotencyRecord = async (
  vault: Vault,
  { operation, actor, key, body }: IdempotencyScope,
  result: string,
): Promise<IdempotencyRecord | undefined> => {
  if (key === undefined) return undefined;
  const fingerprint = await vault.index('fingerprint', canonicalJson({ operation, body }));
  return { key: `${operation}:${actor}:${key}`, fingerprint, result };
};

/** Whether a kept record is a repeat of this request. */
export const isRepeat = (
  mine: IdempotencyRecord,
  kept: IdempotencyRecord,
): Result<true, CaseFailure<'idempotency-mismatch'>> =>
  kept.fingerprint === mine.fingerprint ? ok(true) : err({ code: 'idempotency-mismatch' });

/**
 * Whether this very request was made before. A refusal of a repeat is not believed (decision 0109): looked at wherever one is
 * refused by how things stand, and only there.
 */
export const wasMade = async (
  cases: Pick<CaseStore, 'findIdempotent'>,
  mine: IdempotencyRecord | undefined,
): Promise<Result<boolean, CaseFailure<'idempotency-mismatch'>>> => {
  const kept = mine && (await cases.findIdempotent(mine.key));
  return mine && kept ? isRepeat(mine, kept) : ok(false);
};
