// Decides with the next places of registers at hand. Only a decision that gives a product out asks for one, so the
// registers are read after a first decision has asked, and then it is decided again.
import type { DecideContext } from '@layan/domain/case/turn';
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import type { AgencyId } from '@layan/domain/kernel/ids';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { ProductStore } from '../ports/products.ts';

export interface Registers {
  readonly products: Pick<ProductStore, 'lastPlace'>;
  readonly tenant: Tenant;
  readonly agency: AgencyId;
}

type NextPlace = DecideContext['nextPlace'];

/** Places after the last ones, one after another; notes which registers were asked. */
const placesAfter = (year: number, last: ReadonlyMap<string, number>) => {
  const given = new Map<string, number>();
  const nextPlace: NextPlace = (product) => {
    const sequence = (given.get(product) ?? last.get(product) ?? 0) + 1;
    given.set(product, sequence);
    return { year, sequence };
  };
  return { nextPlace, asked: (): readonly string[] => [...given.keys()] };
};

export const decideNumbered = async <T>(
  { products, tenant, agency }: Registers,
  moment: Omit<DecideContext, 'nextPlace' | 'calendar' | 'letters'>,
  decide: (context: DecideContext) => T,
): Promise<T> => {
  const letters = tenant.agencies.find(({ id }) => id === agency)?.letters;
  const context = { ...moment, calendar: tenant.calendar, ...(letters && { letters }) };
  const year = Number(dateIn(context.calendar.zone, context.now).slice(0, 4));
  const first = placesAfter(year, new Map());
  const decided = decide({ ...context, nextPlace: first.nextPlace });
  if (first.asked().length === 0) return decided;
  const last = await Promise.all(
    first
      .asked()
      .map(async (product) => [product, await products.lastPlace({ agency, product, year })] as const),
  );
  return decide({ ...context, nextPlace: placesAfter(year, new Map(last)).nextPlace });
};
