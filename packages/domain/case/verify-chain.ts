// Whether a case's events are the ones that were written: none altered, taken out, put in or moved.
import { err, ok, type Result } from '../kernel/result.ts';
import type { ContentHash } from '../standard/content-hash.ts';
import type { CaseEvent } from './event.ts';
import { type Hash, hashOf } from './recorder.ts';

/** Where a chain breaks. `head`: it is intact but is not the one that was expected (cut short or grown). */
export interface BrokenChain {
  readonly at: number;
  readonly why: 'case' | 'sequence' | 'previous' | 'content' | 'head';
}

const faultOf = (
  event: CaseEvent,
  before: CaseEvent | undefined,
  hash: Hash,
): BrokenChain['why'] | undefined => {
  const { hash: written, ...unhashed } = event;
  if (before && event.caseId !== before.caseId) return 'case';
  if (event.seq !== (before?.seq ?? 0) + 1) return 'sequence';
  if (event.previous !== (before?.hash ?? null)) return 'previous';
  return hashOf(unhashed, hash) === written ? undefined : 'content';
};

/** Checks all events of a case, oldest first. Only with `head` (from the snapshot or a seal) is a cut at the end noticed. */
export const verifyChain = (
  events: readonly CaseEvent[],
  hash: Hash,
  head?: { readonly seq: number; readonly lastHash: ContentHash },
): Result<void, BrokenChain> => {
  let before: CaseEvent | undefined;
  for (const event of events) {
    const why = faultOf(event, before, hash);
    if (why) return err({ at: event.seq, why });
    before = event;
  }
  if (head && (before?.seq !== head.seq || before.hash !== head.lastHash)) {
    return err({ at: before?.seq ?? 0, why: 'head' });
  }
  return ok(undefined);
};
