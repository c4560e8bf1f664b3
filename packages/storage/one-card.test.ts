// Nobody holds two cards: people, clocks, retries and imports all at once, at the database.
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { makeChangeProduct } from '@layan/application/case/change-product';
import { makeCompleteStep } from '@layan/application/case/complete-step';
import { makeInterruptCase } from '@layan/application/case/interrupt-case';
import type { CaseRecord } from '@layan/application/ports/cases';
import type { RegisteredProduct } from '@layan/application/ports/products';
import { isInForce } from '@layan/domain/product/product-state';
import { anImportedProduct } from '@layan/testing/builders/a-product';
import { testPerson } from '@layan/testing/builders/people';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { aWaitingCase, type Household, type Kind, kinds } from '@layan/testing/scenes/waiting-cases';
import { afterAll, describe, expect, it } from 'vitest';
import { caseStore } from './case-store.ts';
import { productStore } from './product-store.ts';
import { openTable } from './table/table.ts';

const deep = process.env.LAYAN_DEEP !== undefined;
const patience = { timeout: deep ? 600_000 : 120_000 };

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);

const group = 'ultpk-card';
const household = ({ nik, familyCardNumber }: Household): Household => ({
  ...(nik !== undefined && { nik }),
  ...(familyCardNumber !== undefined && { familyCardNumber }),
});
const one = household(testPerson(1));
const sameFamilyCard = { ...one, nik: testPerson(2).nik };
const sameHead = household({ nik: testPerson(1).nik });

type Answer = { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } };

async function open() {
  const scene = await ultpkScene();
  const table = openTable(DynamoDBDocumentClient.from(dynamo.client), await dynamo.tenantTable());
  const ports = {
    ...scene.ports,
    cases: caseStore(table, scene.clock),
    products: productStore(table),
  };
  const agency = scene.version.standard.agency;
  const year = 2026;
  let cases = 0;
  const kindOf = new Map<CaseRecord, Kind>();
  const waiting = async (kind: Kind, holder: Household): Promise<CaseRecord> => {
    cases += 1;
    const record = await aWaitingCase(ports, scene.version, cases, kind, holder);
    kindOf.set(record, kind);
    return record;
  };
  const several = async (count: number, kind: Kind, holder: Household): Promise<readonly CaseRecord[]> => {
    const made: CaseRecord[] = [];
    for (let n = 0; n < count; n += 1) made.push(await waiting(kind, holder));
    return made;
  };
  const issue = (record: CaseRecord, idempotencyKey?: string) =>
    makeCompleteStep(ports)({
      member: scene.staff.backOffice,
      caseId: record.snapshot.id,
      step: kinds[kindOf.get(record) ?? 'bestari'].step,
      outcome: 'issue',
      raw: {},
      expectedSeq: record.snapshot.seq,
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    });
  const heldBy = async (kind: 'nik' | 'familyCardNumber', value: string) =>
    ports.products.findHeld(group, await ports.vault.index(kind, value));
  /** All products of all cases as cases and as the register know them. */
  const everything = async () => {
    const records = await Promise.all(
      [...kindOf.keys()].map(({ snapshot }) => ports.cases.find(snapshot.id)),
    );
    const known = records.flatMap((record) => record?.snapshot.products ?? []);
    const registers = await Promise.all(
      Object.values(kinds).map(({ product }) =>
        ports.products.register({ agency, product, year, limit: 500 }),
      ),
    );
    const rows = registers.map((register) => register.rows);
    const registered = await Promise.all(rows.flat().map(({ id }) => ports.products.find(id)));
    return { known, rows, registered };
  };
  return { scene, ports, waiting, several, issue, heldBy, everything };
}

type Opened = Awaited<ReturnType<typeof open>>;

/** Numbers 1, 2, 3 … without a gap, each of a product that says the same as its case. */
const expectWholeRegisters = ({ known, rows, registered }: Awaited<ReturnType<Opened['everything']>>) => {
  for (const register of rows)
    expect(register.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: register.length }, (_, n) => register.length - n),
    );
  const told = (product: Pick<RegisteredProduct, 'id' | 'number' | 'state'> | undefined) =>
    `${product?.id} ${product?.number} ${product?.state}`;
  expect(registered.map(told).sort()).toEqual(
    known.map(({ id, number = '', state }) => told({ id, number, state })).sort(),
  );
};

const codes = (answers: readonly Answer[]) => {
  const counted: Record<string, number> = {};
  for (const answer of answers) {
    const code = answer.ok ? 'ok' : answer.error.code;
    counted[code] = (counted[code] ?? 0) + 1;
  }
  return counted;
};

const shuffled = <T>(items: readonly T[]): readonly T[] =>
  items
    .map((item, at) => ({ item, rank: (at * 7919) % 1009 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);

const times = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => make(n));

describe('nobody holds two cards', patience, () => {
  it('not after a thousand attempts at once, and each is refused for the right reason', async () => {
    const { scene, ports, waiting, several, issue, heldBy, everything } = await open();
    const first = await waiting('bestari', one);
    expect(await issue(first, 'first')).toMatchObject({ ok: true, value: { repeated: false } });
    const [card] = (await ports.cases.find(first.snapshot.id))?.snapshot.products ?? [];
    const seq = (await ports.cases.find(first.snapshot.id))?.snapshot.seq ?? 0;
    const others = [
      ...(await several(30, 'bestari', one)),
      ...(await several(30, 'pendalungan', one)),
      ...(await several(20, 'bestari', sameHead)),
      ...(await several(20, 'pendalungan', sameFamilyCard)),
    ];
    const lock = { group, index: await ports.vault.index('familyCardNumber', one.familyCardNumber ?? '') };

    const second = others.flatMap((record, n) =>
      times(8, (attempt) => () => issue(record, attempt % 2 === 0 ? undefined : `again-${n}-${attempt % 4}`)),
    );
    const again = times(60, () => () => issue(first, 'first'));
    const lost = times(
      60,
      () => () =>
        makeChangeProduct(ports)({
          member: scene.staff.backOffice,
          caseId: first.snapshot.id,
          product: card?.id ?? '',
          action: 'replace-lost',
          expectedSeq: seq,
        }),
    );
    const imports = times(
      80,
      (n) => () => ports.products.saveImported(anImportedProduct(n), { acquire: [lock], release: [] }),
    );
    const kindsOfAttempt = { second, again, lost, imports };
    expect(Object.values(kindsOfAttempt).flat()).toHaveLength(1000);

    const answers = new Map<string, Answer[]>();
    const attempts = Object.entries(kindsOfAttempt).flatMap(([name, calls]) =>
      calls.map((call) => async () => {
        const answer: Answer = await call();
        answers.set(name, [...(answers.get(name) ?? []), answer]);
      }),
    );
    await Promise.all(shuffled(attempts).map((attempt) => attempt()));

    expect(codes(answers.get('second') ?? [])).toEqual({ 'product-already-held': 800 });
    expect(codes(answers.get('again') ?? [])).toEqual({ ok: 60 });
    expect(codes(answers.get('lost') ?? [])).toEqual({ ok: 1, 'case-changed': 59 });
    expect(codes(answers.get('imports') ?? [])).toEqual({ 'lock-taken': 80 });

    const now = await everything();
    expectWholeRegisters(now);
    const inForce = now.known.filter(({ state }) => isInForce(state));
    expect(inForce).toMatchObject([{ replaces: card?.id, state: 'provisional' }]);
    expect(await heldBy('nik', one.nik ?? '')).toBe(inForce[0]?.id);
    expect(await heldBy('familyCardNumber', one.familyCardNumber ?? '')).toBe(inForce[0]?.id);
  });

  it('not when fifty cases of a household are decided at once: one of them gets the card', async () => {
    const { several, issue, everything } = await open();
    const cases = [
      ...(await several(20, 'bestari', one)),
      ...(await several(20, 'pendalungan', one)),
      ...(await several(10, 'pendalungan', sameHead)),
    ];
    const answers = await Promise.all(shuffled(cases).map((record) => issue(record)));
    expect(codes(answers)).toEqual({ ok: 1, 'product-already-held': 49 });
    const now = await everything();
    expectWholeRegisters(now);
    expect(now.known).toHaveLength(1);
  });

  it('and people who hold none are kept from nothing: households at once get numbers without a gap', async () => {
    const { waiting, issue, everything } = await open();
    const cases: CaseRecord[] = [];
    for (let n = 1; n <= 24; n += 1) cases.push(await waiting('bestari', household(testPerson(n))));
    const answers = await Promise.all(cases.map((record) => issue(record)));
    expect(codes(answers)).toEqual({ ok: 24 });
    const now = await everything();
    expectWholeRegisters(now);
    expect(now.known.map(({ number }) => number).sort()).toEqual(
      times(24, (n) => `BST-2026-${String(n + 1).padStart(6, '0')}`),
    );
  });

  it('not while a card is taken away and another issued at the same moment', async () => {
    const { scene, ports, waiting, several, issue, heldBy, everything } = await open();
    let passedOn = 0;
    let holder = await waiting('bestari', one);
    expect((await issue(holder)).ok).toBe(true);
    for (let round = 0; round < (deep ? 100 : 12); round += 1) {
      const hopeful = [...(await several(3, 'bestari', one)), ...(await several(3, 'pendalungan', sameHead))];
      const seq = (await ports.cases.find(holder.snapshot.id))?.snapshot.seq ?? 0;
      const [withdrawn, ...answers] = await Promise.all([
        makeInterruptCase(ports)({
          member: scene.staff.frontOffice,
          caseId: holder.snapshot.id,
          interruption: 'withdraw-at-counter',
          note: 'Atas permintaan pemohon.',
          expectedSeq: seq,
        }),
        ...hopeful.flatMap((record) => [issue(record), issue(record)]),
      ]);
      expect(withdrawn.ok).toBe(true);
      const won = answers.filter((answer) => answer.ok).length;
      expect(won).toBeLessThanOrEqual(1);
      const { ok = 0, 'case-changed': changed = 0, 'product-already-held': held = 0 } = codes(answers);
      expect(ok + changed + held).toBe(answers.length);
      // The same case asked for twice: the second asks from a state that is gone.
      expect(changed).toBeLessThanOrEqual(won);
      passedOn += won;
      const now = await everything();
      expectWholeRegisters(now);
      const inForce = now.known.filter(({ state }) => isInForce(state));
      expect(inForce).toHaveLength(won);
      expect(await heldBy('nik', one.nik ?? '')).toBe(inForce[0]?.id);
      // A pendalungan card ends its case; the next round needs a holder that can still withdraw.
      const next = await nextHolder(ports, hopeful);
      if (next) holder = next;
      else {
        await release(scene, ports, hopeful);
        holder = await waiting('bestari', one);
        expect((await issue(holder)).ok).toBe(true);
      }
    }
    expect(passedOn).toBeGreaterThan(0);
  });
});

type RacePorts = Opened['ports'];

/** The case of this round that holds a card and still runs. */
const nextHolder = async ({ cases }: RacePorts, hopeful: readonly CaseRecord[]) => {
  for (const { snapshot } of hopeful) {
    const record = await cases.find(snapshot.id);
    const holds = record?.snapshot.products.some(({ state }) => isInForce(state));
    if (record && holds && !record.snapshot.ended) return record;
  }
  return undefined;
};

/** Takes the card of an ended case of this round back. */
const release = async ({ staff }: Opened['scene'], ports: RacePorts, hopeful: readonly CaseRecord[]) => {
  for (const { snapshot } of hopeful) {
    const record = await ports.cases.find(snapshot.id);
    const card = record?.snapshot.products.find(({ state }) => isInForce(state));
    if (!record || !card) continue;
    const taken = await makeChangeProduct(ports)({
      member: staff.backOffice,
      caseId: snapshot.id,
      product: card.id,
      action: 'given-back',
      expectedSeq: record.snapshot.seq,
    });
    expect(taken.ok).toBe(true);
  }
};
