// What may be done to a product that was issued, and by whom.
import type { InstantText } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import { isInForce, type ProductState, stateAfter } from '../product/product-state.ts';
import type { ProductAction } from '../standard/product.ts';
import { refuseRestricted, refuseRole } from './authority.ts';
import type { By, CaseRejection } from './command.ts';
import type { CaseSnapshot, ProductRecord } from './snapshot.ts';

export const isOver = ({ validUntil }: ProductRecord, now: InstantText): boolean =>
  validUntil !== undefined && epochMs(now) > epochMs(validUntil);

/** A product whose day has passed is expired, also before the clock has written it down. */
const stateNow = (record: ProductRecord, now: InstantText | undefined): ProductState =>
  now !== undefined && isInForce(record.state) && isOver(record, now) ? 'expired' : record.state;

/** Why `by` may not do this to the product, whatever is filled in. */
export const refuseProductAction = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  record: ProductRecord,
  action: ProductAction,
  by: By,
  now?: InstantText,
): CaseRejection | undefined => {
  const refusal = refuseRole(index, action.role, snapshot.area, by) ?? refuseRestricted(snapshot);
  if (refusal) return refusal;
  if (!snapshot.ended && action.change !== 'replace') return { code: 'case-running' };
  const state = stateNow(record, now);
  return stateAfter(state, action.change) === undefined ? { code: 'product-state', state } : undefined;
};

export const actionsOf = (index: ProcessIndex, record: ProductRecord): readonly ProductAction[] =>
  index.products.get(record.product)?.actions ?? [];
