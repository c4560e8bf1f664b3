// Gives a product out: a new copy with its number, its place in the register and the day it is good until.
import { dateIn } from '../deadline/dates-in-words.ts';
import { endAfterMonths } from '../deadline/months-later.ts';
import { mustHave } from '../process/process-index.ts';
import { officialNumber } from '../product/official-number.ts';
import type { Product } from '../standard/product.ts';
import type { Actor, CaseEventBody } from './event.ts';
import type { ProductRecord } from './snapshot.ts';
import { system, type Turn } from './turn.ts';

type Copy = Extract<CaseEventBody, { type: 'productIssued' }>;

const numbered = ({ context }: Turn, { id, numbering }: Product): Pick<Copy, 'number' | 'place'> => {
  if (!numbering) return {};
  const place = context.nextPlace(id);
  const date = dateIn(context.calendar.zone, context.now);
  return { number: officialNumber(numbering.pattern, place, date), place };
};

export const issueProduct = (turn: Turn, id: string, state: Copy['state']): void => {
  const product = mustHave(turn.index.products.get(id), `product ${id}`);
  const { calendar, now, newId } = turn.context;
  turn.recorder.record(
    {
      type: 'productIssued',
      product: id,
      id: newId(),
      state,
      ...numbered(turn, product),
      ...(product.validMonths !== undefined && {
        validUntil: endAfterMonths(calendar.zone, now, product.validMonths),
      }),
    },
    system,
  );
};

/** Fixes what a letter says, with its number and its date, so that it can be signed. */
export const freezeDocument = (turn: Turn, id: string): void => {
  const product = mustHave(turn.index.products.get(id), `product ${id}`);
  const { calendar, now, newId } = turn.context;
  turn.recorder.record(
    {
      type: 'documentFrozen',
      product: id,
      id: newId(),
      date: dateIn(calendar.zone, now),
      ...numbered(turn, product),
    },
    system,
  );
};

/** A copy in place of one that was lost: another id and number, everything else as it was. */
export const replaceProduct = (turn: Turn, lost: ProductRecord, state: Copy['state'], by: Actor): void => {
  const product = mustHave(turn.index.products.get(lost.product), `product ${lost.product}`);
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
};
