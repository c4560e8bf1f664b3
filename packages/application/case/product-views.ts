// The products of a case as staff see them: number, state, days, and what may be done to each.
import type { Action } from '@layan/domain/case/available';
import type { CaseSnapshot, ProductRecord } from '@layan/domain/case/snapshot';
import { dateInWords, momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Setting } from '../tenant/setting.ts';
import type { ProductView } from './case-view.ts';

/** Which known identifier keeps the holder of a product from a second one. */
const guardOf = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  product: string,
): Pick<ProductView, 'guardedBy'> => {
  const exclusive = index.products.get(product)?.exclusive;
  if (!exclusive) return {};
  const known = exclusive.by.filter((fact) => snapshot.facts[fact] !== undefined);
  const types = known.map((fact) => index.facts.get(fact)?.type);
  if (types.includes('familyCardNumber')) return { guardedBy: 'familyCardNumber' };
  return { guardedBy: types.includes('nik') ? 'nik' : 'none' };
};

const changesOf = (actions: readonly Action[], id: string): ProductView['actions'] =>
  actions.flatMap((action) => {
    if (action.type !== 'changeProduct' || action.id !== id) return [];
    const { action: name, label, change, note } = action;
    const offer = { id: name, label, change, note };
    return [
      action.allowed ? { ...offer, allowed: true } : { ...offer, allowed: false, refusal: action.reason },
    ];
  });

const numberOf = ({ products }: CaseSnapshot, id: string | undefined): string | undefined =>
  products.find((record) => record.id === id)?.number;

export const productViews = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  { tenant }: Pick<Setting, 'tenant'>,
  actions: readonly Action[],
): readonly ProductView[] => {
  const { zone } = tenant.calendar;
  const view = (record: ProductRecord): ProductView => {
    const { product, id, state, number, issuedAt, changedAt, validUntil, objection } = record;
    const replaces = numberOf(snapshot, record.replaces);
    return {
      id,
      label: index.products.get(product)?.label ?? product,
      kind: index.products.get(product)?.kind ?? 'letter',
      state,
      issuedAt,
      issued: momentInWords(zone, issuedAt),
      changed: momentInWords(zone, changedAt),
      ...(number !== undefined && { number }),
      ...(validUntil !== undefined && { validUntil: dateInWords(zone, validUntil) }),
      ...(replaces !== undefined && { replaces }),
      ...(objection && { objectionUntil: dateInWords(zone, objection.until) }),
      actions: changesOf(actions, id),
      ...guardOf(index, snapshot, product),
    };
  };
  return snapshot.products.map(view);
};
