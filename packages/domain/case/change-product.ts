// What happens to a product after it was issued, apart from the steps of its case: suspended, resumed, revoked, given back,
// replaced when it was lost, expired. Whatever it is, a product changes only along the transitions of its life.
import { err, ok } from '../kernel/result.ts';
import { type ProductState, stateAfter } from '../product/product-state.ts';
import type { ProductAction } from '../standard/product.ts';
import type { CaseRejection } from './command.ts';
import type { Command, Decision } from './decision.ts';
import { replaceProduct } from './issue-product.ts';
import { actionsOf, isOver, refuseProductAction } from './may-change-product.ts';
import { wayAgainstAction } from './objection.ts';
import type { ProductRecord } from './snapshot.ts';
import { actorOf, system, type Turn } from './turn.ts';

const record = (
  turn: Turn,
  product: ProductRecord,
  action: ProductAction,
  state: ProductState,
  command: Command<'changeProduct'>,
): CaseRejection | undefined => {
  const actor = actorOf(turn.context.by, action.role);
  const objection = wayAgainstAction(turn, action.id);
  turn.recorder.record(
    {
      type: 'productChanged',
      product: product.product,
      id: product.id,
      state,
      action: action.id,
      ...(action.note !== 'none' && command.note && { note: command.note }),
      ...(objection && { objection }),
    },
    actor,
  );
  const takesOver = action.change === 'replace' && product.state;
  return takesOver === 'provisional' || takesOver === 'active'
    ? replaceProduct(turn, product, takesOver, actor)
    : undefined;
};

export const changeProduct = (turn: Turn, command: Command<'changeProduct'>): Decision => {
  const { by, now } = turn.context;
  const snapshot = turn.recorder.snapshot();
  const product = snapshot.products.find(({ id }) => id === command.id);
  if (!product) return err({ code: 'unknown-product', id: command.id });
  const action = actionsOf(turn.index, product).find(({ id }) => id === command.action);
  if (!action) return err({ code: 'unknown-product-action', action: command.action });
  const refusal = refuseProductAction(turn.index, snapshot, product, action, by, now);
  if (refusal) return err(refusal);
  if (action.note === 'required' && !command.note) return err({ code: 'note-missing' });
  const state = stateAfter(product.state, action.change);
  if (state === undefined) throw new Error(`${action.change} is not for a product that is ${product.state}`);
  const stopped = record(turn, product, action, state, command);
  if (stopped) return err(stopped);
  return ok(turn.recorder.events());
};

/** Marks what is not good any more. While a case runs, its steps decide on the product. */
export const expireProducts = (turn: Turn): Decision => {
  if (turn.context.by.party !== 'system') return err({ code: 'role-missing', role: 'system' });
  const { ended, products } = turn.recorder.snapshot();
  for (const product of ended ? products : []) {
    const state = isOver(product, turn.context.now) ? stateAfter(product.state, 'expire') : undefined;
    if (state === undefined) continue;
    // The words for it are those of the standard, where it has an action for it.
    const action = actionsOf(turn.index, product).find(({ change }) => change === 'expire')?.id;
    turn.recorder.record(
      {
        type: 'productChanged',
        product: product.product,
        id: product.id,
        state,
        ...(action !== undefined && { action }),
      },
      system,
    );
  }
  return ok(turn.recorder.events());
};
