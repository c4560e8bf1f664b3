// Which outcome signs which letter, and whether it may now: asked before anybody signs.
import { err, ok, type Result } from '../kernel/result.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Outcome } from '../standard/step.ts';
import type { By, CaseRejection } from './command.ts';
import { newestOf } from './evolve-products.ts';
import type { CaseSnapshot, ProductRecord } from './snapshot.ts';

export type Prepared = ProductRecord & { readonly prepared: NonNullable<ProductRecord['prepared']> };

/** The letter that is signed by this outcome. */
export const signsProduct = (index: ProcessIndex, { effects = [] }: Outcome): string | undefined => {
  for (const effect of effects)
    if ('issue' in effect && index.products.get(effect.issue)?.letter) return effect.issue;
  return undefined;
};

export const readyDocument = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  product: string,
): Result<Prepared, CaseRejection> => {
  const record = newestOf(snapshot.products, product);
  const prepared = record?.state === 'frozen' ? record.prepared : undefined;
  return record && prepared
    ? ok({ ...record, prepared })
    : err({ code: 'document-not-ready', product: index.products.get(product)?.label ?? product });
};

const isMadeOutTo = ({ signatory }: ProductRecord, by: By): boolean =>
  signatory === undefined || (by.party === 'staff' && by.member.id === signatory.id);

/** Why this outcome cannot sign now, whatever comes with it. */
export const refuseSigning = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  outcome: Outcome,
  by: By,
): CaseRejection | undefined => {
  const product = signsProduct(index, outcome);
  if (product === undefined) return undefined;
  const ready = readyDocument(index, snapshot, product);
  if (!ready.ok) return ready.error;
  return isMadeOutTo(ready.value, by)
    ? undefined
    : { code: 'other-signatory', name: ready.value.signatory?.name ?? '' };
};

/** In which role the signatory signs: the one that the document names. */
export const signingRole = (snapshot: CaseSnapshot, product: string | undefined): string | undefined =>
  product === undefined ? undefined : newestOf(snapshot.products, product)?.signatory?.role;
