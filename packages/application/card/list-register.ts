// A page of a register: numbers, states and holders in initials, the newest first; what came from before by number.
import { mayUse } from '@layan/domain/access/operations';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { findProducts } from '../product/register-rows.ts';
import { agencyProducts, isCard, registerIdOf } from '../register/agency-products.ts';
import type { RegisterFailure } from '../register/errors.ts';
import { isAreaBound, isOfTheirCases } from '../staff/area-bound.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { type CardSummary, cardSummary } from './card-view.ts';

const PAGE = 50;

export interface ListRegisterInput {
  readonly member: Membership;
  readonly product: string;
  readonly year: number | 'imported';
  readonly after?: string | undefined;
}

export interface RegisterPage {
  readonly rows: readonly CardSummary[];
  readonly next?: string;
}

export const makeListRegister =
  (ports: Pick<Ports, 'products' | 'cases' | 'standards' | 'vault' | 'directory'>) =>
  async (
    input: ListRegisterInput,
  ): Promise<
    Result<RegisterPage, RegisterFailure<'member-deactivated' | 'role-missing' | 'product-not-found'>>
  > => {
    const { member, product, year, after } = input;
    const allowed = mayUse(member, 'list-register');
    if (!allowed.ok) return allowed;
    const { agency } = member;
    const known = await agencyProducts(ports.standards, agency);
    const of = known.filter(isCard).find((one) => one.product.id === product)?.product;
    if (!of) return err({ code: 'product-not-found' });
    const { calendar } = await getProfile(ports.directory);
    const page = await ports.products.register({
      ...{ agency, product: year === 'imported' ? product : registerIdOf(of), year, limit: PAGE },
      ...(after !== undefined && { after }),
    });
    const cards = await findProducts(
      ports.products,
      page.rows.map(({ id }) => id),
    );
    const bound = await isAreaBound(ports.standards, member);
    const seen = await Promise.all(cards.map((card) => !bound || isOfTheirCases(ports, card, member)));
    return ok({
      // Of a register that others share, only its own.
      rows: await Promise.all(
        cards
          .filter((card, at) => card.product === product && seen[at])
          .map((card) => cardSummary(ports, calendar.zone, card)),
      ),
      ...(page.next !== undefined && { next: page.next }),
    });
  };
