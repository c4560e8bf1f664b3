// Indexes one case or one card anew: what is kept stands under every key that is kept, and under no other. What cannot be
// opened is left as it is, with its lock, and the older key with it.
import { indexOf } from '@layan/domain/process/process-index';
import { isInForce } from '@layan/domain/product/product-state';
import { productOf } from '../card/card-view.ts';
import { locksOf } from '../case/locks.ts';
import { isErased } from '../erasure/erase-case.ts';
import { linksOf } from '../filing/links-of-case.ts';
import type { CaseFile } from '../ports/cases.ts';
import type { IndexOwner, IndexRotation, Reindexing } from '../ports/index-rotation.ts';
import type { TakenLock } from '../ports/locks.ts';
import type { RegisteredProduct } from '../ports/products.ts';
import type { Ports } from '../ports/surroundings.ts';
import { locksFor, openHolder } from '../register/holder-facts.ts';

export interface ReindexPorts extends Pick<Ports, 'cases' | 'products' | 'standards' | 'vault'> {
  readonly reindexing: IndexRotation;
}

export type ReindexedOwner = 'done' | 'held-up';

interface Held {
  readonly people: readonly string[];
  readonly locks: readonly TakenLock[];
}

const lockName = ({ group, index }: Pick<TakenLock, 'group' | 'index'>) => JSON.stringify([group, index]);

/** Not those that are kept: two facts may name one person. */
const changeTo = (kept: Held, every: Held): Reindexing => {
  const people = new Set(kept.people);
  const locks = new Map(kept.locks.map((lock) => [lockName(lock), lock]));
  const gone = new Map(
    every.locks
      .filter((lock) => !locks.has(lockName(lock)))
      .map(({ group, index }) => [lockName({ group, index }), { group, index }]),
  );
  return {
    people: {
      add: [...people],
      remove: [...new Set(every.people)].filter((index) => !people.has(index)),
    },
    locks: { add: [...locks.values()], remove: [...gone.values()] },
  };
};

const heldByCase = async (ports: ReindexPorts, file: CaseFile): Promise<Reindexing | undefined> => {
  const { record } = file;
  const { standard } = await ports.standards.getPinned(record.snapshot.standard);
  const index = indexOf(standard.process);
  const under = async (keys: 'kept' | 'every'): Promise<Held | undefined> => {
    const people = await linksOf(ports, file, keys);
    const locks = await locksOf(ports.vault, index, record, keys);
    return people && locks && { people, locks };
  };
  const [kept, every] = [await under('kept'), await under('every')];
  return kept && every && changeTo(kept, every);
};

const heldByCard = async (ports: ReindexPorts, card: RegisteredProduct): Promise<Reindexing | undefined> => {
  const of = await productOf(ports, card.agency, card);
  const opened = of && (await openHolder(ports.vault, of, card));
  if (!of || !opened) return undefined;
  const under = async (keys: 'kept' | 'every'): Promise<Held> => {
    const locks = await locksFor(ports.vault, of, opened.values, keys);
    return { people: [], locks: locks.map((lock) => ({ ...lock, productId: card.id })) };
  };
  return changeTo(await under('kept'), await under('every'));
};

const attempt = async (
  ports: ReindexPorts,
  owner: IndexOwner,
): Promise<ReindexedOwner | 'changed-meanwhile'> => {
  if (owner.kind === 'other') return 'done';
  if (owner.kind === 'case') {
    const file = await ports.cases.findFile(owner.caseId);
    // A form that was not sent, or nobody's any more.
    if (!file || isErased(file.record)) return 'done';
    const change = await heldByCase(ports, file);
    return change ? answer(await ports.reindexing.reindexCase(file.record, change)) : 'held-up';
  }
  const card = await ports.products.find(owner.id);
  if (card?.origin.kind !== 'imported' || !isInForce(card.state)) return 'done';
  const change = await heldByCard(ports, card);
  return change ? answer(await ports.reindexing.reindexProduct(card, change)) : 'held-up';
};

const answer = (
  written: Awaited<ReturnType<IndexRotation['reindexCase']>>,
): ReindexedOwner | 'changed-meanwhile' => {
  if (written.ok) return 'done';
  return written.error === 'lock-taken' ? 'held-up' : written.error;
};

const ATTEMPTS = 5;

/** Who changes again and again is left for the next walk. */
export const reindexOwner = async (ports: ReindexPorts, owner: IndexOwner): Promise<ReindexedOwner> => {
  for (let tried = 1; tried <= ATTEMPTS; tried += 1) {
    const done = await attempt(ports, owner);
    if (done !== 'changed-meanwhile') return done;
  }
  return 'held-up';
};
