// Gives a product out: a new copy with its number, its place in the register and the day it is good until.
import { dateIn } from '../deadline/dates-in-words.ts';
import { endAfterMonths } from '../deadline/months-later.ts';
import { mustHave } from '../process/process-index.ts';
import { officialNumber } from '../product/official-number.ts';
import type { Product } from '../standard/product.ts';
import type { CaseRejection } from './command.ts';
import type { Actor, CaseEventBody } from './event.ts';
import type { ProductRecord } from './snapshot.ts';
import { system, type Turn } from './turn.ts';

type Copy = Extract<CaseEventBody, { type: 'productIssued' }>;

/** Why no number can be written for the product. */
export const refuseNumber = ({ context }: Turn, { id, numbering }: Product): CaseRejection | undefined =>
  numbering?.pattern.includes('{unit}') && context.letters?.unitCode === undefined
    ? { code: 'unit-code-missing', product: id }
    : undefined;

/** The next number of the product's register; a register of the agency is named with the place. */
export const numbered = ({ context }: Turn, { id, numbering }: Product): Pick<Copy, 'number' | 'place'> => {
  if (!numbering) return {};
  const { pattern, register, classification } = numbering;
  const next = context.nextPlace(register ?? id);
  const place = { ...next, ...(register !== undefined && register !== id && { register }) };
  const date = dateIn(context.calendar.zone, context.now);
  const codes = { class: classification, unit: context.letters?.unitCode };
  return { number: officialNumber(pattern, place, date, codes), place };
};

/** Until when what is given out now is good. */
export const validity = (
  { context: { calendar, now } }: Turn,
  { validMonths }: Product,
): Pick<Copy, 'validUntil'> =>
  validMonths === undefined ? {} : { validUntil: endAfterMonths(calendar.zone, now, validMonths) };

export const issueProduct = (turn: Turn, id: string, state: Copy['state']): CaseRejection | undefined => {
  const product = mustHave(turn.index.products.get(id), `product ${id}`);
  const refusal = refuseNumber(turn, product);
  if (refusal) return refusal;
  turn.recorder.record(
    {
      type: 'productIssued',
      product: id,
      id: turn.context.newId(),
      state,
      ...numbered(turn, product),
      ...validity(turn, product),
    },
    system,
  );
  return undefined;
};

/** A copy in place of one that was lost: another id and number, everything else as it was. */
export const replaceProduct = (
  turn: Turn,
  lost: ProductRecord,
  state: Copy['state'],
  by: Actor,
): CaseRejection | undefined => {
  const product = mustHave(turn.index.products.get(lost.product), `product ${lost.product}`);
  const refusal = refuseNumber(turn, product);
  if (refusal) return refusal;
  turn.recorder.record(
    {
      type: 'productIssued',
      product: product.id,
      id: turn.context.newId(),
      state,
      ...numbered(turn, product),
      ...(lost.validUntil && { validUntil: lost.validUntil }),
      replaces: lost.id,
    },
    by,
  );
  return undefined;
};
