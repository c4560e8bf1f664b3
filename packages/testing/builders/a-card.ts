// A case that issued a card, as a store receives it: with its record and its place in the register.
import type { CaseChange } from '@layan/application/ports/cases';
import type { CaseSnapshot, ProductRecord } from '@layan/domain/case/snapshot';
import type { ProductState } from '@layan/domain/product/product-state';
import { aFiledCase, aNextChange } from './a-case.ts';
import { minute } from './ids.ts';

export const CARD = 'kartu-uji';
const YEAR = 2026;

export const cardIdOf = (n: number) => `k${String(n).padStart(25, '0')}`;
const numberOf = (n: number) => `460/${String(n).padStart(6, '0')}/${YEAR}`;

const withCard = (change: CaseChange, n: number, state: ProductState): CaseChange => {
  const { snapshot, key, displayName } = change.after;
  const place = { year: YEAR, sequence: n };
  const common = { id: cardIdOf(n), product: CARD, number: numberOf(n), state };
  const record: ProductRecord = { ...common, place, issuedAt: minute(n), changedAt: minute(n) };
  const origin = { kind: 'case' as const, caseId: snapshot.id, version: snapshot.standard, place };
  return {
    ...change,
    after: { ...change.after, snapshot: { ...snapshot, products: [record] } },
    products: [
      {
        ...{ ...common, label: 'Kartu Uji', agency: snapshot.agency, standard: snapshot.standard.id },
        ...{ issuedAt: record.issuedAt, changedAt: record.changedAt, displayName, key, origin },
      },
    ],
  };
};

/** Case number n issues card number n. */
export const aCaseWithCard = (
  n: number,
  state: ProductState = 'active',
  changes: Partial<CaseSnapshot> = {},
): CaseChange => {
  const change = withCard(aFiledCase(n, changes), n, state);
  const { agency } = change.after.snapshot;
  const entry = { agency, product: CARD, year: YEAR, sequence: n, id: cardIdOf(n), number: numberOf(n) };
  return { ...change, places: [entry] };
};

/** The card of a case that was committed changes its state. */
export const aCardChange = (before: CaseChange, n: number, state: ProductState): CaseChange =>
  withCard(aNextChange(before.after), n, state);
