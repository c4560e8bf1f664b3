import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { OTHER_AGENCY } from '@layan/testing/builders/ids';
import { testPerson } from '@layan/testing/builders/people';
import { oldCard, takeOver } from '@layan/testing/scenes/old-register';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../ports/staff.ts';
import { makeFindDuplicates } from './find-duplicates.ts';

const open = async () => {
  const scene = await ultpkScene();
  const find = async (entered: Record<string, string>, member: Membership = scene.staff.frontOffice) =>
    valueIn(await makeFindDuplicates(scene.ports)({ member, standard: ultpk.id, entered }));
  return { ...scene, find };
};

describe('a person at the counter', () => {
  it('is told who saw their case, once for each time that it was shown', async () => {
    const { find, file, ports, staff } = await open();
    const { caseId } = await file(1);
    const other = await file(2);
    const { nik, familyCardNumber } = testPerson(1);
    await find({ nik, familyCardNumber });
    const { id: by } = staff.frontOffice;
    const row = { operation: 'find-duplicates', by, times: 1 };
    expect(await ports.reads.list(caseId)).toMatchObject([row]);
    expect(await ports.reads.list(other.caseId)).toEqual([]);
  });

  it('who holds a card of an old register, which belongs to no case, is told beside the card', async () => {
    const { find, ports, staff } = await open();
    await takeOver({ ports, staff }, [oldCard(1)]);
    const { nik, familyCardNumber } = testPerson(1);
    const [held] = await find({ nik, familyCardNumber });
    expect(held).toMatchObject({ kind: 'heldProduct', number: oldCard(1).number });
    const { agency } = staff.frontOffice;
    const register = { agency, product: 'bestari-card', year: 'imported' as const, limit: 9 };
    const [card] = (await ports.products.register(register)).rows;
    expect(await ports.reads.list(card?.id ?? '')).toMatchObject([{ operation: 'find-duplicates' }]);
  });

  it('who is known nowhere brings no hint', async () => {
    const { find, file } = await open();
    await file(1);
    const { nik, familyCardNumber } = testPerson(2);
    expect(await find({ nik, familyCardNumber })).toEqual([]);
  });

  it('with an open case is named by its ticket, whichever number tells', async () => {
    const { find, file } = await open();
    const { caseId, ticket } = await file(1);
    const { nik, familyCardNumber } = testPerson(1);
    const hint = { kind: 'openCase', service: ultpk.shortTitle, ticket, caseId };
    expect(await find({ nik })).toEqual([hint]);
    expect(await find({ familyCardNumber })).toEqual([hint]);
    expect(await find({ nik, familyCardNumber: testPerson(2).familyCardNumber })).toEqual([hint]);
  });

  it('whose family holds a card is told its name and number, with the way to its case', async () => {
    const { find, toIssue, complete, staff } = await open();
    const { caseId } = await toIssue(1);
    valueIn(await complete(staff.backOffice, caseId, 'issue-bestari', 'issue'));
    const found = await find({ familyCardNumber: testPerson(1).familyCardNumber });
    expect(found).toContainEqual(
      expect.objectContaining({ kind: 'heldProduct', label: 'Kartu Bestari', caseId }),
    );
  });

  it('is not told which card of another agency it is', async () => {
    const { find, toIssue, complete, staff, memory } = await open();
    const { caseId } = await toIssue(1);
    valueIn(await complete(staff.backOffice, caseId, 'issue-bestari', 'issue'));
    for (const [id, product] of memory.table.products)
      memory.table.products.set(id, { ...product, agency: OTHER_AGENCY });
    const found = await find({ familyCardNumber: testPerson(1).familyCardNumber });
    expect(found.filter(({ kind }) => kind === 'heldProduct')).toEqual([
      { kind: 'heldProduct', label: 'kartu dari dinas lain' },
    ]);
  });

  it('is not looked up by what cannot be read, nor by anything but identifiers', async () => {
    const { find, file } = await open();
    await file(1);
    const { nik, name } = testPerson(1);
    expect(await find({ nik: nik.slice(0, 15), applicantName: name, address: 'Jalan Uji 1' })).toEqual([]);
  });

  it('is found as it is typed, with spaces', async () => {
    const { find, file } = await open();
    await file(1);
    const spaced = testPerson(1).nik.replace(/(\d{4})/g, '$1 ');
    expect(await find({ nik: spaced })).toHaveLength(1);
  });

  it('whose case has ended brings no hint of it', async () => {
    const { find, file, complete, staff } = await open();
    const { caseId } = await file(1);
    valueIn(
      await complete(staff.frontOffice, caseId, 'initial-verification', 'refer', {
        note: 'Silakan ke puskesmas terdekat.',
      }),
    );
    expect(await find({ nik: testPerson(1).nik })).toEqual([]);
  });
});
