// Issued products as a register keeps them: of a case, or taken over from before.
import type { RegisterEntry, RegisteredProduct } from '@layan/application/ports/products';
import { AGENCY, caseIdOf, hashOf, minute, STANDARD } from './ids.ts';

export const productIdOf = (n: number) => `k${String(n).padStart(25, '0')}`;

type Changes = Partial<Omit<RegisteredProduct, 'origin'>>;

const kept = (n: number, changes: Changes) => ({
  id: productIdOf(n),
  agency: AGENCY,
  standard: STANDARD,
  product: 'card',
  label: 'Kartu Uji',
  number: `${String(n).padStart(6, '0')}/2026`,
  state: 'active' as const,
  issuedAt: minute(n),
  changedAt: minute(n),
  displayName: { sealed: `v1.display-${n}` },
  key: `v1.key-${n}`,
  ...changes,
});

/** Product n of case n. */
export const aProduct = (n: number, changes: Changes = {}): RegisteredProduct => ({
  ...kept(n, changes),
  origin: {
    kind: 'case',
    caseId: caseIdOf(n),
    version: { id: STANDARD, version: 1, hash: hashOf('standard') },
    place: { year: 2026, sequence: n },
  },
});

export const aPlace = (n: number, changes: Partial<RegisterEntry> = {}): RegisterEntry => ({
  agency: AGENCY,
  product: 'card',
  year: 2026,
  sequence: n,
  id: productIdOf(n),
  number: `${String(n).padStart(6, '0')}/2026`,
  ...changes,
});

export const anImportedProduct = (n: number, changes: Changes = {}, revision = 1): RegisteredProduct => ({
  ...kept(n, { number: `LAMA-${n}`, ...changes }),
  origin: {
    kind: 'imported',
    importId: 'import-1',
    facts: { name: { sealed: `v1.name-${n}` } },
    history: [],
    revision,
  },
});
