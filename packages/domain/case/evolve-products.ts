// The products of a case after an event about one of them.
import { mustHave, type ProcessIndex } from '../process/process-index.ts';
import type { CaseEvent, CaseEventBody } from './event.ts';
import type { CaseSnapshot, ProductRecord } from './snapshot.ts';
import { told } from './timeline.ts';

type Body<T extends CaseEventBody['type']> = Extract<CaseEventBody, { type: T }>;

export const issued = (
  { products }: CaseSnapshot,
  { at }: CaseEvent,
  { type, ...copy }: Body<'productIssued'>,
): Pick<CaseSnapshot, 'products'> => ({
  products: [...products, { ...copy, issuedAt: at, changedAt: at }],
});

/** What an action of somebody tells the citizen; what a step does to a product is told by the step. */
const toldBy = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  body: Body<'productChanged'>,
): Partial<CaseSnapshot> => {
  if (body.action === undefined) return {};
  const product = mustHave(index.products.get(body.product), `product ${body.product}`);
  const action = mustHave(
    product.actions?.find(({ id }) => id === body.action),
    `product action ${body.action}`,
  );
  const { note } = body;
  return {
    timeline: told(snapshot, event, action.citizen ?? (note && action.label), {
      note,
      notify: action.notify,
    }),
    lastChange: { at: event.at, by: event.by, what: `${product.label}: ${action.label}` },
  };
};

export const changed = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  body: Body<'productChanged'>,
): Partial<CaseSnapshot> => {
  const { state, objection, note, reason } = body;
  const why = { ...(note && { note }), ...(reason !== undefined && { reason }) };
  return {
    products: snapshot.products.map((record) =>
      record.id === body.id
        ? {
            ...record,
            state,
            changedAt: event.at,
            ...(objection && { objection }),
            ...(state === 'cancelled' && { cancelled: why }),
          }
        : record,
    ),
    ...toldBy(index, snapshot, event, body),
  };
};

/** The newest copy of a product: the one whose state counts. */
export const newestOf = (products: readonly ProductRecord[], product: string): ProductRecord | undefined =>
  products.findLast((record) => record.product === product);
