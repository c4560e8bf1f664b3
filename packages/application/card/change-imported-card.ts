// Does something to a card that was issued before the system, as its standard allows; what frees the family frees its
// locks in the same transaction.
import { mayUse } from '@layan/domain/access/operations';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { isInForce, stateAfter } from '@layan/domain/product/product-state';
import type { RegisteredProduct } from '../ports/products.ts';
import type { Membership } from '../ports/staff.ts';
import { parseProductId } from '../product/product-id.ts';
import type { RegisterFailure } from '../register/errors.ts';
import { locksFor, openHolder, sealOf } from '../register/holder-facts.ts';
import { isAreaBound } from '../staff/area-bound.ts';
import { getProfile } from '../tenant/get-profile.ts';
import {
  type CardPorts,
  type CardView,
  cardActions,
  cardView,
  productOf,
  refuseCardAction,
} from './card-view.ts';

export interface ChangeImportedCardInput {
  readonly member: Membership;
  readonly id: string;
  readonly action: string;
  readonly note?: string | undefined;
  /** As it was seen: nobody changes what they have not seen. */
  readonly revision: number;
}

type ChangeError = RegisterFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'card-not-found'
  | 'card-changed'
  | 'card-refused'
  | 'value-unreadable'
>;

export const makeChangeImportedCard =
  (ports: CardPorts) =>
  async (input: ChangeImportedCardInput): Promise<Result<CardView, ChangeError>> => {
    const { member, revision } = input;
    const allowed = mayUse(member, 'change-imported-card');
    if (!allowed.ok) return allowed;
    const id = parseProductId(input.id);
    const card = id === undefined ? undefined : await ports.products.find(id);
    if (card?.agency !== member.agency || card.origin.kind !== 'imported')
      return err({ code: 'card-not-found' });
    // What came from elsewhere has no area that could be theirs.
    if (await isAreaBound(ports.standards, member)) return err({ code: 'card-not-found' });
    const of = await productOf(ports, member.agency, card);
    const action = of && cardActions(of).find((one) => one.id === input.action);
    if (!of || !action)
      return err({
        code: 'card-refused',
        rejection: { code: 'unknown-product-action', action: input.action },
      });
    const refusal = refuseCardAction(of, card.state, action, member);
    if (refusal) return err({ code: 'card-refused', rejection: refusal });
    const note = action.note === 'none' ? undefined : input.note?.trim();
    if (action.note === 'required' && !note)
      return err({ code: 'card-refused', rejection: { code: 'note-missing' } });
    if (card.origin.revision !== revision) return err({ code: 'card-changed' });
    const state = stateAfter(card.state, action.change);
    if (state === undefined) throw new Error(`${action.change} is not for a card that is ${card.state}`);

    const opened = await openHolder(ports.vault, of, card);
    // A family whose locks cannot be found would be kept from a card for ever.
    if (!opened) return err({ code: 'value-unreadable' });
    const at = ports.clock.now();
    const change = {
      ...{ at, by: member.id, action: action.id, state },
      ...(note && { note: await sealOf(ports.vault, card).sealText('note', note) }),
    };
    const { origin } = card;
    const after: RegisteredProduct = {
      ...card,
      state,
      changedAt: at,
      origin: { ...origin, history: [...origin.history, change], revision: revision + 1 },
    };
    const frees = isInForce(card.state) && !isInForce(state);
    const release = frees ? await locksFor(ports.vault, of, opened.values, 'every') : [];
    const saved = await ports.products.saveImported(after, { before: revision, acquire: [], release });
    if (!saved.ok) return err({ code: 'card-changed' });
    const { calendar } = await getProfile(ports.directory);
    return ok(await cardView(ports, calendar.zone, after, member));
  };
