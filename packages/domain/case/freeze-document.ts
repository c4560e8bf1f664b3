// A letter on its way to its signature: frozen with its number and date, or cancelled.
import { dateIn } from '../deadline/dates-in-words.ts';
import { unknownInLetter } from '../letter/standing-parts.ts';
import { mustHave } from '../process/process-index.ts';
import type { CaseRejection } from './command.ts';
import type { Sealed } from './facts.ts';
import { numbered, refuseNumber } from './issue-product.ts';
import type { ProductRecord } from './snapshot.ts';
import { system, type Turn } from './turn.ts';

/** Why something happens to a product: what was done, and what was said to it. */
export interface Cause {
  readonly label: string;
  readonly note?: Sealed | undefined;
}

/** Fixes what a letter says, with its number and its date, so that it can be signed. */
export const freezeDocument = (turn: Turn, id: string): CaseRejection | undefined => {
  const product = mustHave(turn.index.products.get(id), `product ${id}`);
  const facts = product.letter ? unknownInLetter(product.letter, turn.recorder.snapshot().facts) : [];
  if (facts.length > 0) return { code: 'letter-values-missing', product: id, facts };
  const refusal = refuseNumber(turn, product);
  if (refusal) return refusal;
  const { calendar, now, newId } = turn.context;
  const date = dateIn(calendar.zone, now);
  turn.recorder.record(
    { type: 'documentFrozen', product: id, id: newId(), date, ...numbered(turn, product) },
    system,
  );
  return undefined;
};

/** Its number stays in the register, with the reason. */
export const cancelDocument = (turn: Turn, { product, id }: ProductRecord, { label, note }: Cause): void =>
  turn.recorder.record(
    { type: 'productChanged', product, id, state: 'cancelled', reason: label, ...(note && { note }) },
    system,
  );

/** A case that ends leaves nothing that waits to be signed. */
export const cancelUnsigned = (turn: Turn, cause: Cause): void => {
  for (const record of turn.recorder.snapshot().products)
    if (record.state === 'frozen') cancelDocument(turn, record, cause);
};
