// Which registers the agency keeps: its products, the years with numbers in them, and what came from before.
import { mayUse } from '@layan/domain/access/operations';
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { RegisterProduct } from '@layan/domain/register/read-row';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { agencyProducts, isCard, registerIdOf } from '../register/agency-products.ts';
import type { RegisterFailure } from '../register/errors.ts';
import { getProfile } from '../tenant/get-profile.ts';

/** Cards are looked up at the counter for some years; older registers are found by number. */
const YEARS = 5;

export interface RegisterChoice extends RegisterProduct {
  /** The newest first; the current one always. */
  readonly years: readonly number[];
}

export const makeListRegisters =
  (ports: Pick<Ports, 'products' | 'standards' | 'directory' | 'clock'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<readonly RegisterChoice[], RegisterFailure<'member-deactivated' | 'role-missing'>>> => {
    const allowed = mayUse(member, 'list-registers');
    if (!allowed.ok) return allowed;
    const { agency } = member;
    const { calendar } = await getProfile(ports.directory);
    const current = Number(dateIn(calendar.zone, ports.clock.now()).slice(0, 4));
    const past = Array.from({ length: YEARS - 1 }, (_, at) => current - 1 - at);
    const products = (await agencyProducts(ports.standards, agency)).filter(isCard);
    return ok(
      await Promise.all(
        products.map(async ({ product }) => {
          const { id, label } = product;
          const last = await Promise.all(
            past.map((year) => ports.products.lastPlace({ agency, product: registerIdOf(product), year })),
          );
          return { id, label, years: [current, ...past.filter((_, at) => (last[at] ?? 0) > 0)] };
        }),
      ),
    );
  };
