// What every register of issued products promises, together with the cases that issue them.
import type { CaseChange, CaseStore } from '@layan/application/ports/cases';
import type { ProductStore } from '@layan/application/ports/products';
import { describe, expect, it } from 'vitest';
import { aFiledCase, aNextChange } from '../builders/a-case.ts';
import { anImportedProduct, aPlace, aProduct, productIdOf } from '../builders/a-product.ts';
import { AGENCY, caseIdOf, minute } from '../builders/ids.ts';

export interface ProductStores {
  readonly cases: CaseStore;
  readonly products: ProductStore;
}

type Open = () => Promise<ProductStores>;

const done = { ok: true, value: undefined };
const refused = (code: string, more: object = {}) => ({ ok: false, error: { code, ...more } });
const register = { agency: AGENCY, product: 'card', year: 2026 };
const lockOf = (n: number, index = 'holder') => ({
  group: 'assistance-card',
  index,
  productId: productIdOf(n),
});

/** Case n issues product n under number n. */
const issuing = (n: number, extra: Partial<CaseChange> = {}): CaseChange => ({
  ...aFiledCase(n, {}, { products: [aProduct(n)], places: [aPlace(n)] }),
  ...extra,
});

export function productStoreContract(name: string, open: Open): void {
  describe(`product store: ${name}`, () => {
    registers(open);
    holders(open);
    imported(open);
    prints(open);
  });
}

function registers(open: Open) {
  it('knows nothing before anything is issued', async () => {
    const { products } = await open();
    expect(await products.find(productIdOf(1))).toBeUndefined();
    expect(await products.lastPlace(register)).toBe(0);
    expect(await products.register({ ...register, limit: 5 })).toEqual({ rows: [] });
    expect(await products.findByNumber({ ...register, number: '000001/2026' })).toBeUndefined();
    expect(await products.findHeld('assistance-card', 'holder')).toBeUndefined();
  });

  it('finds a product by id and by number, as its case left it', async () => {
    const { cases, products } = await open();
    const first = issuing(1);
    expect(await cases.commit(first)).toEqual(done);
    expect(await products.find(productIdOf(1))).toEqual(aProduct(1));
    expect(await products.findByNumber({ ...register, number: '000001/2026' })).toBe(productIdOf(1));
    const revoked = aProduct(1, { state: 'revoked', changedAt: minute(9) });
    expect(await cases.commit(aNextChange(first.after, {}, { products: [revoked] }))).toEqual(done);
    expect(await products.find(productIdOf(1))).toEqual(revoked);
    expect(await products.lastPlace(register)).toBe(1);
  });

  it('gives a number to one product only, and writes nothing of the second', async () => {
    const { cases, products } = await open();
    await cases.commit(issuing(1));
    const second = issuing(2, { products: [aProduct(2)], places: [{ ...aPlace(2), sequence: 1 }] });
    expect(await cases.commit(second)).toEqual(refused('number-taken'));
    expect(await products.find(productIdOf(2))).toBeUndefined();
    expect(await cases.find(caseIdOf(2))).toBeUndefined();
    expect(await cases.commit(issuing(2))).toEqual(done);
    expect(await products.lastPlace(register)).toBe(2);
  });

  it('numbers each agency, product and year for itself', async () => {
    const { cases, products } = await open();
    const other = { ...aPlace(2), sequence: 1, product: 'letter', number: '1' };
    const later = { ...aPlace(3), sequence: 1, year: 2027, number: '000001/2027' };
    for (const place of [aPlace(1), other, later]) {
      const n = Number(place.id.slice(1));
      expect(await cases.commit(issuing(n, { places: [place] }))).toEqual(done);
    }
    expect(await products.lastPlace(register)).toBe(1);
    expect(await products.lastPlace({ ...register, product: 'letter' })).toBe(1);
    expect(await products.lastPlace({ ...register, year: 2027 })).toBe(1);
    expect(await products.lastPlace({ ...register, year: 2028 })).toBe(0);
  });

  it('counts on where numbers grow longer', async () => {
    const { cases, products } = await open();
    for (const n of [9, 10, 99, 100, 1000])
      await cases.commit(issuing(n, { places: [{ ...aPlace(n), sequence: n }] }));
    expect(await products.lastPlace(register)).toBe(1000);
  });

  it('shows a register newest first, page by page', async () => {
    const { cases, products } = await open();
    for (const n of [1, 2, 3, 4, 5]) await cases.commit(issuing(n));
    const sequences = [];
    let after: string | undefined;
    do {
      const page = await products.register({ ...register, limit: 2, ...(after && { after }) });
      sequences.push(page.rows.map(({ sequence }) => sequence));
      after = page.next;
    } while (after !== undefined);
    expect(sequences).toEqual([[5, 4], [3, 2], [1]]);
    const [newest] = (await products.register({ ...register, limit: 1 })).rows;
    expect(newest).toEqual({ id: productIdOf(5), number: '000005/2026', sequence: 5 });
  });
}

function holders(open: Open) {
  it('tells which product a holder has, and who asks for a second one', async () => {
    const { cases, products } = await open();
    const first = issuing(1, { acquire: [lockOf(1)] });
    expect(await cases.commit(first)).toEqual(done);
    expect(await products.findHeld('assistance-card', 'holder')).toBe(productIdOf(1));
    expect(await products.findHeld('assistance-card', 'somebody')).toBeUndefined();
    const held = refused('lock-taken', { group: 'assistance-card', heldBy: productIdOf(1) });
    expect(await cases.commit(issuing(2, { acquire: [lockOf(2)] }))).toEqual(held);
    // The holder is the lasting reason, the number only a passing one.
    const both = issuing(2, { acquire: [lockOf(2)], places: [aPlace(1, { id: productIdOf(2) })] });
    expect(await cases.commit(both)).toEqual(held);
  });

  it('lets a replacement keep the lock and point it to itself', async () => {
    const { cases, products } = await open();
    const first = issuing(1, { acquire: [lockOf(1)] });
    await cases.commit(first);
    const places = [aPlace(2)];
    const copies = [aProduct(1, { state: 'revoked' }), aProduct(2)];
    const replaced = aNextChange(first.after, {}, { places, products: copies, acquire: [lockOf(2)] });
    expect(await cases.commit(replaced)).toEqual(done);
    expect(await products.findHeld('assistance-card', 'holder')).toBe(productIdOf(2));
    expect(await cases.commit(issuing(3, { acquire: [lockOf(3)] }))).toEqual(
      refused('lock-taken', { group: 'assistance-card', heldBy: productIdOf(2) }),
    );
  });
}

function imported(open: Open) {
  it('takes a product over once, with its number and its holder', async () => {
    const { cases, products } = await open();
    const first = anImportedProduct(1);
    const change = { acquire: [lockOf(1)], release: [] };
    expect(await products.saveImported(first, change)).toEqual(done);
    expect(await products.find(productIdOf(1))).toEqual(first);
    expect(await products.findByNumber({ ...register, number: 'LAMA-1' })).toBe(productIdOf(1));
    expect((await products.register({ ...register, year: 'imported', limit: 9 })).rows).toEqual([
      { id: productIdOf(1), number: 'LAMA-1', sequence: 0 },
    ]);
    expect(await products.saveImported(first, change)).toEqual(refused('changed-meanwhile'));
    const same = anImportedProduct(2, { number: 'LAMA-1' });
    expect(await products.saveImported(same, { acquire: [], release: [] })).toEqual(refused('number-taken'));
    expect(await products.saveImported(anImportedProduct(3), change)).toEqual(
      refused('lock-taken', { group: 'assistance-card', heldBy: productIdOf(1) }),
    );
    expect(await products.find(productIdOf(3))).toBeUndefined();
    expect(await cases.commit(issuing(4, { acquire: [lockOf(4)] }))).toEqual(
      refused('lock-taken', { group: 'assistance-card', heldBy: productIdOf(1) }),
    );
  });

  it('changes it by revision, and frees its holder', async () => {
    const { cases, products } = await open();
    await products.saveImported(anImportedProduct(1), { acquire: [lockOf(1)], release: [] });
    const revoked = anImportedProduct(1, { state: 'revoked' }, 2);
    const free = { acquire: [], release: [lockOf(1)] };
    expect(await products.saveImported(revoked, { ...free, before: 1 })).toEqual(done);
    expect(await products.saveImported(revoked, { ...free, before: 1 })).toEqual(
      refused('changed-meanwhile'),
    );
    expect(await products.find(productIdOf(1))).toEqual(revoked);
    expect(await cases.commit(issuing(2, { acquire: [lockOf(2)] }))).toEqual(done);
  });

  it('does not count it among the numbers that are given out', async () => {
    const { products } = await open();
    await products.saveImported(anImportedProduct(7), { acquire: [], release: [] });
    expect(await products.lastPlace(register)).toBe(0);
  });

  it('refuses to change on its own what a case has issued', async () => {
    const { cases, products } = await open();
    await cases.commit(issuing(1));
    await expect(products.saveImported(aProduct(1), { acquire: [], release: [] })).rejects.toThrow(
      'belongs to a case',
    );
    expect(await products.saveImported(anImportedProduct(1), { acquire: [], release: [] })).toEqual(
      refused('changed-meanwhile'),
    );
  });
}

function prints(open: Open) {
  it('counts the copies of each product apart from its downloads, also when several are printed at once', async () => {
    const { products } = await open();
    const print = { id: productIdOf(1), at: minute(1), by: 'staff-1', layout: 'card' };
    const counts = await Promise.all([print, print, print].map((one) => products.notePrint(one)));
    expect(counts.toSorted()).toEqual([1, 2, 3]);
    expect(await products.notePrint({ ...print, id: productIdOf(2) })).toBe(1);
    expect(await products.notePrint({ ...print, downloaded: true })).toBe(1);
    expect(await products.notePrint(print)).toBe(4);
  });
}
