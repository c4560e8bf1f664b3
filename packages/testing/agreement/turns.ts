// Generated calls to stores of cases, filings and documents. What a turn does may depend on what succeeded before: half of
// the changes start from a state that is not the last one, as when two people work on one case.
import type { CaseChange, CaseRecord } from '@layan/application/ports/cases';
import fc from 'fast-check';
import { aFiledCase, aNextChange, aPromise, aTask, held } from '../builders/a-case.ts';
import { aDocument, aFiling } from '../builders/a-filing.ts';
import { anImportedProduct, aPlace, aProduct, productIdOf } from '../builders/a-product.ts';
import { caseIdOf, minute, ticketOf } from '../builders/ids.ts';
import type { CaseStores } from '../contract/case-store.ts';
import type { ProductStores } from '../contract/product-store.ts';

/** Stores of one table: cases and the products they issue. */
export type Stores = CaseStores & Pick<ProductStores, 'products'>;

export type Call = (stores: Stores) => Promise<unknown>;

/** States of each case that were committed, oldest first. */
export type History = Map<number, readonly CaseRecord[]>;

export interface Turn {
  readonly [fc.toStringMethod]: () => string;
  take(history: History): { readonly call: Call; readonly succeeded?: () => void };
}

/** A counterexample shows what was drawn instead of the code that uses it. */
const turn =
  <Drawn>(name: string, take: (drawn: Drawn, history: History) => ReturnType<Turn['take']>) =>
  (drawn: Drawn): Turn => ({
    take: (history) => take(drawn, history),
    [fc.toStringMethod]: () => `${name} ${JSON.stringify(drawn)}`,
  });

const small = fc.integer({ min: 1, max: 3 });
const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
const moment = fc.integer({ min: 0, max: 90 }).map(minute);
const lock = fc.record({
  group: fc.constantFrom('card', 'letter'),
  index: fc.constantFrom('a', 'b'),
  productId: fc.constantFrom('card-1', 'card-2'),
});

const task = fc
  .record({ n: small, role: fc.constantFrom('front-office', 'back-office'), by: fc.option(small) })
  .map(({ n, role, by }) => {
    const open = aTask({ id: `check-file.${n}`, role });
    return by === null ? open : held(open, by);
  });

const promise = fc
  .record({ dueAt: moment, state: fc.constantFrom('running', 'paused', 'kept') })
  .map((drawn) => aPromise(drawn));

const snapshot = fc.record({
  tasks: fc.uniqueArray(task, { maxLength: 3, selector: ({ id }) => id }),
  promises: fc.array(promise, { maxLength: 2 }),
  timers: fc.array(
    moment.map((firesAt) => ({ timer: 'lapse', armedAt: minute(0), firesAt })),
    { maxLength: 1 },
  ),
});

const state = fc.constantFrom('active', 'suspended', 'revoked');
const product = fc.record({ n: small, state }).map(({ n, state: is }) => aProduct(n, { state: is }));
/** A number for a product, now and then one that another has. */
const place = fc
  .record({ n: small, sequence: small })
  .map(({ n, sequence }) => ({ ...aPlace(sequence), id: productIdOf(n) }));

const extra = fc.record(
  {
    products: fc.uniqueArray(product, { maxLength: 2, selector: ({ id }) => id }),
    places: fc.array(place, { maxLength: 1 }),
    acquire: fc.array(lock, { maxLength: 2 }),
    release: fc.array(lock, { maxLength: 2 }),
    idempotency: fc
      .integer({ min: 1, max: 9 })
      .map((n) => ({ key: `key-${n}`, fingerprint: `print-${n}`, result: '{}' })),
    people: fc.array(fc.constantFrom('person-a', 'person-b'), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const commit = (history: History, n: number, change: CaseChange) => ({
  call: ({ cases }: CaseStores) => cases.commit(change),
  succeeded: () => {
    history.set(n, [...(history.get(n) ?? []), change.after]);
  },
});

const fileCase = fc.record({ n: small, ticket: rarely(small), snapshot, extra, revision: rarely(small) }).map(
  turn('file', ({ n, ticket, snapshot: changes, extra: more, revision }, history) => {
    const fromFiling = revision === null ? {} : { fromFiling: { caseId: caseIdOf(n), revision } };
    const change = aFiledCase(n, { ...changes, ticket: ticketOf(ticket ?? n) }, { ...more, ...fromFiling });
    return commit(history, n, change);
  }),
);

const changeCase = fc.record({ n: small, stale: fc.boolean(), snapshot, extra, ends: fc.boolean() }).map(
  turn('change', ({ n, stale, snapshot: changes, extra: more, ends }, history) => {
    const records = history.get(n) ?? [];
    const record = (stale ? records.at(-2) : undefined) ?? records.at(-1);
    if (!record) return { call: ({ cases }) => cases.find(caseIdOf(n)) };
    const ended = ends ? { ended: { ending: 'granted', at: minute(9) } } : {};
    return commit(history, n, aNextChange(record, { ...changes, ...ended }, more));
  }),
);

const saveFiling = fc.record({ n: small, revision: small, before: fc.option(small) }).map(
  turn('save filing', ({ n, revision, before }) => ({
    call: ({ filings }) => filings.save(aFiling(n, { revision }), before ?? undefined),
  })),
);

const moveDocument = fc
  .record({ n: small, id: small, state: fc.constantFrom('expected', 'accepted', 'rejected') })
  .map(
    turn('document', ({ n, id, state }) => ({
      call: ({ documents }) =>
        state === 'expected'
          ? documents.expect(aDocument(n, id))
          : documents.settle(aDocument(n, id, { state })),
    })),
  );

const saveImported = fc
  .record({
    n: small,
    number: small,
    revision: small,
    before: fc.option(small),
    state,
    acquire: rarely(lock),
  })
  .map(
    turn('import', ({ n, number, revision, before, state: is, acquire }) => ({
      call: ({ products }) =>
        products.saveImported(
          anImportedProduct(
            n,
            { state: is, number: before === null ? `LAMA-${number}` : `LAMA-${n}` },
            revision,
          ),
          { ...(before !== null && { before }), acquire: acquire === null ? [] : [acquire], release: [] },
        ),
    })),
  );

const anything = fc.oneof(
  { weight: 2, arbitrary: saveImported },
  { weight: 3, arbitrary: fileCase },
  { weight: 8, arbitrary: changeCase },
  { weight: 2, arbitrary: saveFiling },
  { weight: 2, arbitrary: moveDocument },
);

/** Begins with a filing, since most of what can happen happens to cases. */
export const turns = fc
  .tuple(fileCase, fc.array(anything, { minLength: 1, maxLength: 12, size: 'max' }))
  .map(([first, rest]) => [first, ...rest]);
