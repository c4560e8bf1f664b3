// What the register is told when a case changes: its numbered products that are new or changed, and their numbers.
import type { CaseSnapshot, ProductRecord } from '@layan/domain/case/snapshot';
import { registerOf } from '@layan/domain/product/status-list';
import type { Product } from '@layan/domain/standard/product';
import type { Standard } from '@layan/domain/standard/standard';
import type { CaseChange, CaseRecord } from '../ports/cases.ts';
import type { RegisterEntry, RegisteredProduct } from '../ports/products.ts';

type Parts = Pick<CaseChange, 'before' | 'after'>;

const labelOf = ({ process }: Pick<Standard, 'process'>, product: string): string =>
  process.products.find(({ id }) => id === product)?.label ?? product;

const entryOf = (
  standard: Standard,
  { snapshot }: CaseRecord,
  record: ProductRecord,
): RegisterEntry | undefined => {
  const { product, id, number, place, date } = record;
  if (number === undefined || place === undefined) return undefined;
  const { year, sequence } = place;
  return {
    agency: snapshot.agency,
    product: registerOf(product, place),
    year,
    sequence,
    id,
    number,
    ...(date !== undefined && { letter: { date, label: labelOf(standard, product) } }),
  };
};

const signedWith = ({ method, file, certificate, seal }: NonNullable<ProductRecord['signature']>) => ({
  method,
  file,
  ...(certificate && { certificate }),
  ...(seal !== undefined && { seal }),
});

/** What the register knows of a letter: its file, how it was signed, why it was cancelled. */
const letterOf = ({
  date,
  prepared,
  signature,
  signedAt,
  cancelled,
}: ProductRecord): Pick<RegisteredProduct, 'letter'> => {
  if (date === undefined) return {};
  const { reason, note } = cancelled ?? {};
  return {
    letter: {
      date,
      ...(prepared && { method: prepared.method }),
      ...(signature && signedAt && { signature: { ...signedWith(signature), at: signedAt } }),
      ...(cancelled && {
        cancelled: { ...(reason !== undefined && { reason }), ...(note && { note }) },
      }),
    },
  };
};

/** The first of the facts that name the holder, as on the print. */
const holderOf = (
  product: Product | undefined,
  { facts }: CaseSnapshot,
): Pick<RegisteredProduct, 'holder'> => {
  const fact = product?.card?.holder.find((id) => facts[id] !== undefined);
  const value = fact === undefined ? undefined : facts[fact];
  return fact !== undefined && value !== undefined ? { holder: { fact, value } } : {};
};

const registered = (
  { process }: Pick<Standard, 'process'>,
  { snapshot, key, displayName }: CaseRecord,
  record: ProductRecord,
): readonly RegisteredProduct[] => {
  const { product, id, number, place, state, issuedAt, changedAt, validUntil } = record;
  if (number === undefined || place === undefined) return [];
  const known = process.products.find((one) => one.id === product);
  // A batch is about many; a check tells none of them.
  const unnamed = snapshot.anonymous ?? snapshot.confidential ?? (snapshot.lines ? true : undefined);
  return [
    {
      id,
      agency: snapshot.agency,
      standard: snapshot.standard.id,
      product,
      label: labelOf({ process }, product),
      number,
      state,
      issuedAt,
      changedAt,
      ...(validUntil && { validUntil }),
      ...letterOf(record),
      displayName,
      ...(unnamed ? { unnamed } : holderOf(known, snapshot)),
      key,
      origin: { kind: 'case', caseId: snapshot.id, version: snapshot.standard, place },
    },
  ];
};

export const registerChanges = (
  standard: Standard,
  { before, after }: Parts,
): Pick<CaseChange, 'products' | 'places'> => {
  const known = new Map(before?.snapshot.products.map((record) => [record.id, JSON.stringify(record)]));
  const changed = after.snapshot.products.filter((record) => known.get(record.id) !== JSON.stringify(record));
  return {
    products: changed.flatMap((record) => registered(standard, after, record)),
    places: changed
      .filter(({ id }) => !known.has(id))
      .flatMap((record) => entryOf(standard, after, record) ?? []),
  };
};
