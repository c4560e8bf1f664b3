// A city whose index key is replaced while people file, cards are issued, given back and taken over: by functions that each
// know the keys of some minutes ago.
import { makeChangeImportedCard } from '@layan/application/card/change-imported-card';
import { makeChangeProduct } from '@layan/application/case/change-product';
import { makeCompleteStep } from '@layan/application/case/complete-step';
import { makeSubmitFiling } from '@layan/application/filing/submit-filing';
import {
  everybodyKnowsMs,
  makeReplaceIndexKey,
  practiceGoneMs,
  type Reindexed,
} from '@layan/application/keys/replace-index-key';
import type { IndexRotation } from '@layan/application/ports/index-rotation';
import type { Vault } from '@layan/application/ports/vault';
import { agencyProducts } from '@layan/application/register/agency-products';
import { takeCard } from '@layan/application/register/take-card';
import type { CaseId } from '@layan/domain/kernel/ids';
import { isInForce } from '@layan/domain/product/product-state';
import fc from 'fast-check';
import { aMember } from '../builders/a-tenant.ts';
import { testPerson } from '../builders/people.ts';
import type { ultpkScene } from './ultpk-scene.ts';
import { valueIn } from './ultpk-scene.ts';
import { aWaitingCase, type Kind, kinds } from './waiting-cases.ts';

const MINUTE = 60_000;
const YEAR = 366 * 24 * 60 * MINUTE;
export const group = 'ultpk-card';

/** What stands in the table, as no port tells it. */
export interface Standing {
  readonly people: readonly string[];
  readonly locks: readonly { readonly index: string; readonly productId: string }[];
}

export interface ReindexingParts {
  readonly scene: Awaited<ReturnType<typeof ultpkScene>>;
  readonly reindexing: IndexRotation;
  /** The vault of one more instance of a function, with a memory of its own. */
  readonly instance: () => Vault;
  readonly standing: () => Promise<Standing>;
}

export type Scene = Awaited<ReturnType<typeof reindexingScene>>;

/** Three at a time: whoever comes between two of them finds some done and some not. */
const PORTION = 3;

export async function reindexingScene({ scene, reindexing, instance, standing }: ReindexingParts) {
  const { clock, staff, version } = scene;
  const actors = [0, 1, 2].map(() => ({ ...scene.ports, vault: instance() }));
  const actor = (n: number) => actors[n % actors.length] ?? scene.ports;
  const filed: { readonly caseId: CaseId; readonly nik: string }[] = [];
  const waiting: { readonly caseId: CaseId; readonly person: number }[] = [];
  const taken: { readonly id: string; readonly person: number }[] = [];
  let cases = 0;
  let stopAfter = Number.POSITIVE_INFINITY;
  let between: (() => Promise<void>) | undefined;

  const counted = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (of, name, receiver) => {
        const found: unknown = Reflect.get(of, name, receiver);
        if (typeof found !== 'function') return found;
        return async (...input: readonly unknown[]) => {
          if (stopAfter <= 0) throw new Error('the power went');
          stopAfter -= 1;
          const writes = name === 'reindexCase' || name === 'reindexProduct';
          const meanwhile = writes ? between : undefined;
          if (meanwhile) {
            between = undefined;
            await meanwhile();
          }
          return Reflect.apply(found, of, input);
        };
      },
    });
  const sweeping = {
    ...actor(2),
    cases: counted(scene.ports.cases),
    products: counted(scene.ports.products),
    standards: counted(scene.ports.standards),
    reindexing: counted(reindexing),
  };
  const replace = makeReplaceIndexKey(sweeping, PORTION);

  const file = async (person: number, by: number) => {
    const session = await scene.ready(person);
    const { caseId } = valueIn(await makeSubmitFiling(actor(by))({ session }));
    filed.push({ caseId, nik: testPerson(person).nik });
  };
  const issue = async (person: number, kind: Kind, by: number) => {
    cases += 1;
    const { nik, familyCardNumber } = testPerson(person);
    const record = await aWaitingCase(scene.ports, version, cases, kind, { nik, familyCardNumber });
    waiting.push({ caseId: record.snapshot.id, person });
    const done = await makeCompleteStep(actor(by))({
      member: staff.backOffice,
      caseId: record.snapshot.id,
      step: kinds[kind].step,
      outcome: 'issue',
      raw: {},
      expectedSeq: record.snapshot.seq,
    });
    if (!done.ok && done.error.code !== 'product-already-held') throw new Error(done.error.code);
    return done.ok;
  };
  const giveBack = async (pick: number, by: number) => {
    const { ports } = scene;
    const records = await Promise.all(waiting.map(({ caseId }) => ports.cases.find(caseId)));
    const held = records.flatMap((record) => {
      const card = record?.snapshot.products.find(({ state }) => state === 'active');
      return record?.snapshot.ended && card ? [{ ...record.snapshot, card: card.id }] : [];
    });
    const one = held[pick % held.length];
    if (!one) return;
    valueIn(
      await makeChangeProduct(actor(by))({
        member: staff.backOffice,
        caseId: one.id,
        product: one.card,
        action: 'given-back',
        expectedSeq: one.seq,
      }),
    );
  };
  const takeOver = async (person: number, by: number) => {
    const [of] = (await agencyProducts(scene.ports.standards, version.standard.agency)).filter(
      ({ product }) => product.id === kinds.pendalungan.product,
    );
    if (!of) throw new Error('no card');
    cases += 1;
    const { name: holder, nik, familyCardNumber } = testPerson(person);
    const row = { product: of.product.id, number: `LAMA-${cases}`, holder, nik, familyCardNumber };
    const done = await takeCard(actor(by), {
      ...{ of, agency: version.standard.agency, importId: 'import-1', by: staff.backOffice.id },
      zone: 'Asia/Jakarta',
      row: { ...row, issued: '2020-01-01', inForce: true },
    });
    if (done.kind === 'taken') taken.push({ id: done.id, person });
    return done;
  };
  const giveBackOld = async (pick: number, by: number) => {
    const one = taken[pick % taken.length];
    const card = one && (await scene.ports.products.find(one.id));
    if (card?.origin.kind !== 'imported' || card.state !== 'active') return;
    valueIn(
      await makeChangeImportedCard(actor(by))({
        ...{ member: aMember(3, { agency: version.standard.agency, roles: ['backOffice'] }), id: card.id },
        ...{ action: 'given-back', revision: card.origin.revision },
      }),
    );
  };

  /** Products in force by whose they are. */
  const inForce = async (): Promise<readonly { readonly id: string; readonly person: number }[]> => {
    const { cases: store, products } = scene.ports;
    const issued = waiting.map(async ({ caseId, person }) =>
      ((await store.find(caseId))?.snapshot.products ?? []).map(({ id, state }) => ({ id, state, person })),
    );
    const old = taken.map(async ({ id, person }) => [
      { id, person, state: (await products.find(id))?.state ?? ('revoked' as const) },
    ]);
    return (await Promise.all([...issued, ...old])).flat().filter(({ state }) => isInForce(state));
  };

  /** What must hold at every moment, whoever looks. */
  const broken = async (): Promise<readonly string[]> => {
    const wrong: string[] = [];
    const held = await inForce();
    for (const { person } of held)
      if (held.filter((other) => other.person === person).length > 1) wrong.push(`two cards of ${person}`);
    for (const { vault } of actors) {
      for (const { caseId, nik } of filed) {
        const found = await Promise.all(
          (await vault.indexes('nik', nik)).map((index) => scene.ports.cases.about(index)),
        );
        if (!found.flat().includes(caseId)) wrong.push(`${caseId} is not found`);
      }
      for (const { id, person } of held) {
        const indexes = await vault.indexes('nik', testPerson(person).nik);
        const found = await Promise.all(indexes.map((index) => scene.ports.products.findHeld(group, index)));
        if (!found.includes(id)) wrong.push(`the card of ${person} is not found`);
      }
    }
    return wrong;
  };

  /** One round of the sweep; stopped after so many calls, with something that happens just before its first write. */
  const round = async (
    stopped = Number.POSITIVE_INFINITY,
    meanwhile?: () => Promise<void>,
  ): Promise<Reindexed | 'stopped'> => {
    stopAfter = stopped;
    between = meanwhile;
    try {
      return await replace();
    } catch (error) {
      if (error instanceof Error && error.message === 'the power went') return 'stopped';
      throw error;
    } finally {
      stopAfter = Number.POSITIVE_INFINITY;
      between = undefined;
    }
  };
  /** Until the older key is forgotten, or nothing goes on. */
  const toTheEnd = async (): Promise<Reindexed | 'stopped'> => {
    for (let rounds = 0; rounds < 400; rounds += 1) {
      const done = await round();
      if (done === 'nothing') clock.advance(everybodyKnowsMs);
      else if (typeof done === 'object' && 'left' in done && done.left === 'leaving') return done;
      else if (typeof done === 'object' && 'heldUp' in done) return done;
      if ((await reindexing.find()).stage === 'both' && done === 'nothing') clock.advance(practiceGoneMs);
    }
    throw new Error('the index key is never replaced');
  };
  const leftUnder = async (tag: string) => {
    const { people, locks } = await standing();
    return [...people, ...locks.map(({ index }) => index)].filter((index) => index.startsWith(tag));
  };
  /** Locks of what is not in force any more. */
  const dangling = async () => {
    const held = new Set((await inForce()).map(({ id }) => id));
    return (await standing()).locks.filter(({ productId }) => !held.has(productId));
  };
  return {
    ...{ scene, clock, actors, file, issue, giveBack, takeOver, giveBackOld, inForce, broken, round },
    ...{ toTheEnd, leftUnder, dangling, instance, standing, taken, filed },
    aYearLater: () => clock.advance(YEAR),
    wait: (minutes: number) => clock.advance(minutes * MINUTE),
  };
}

type Turn = (scene: Scene) => Promise<unknown>;

const person = fc.integer({ min: 1, max: 3 });
const by = fc.integer({ min: 0, max: 1 });
const named = (name: string, turn: Turn): Turn => Object.assign(turn, { [fc.toStringMethod]: () => name });

const change: fc.Arbitrary<Turn> = fc.oneof(
  fc.tuple(person, by).map(([n, who]) => named(`file ${n} by ${who}`, (scene) => scene.file(n, who))),
  fc
    .tuple(person, by)
    .map(([n, who]) => named(`issue ${n} by ${who}`, (scene) => scene.issue(n, 'pendalungan', who))),
  fc
    .tuple(person, by)
    .map(([n, who]) => named(`take over ${n} by ${who}`, (scene) => scene.takeOver(n, who))),
  fc
    .tuple(fc.nat({ max: 9 }), by)
    .map(([n, who]) => named(`give back ${n} by ${who}`, (scene) => scene.giveBack(n, who))),
  fc
    .tuple(fc.nat({ max: 9 }), by)
    .map(([n, who]) => named(`give old back ${n} by ${who}`, (scene) => scene.giveBackOld(n, who))),
);

const sweepTurn: fc.Arbitrary<Turn> = fc
  .tuple(fc.option(fc.nat({ max: 12 })), fc.option(change))
  .map(([stop, other]) =>
    named(`sweep, stopped ${stop}, meanwhile ${fc.stringify(other)}`, (scene) =>
      scene.round(
        stop ?? Number.POSITIVE_INFINITY,
        other ? async () => void (await other(scene)) : undefined,
      ),
    ),
  );

const wait = fc
  .constantFrom(1, 4, 6, 11, 31, practiceGoneMs / MINUTE)
  .map((minutes) => named(`wait ${minutes}`, async (scene) => scene.wait(minutes)));

export const interleavings = (length: number) =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: change },
      { weight: 6, arbitrary: sweepTurn },
      { weight: 3, arbitrary: wait },
    ),
    { minLength: length / 2, maxLength: length },
  );

/** Plays turns from the first year of a city on, and looks after each; then to the end. */
export async function playInterleaving(scene: Scene, turns: readonly Turn[]): Promise<readonly string[]> {
  for (const n of [1, 2]) await scene.file(n, n);
  await scene.issue(1, 'pendalungan', 0);
  await scene.takeOver(2, 0);
  scene.aYearLater();
  for (const turn of turns) {
    await turn(scene);
    const wrong = await scene.broken();
    if (wrong.length > 0) return wrong;
  }
  await scene.toTheEnd();
  return [
    ...(await scene.broken()),
    ...(await scene.leftUnder('1.')).map((index) => `${index} is left`),
    ...(await scene.dangling()).map(({ index }) => `${index} locks for nothing`),
  ];
}
