// Takes one card of an old register over: with its number, its holder and the locks that keep the family from a second
// one, in one transaction. Doing it again changes nothing.
import type { Sealed } from '@layan/domain/case/facts';
import { offsetMs, type Zone } from '@layan/domain/deadline/zones';
import { CaseId, type InstantText, type StaffId } from '@layan/domain/kernel/ids';
import { toInstantText } from '@layan/domain/kernel/instant';
import { isInForce } from '@layan/domain/product/product-state';
import type { RegisterRow } from '@layan/domain/register/read-row';
import { randomId } from '../kernel/random-id.ts';
import type { RegisteredProduct } from '../ports/products.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { WrappedKey } from '../ports/vault.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import type { AgencyProduct } from './agency-products.ts';
import { factsOf, type Holder, holderFacts, locksFor, openHolder } from './holder-facts.ts';

export type TakePorts = Pick<Ports, 'products' | 'vault' | 'random' | 'clock'>;

export type Taking =
  /** guarded: something is known by which a second product would be noticed. */
  | { readonly kind: 'taken'; readonly id: string; readonly guarded: boolean }
  /** Known already, now with identifiers that were missing. */
  | { readonly kind: 'completed'; readonly id: string }
  | { readonly kind: 'unchanged'; readonly id: string }
  | { readonly kind: 'duplicate'; readonly heldBy: string }
  | { readonly kind: 'number-taken'; readonly heldBy: string };

export interface TakeInput {
  readonly of: AgencyProduct;
  readonly agency: RegisteredProduct['agency'];
  readonly importId: string;
  readonly by: StaffId;
  readonly zone: Zone;
  readonly row: RegisterRow;
}

const alike = (text: string): string => text.toLocaleLowerCase('id').replace(/\s+/g, ' ').trim();

const agrees = (known: string | undefined, told: string | undefined): boolean =>
  known === undefined || told === undefined || known === told;

const isSameHolder = (known: Holder, told: Holder): boolean =>
  alike(known.holder) === alike(told.holder) &&
  agrees(known.nik, told.nik) &&
  agrees(known.familyCardNumber, told.familyCardNumber);

const sealAll = async (
  { vault }: TakePorts,
  { id, key }: { readonly id: string; readonly key: WrappedKey },
  facts: ReturnType<typeof factsOf>,
): Promise<Record<string, Sealed>> => {
  const caseId = CaseId.parse(id);
  const sealed = Object.entries(facts).map(
    async ([field, value]) =>
      [field, await vault.seal(key, { caseId, field }, JSON.stringify(value))] as const,
  );
  return Object.fromEntries(await Promise.all(sealed));
};

/** The first minute of the day of issue. */
const issuedAt = (zone: Zone, date: string): InstantText => toInstantText(Date.parse(date) - offsetMs(zone));

const textsOf = (facts: ReturnType<typeof factsOf>): ReadonlyMap<string, string> =>
  new Map(Object.entries(facts).map(([fact, value]) => [fact, String(value)]));

/** The product of a number that is known already, seen beside what the row says. */
const meetKnown = async (ports: TakePorts, input: TakeInput, id: string): Promise<Taking | 'again'> => {
  const { of, row } = input;
  const known = await ports.products.find(id);
  const opened = known && (await openHolder(ports.vault, of, known));
  if (!known || !opened || known.origin.kind !== 'imported' || !isSameHolder(opened.holder, row))
    return { kind: 'number-taken', heldBy: id };
  const facts = factsOf(of, row);
  const fresh = Object.fromEntries(Object.entries(facts).filter(([fact]) => !opened.values.has(fact)));
  if (Object.keys(fresh).length === 0) return { kind: 'unchanged', id };
  const { origin } = known;
  const at = ports.clock.now();
  const change = { at, by: input.by, action: 'completed', state: known.state };
  const completed: RegisteredProduct = {
    ...known,
    origin: {
      ...origin,
      facts: { ...origin.facts, ...(await sealAll(ports, known, fresh)) },
      history: [...origin.history, change],
      revision: origin.revision + 1,
    },
  };
  const acquire = isInForce(known.state) ? await locksFor(ports.vault, of, textsOf(fresh)) : [];
  const saved = await ports.products.saveImported(completed, {
    before: origin.revision,
    acquire,
    release: [],
  });
  if (saved.ok) return { kind: 'completed', id };
  return saved.error.code === 'lock-taken' ? { kind: 'duplicate', heldBy: saved.error.heldBy } : 'again';
};

const takeNew = async (ports: TakePorts, input: TakeInput): Promise<Taking | 'again'> => {
  const { of, row, importId, agency, zone } = input;
  const id = randomId(ports.random);
  const key = await ports.vault.newKey(CaseId.parse(id));
  const facts = factsOf(of, row);
  const sealed = await sealAll(ports, { id, key }, facts);
  const { holder: fact } = holderFacts(of);
  const value = sealed[fact];
  const at = ports.clock.now();
  const issued = issuedAt(zone, row.issued);
  const product: RegisteredProduct = {
    ...{ id, agency, key, standard: of.standard, product: of.product.id, label: of.product.label },
    number: row.number,
    state: row.inForce ? 'active' : 'revoked',
    issuedAt: issued,
    // Since when a card is no longer in force an old register rarely says.
    changedAt: row.inForce ? issued : at,
    displayName: await caseSeal(ports.vault, key, CaseId.parse(id)).sealText('display', row.holder),
    ...(value && { holder: { fact, value } }),
    origin: { kind: 'imported', importId, facts: sealed, history: [], revision: 1 },
  };
  const locks = await locksFor(ports.vault, of, textsOf(facts));
  const acquire = row.inForce ? locks : [];
  const saved = await ports.products.saveImported(product, { acquire, release: [] });
  if (saved.ok) return { kind: 'taken', id, guarded: locks.length > 0 || !of.product.exclusive };
  if (saved.error.code === 'lock-taken') return { kind: 'duplicate', heldBy: saved.error.heldBy };
  return 'again';
};

/** Others may take the same number over at the same time; then it is looked at again. */
const ATTEMPTS = 5;

export const takeCard = async (ports: TakePorts, input: TakeInput): Promise<Taking> => {
  const { agency, of, row } = input;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const known = await ports.products.findByNumber({ agency, product: of.product.id, number: row.number });
    const taking = known === undefined ? await takeNew(ports, input) : await meetKnown(ports, input, known);
    if (taking !== 'again') return taking;
  }
  throw new Error('a number of an old register was taken over by too many at once');
};
