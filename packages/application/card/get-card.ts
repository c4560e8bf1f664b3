// One product by its id: how it stands, where it comes from, what happened to it, what may be done here.
import { mayUse } from '@layan/domain/access/operations';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import { parseProductId } from '../product/product-id.ts';
import type { RegisterFailure } from '../register/errors.ts';
import { isAreaBound, isOfTheirCases } from '../staff/area-bound.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { type CardPorts, type CardView, cardView } from './card-view.ts';

export type GetCardError = RegisterFailure<'member-deactivated' | 'role-missing' | 'card-not-found'>;

export const makeGetCard =
  (ports: CardPorts) =>
  async (input: {
    readonly member: Membership;
    readonly id: string;
  }): Promise<Result<CardView, GetCardError>> => {
    const { member } = input;
    const allowed = mayUse(member, 'get-card');
    if (!allowed.ok) return allowed;
    const id = parseProductId(input.id);
    const card = id === undefined ? undefined : await ports.products.find(id);
    const hidden = err({ code: 'card-not-found' } as const);
    if (card?.agency !== member.agency) return hidden;
    const bound = await isAreaBound(ports.standards, member);
    if (bound && !(await isOfTheirCases(ports, card, member))) return hidden;
    const { calendar } = await getProfile(ports.directory);
    return ok(await cardView(ports, calendar.zone, card, member));
  };
