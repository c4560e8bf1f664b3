// Who may look into cards and take an old register over. A stranger hears the same as for what is not there.
import { operationNeeds } from '@layan/domain/access/operations';
import { CaseId } from '@layan/domain/kernel/ids';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { OTHER_TENANT } from '@layan/testing/builders/a-tenant';
import { oldCard, registerMapping, takeOver } from '@layan/testing/scenes/old-register';
import { ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { makeImportRows } from '../register/import-rows.ts';
import { makeListImportProblems } from '../register/list-import-problems.ts';
import { makeListImports } from '../register/list-imports.ts';
import { makeSettleImportRow } from '../register/settle-import-row.ts';
import { makeStartImport } from '../register/start-import.ts';
import { makeChangeImportedCard } from './change-imported-card.ts';
import { makeFindCard } from './find-card.ts';
import { makeGetCard } from './get-card.ts';
import { makeListRegister } from './list-register.ts';
import { makeListRegisters } from './list-registers.ts';

const operationsOn = (ports: Ports, id: string, importId: string) =>
  ({
    'find-card': (member) => makeFindCard(ports)({ member, text: 'LAMA/0001' }),
    'get-card': (member) => makeGetCard(ports)({ member, id }),
    'change-imported-card': (member) =>
      makeChangeImportedCard(ports)({ member, id, action: 'given-back', revision: 1 }),
    'list-registers': (member) => makeListRegisters(ports)({ member }),
    'list-register': (member) =>
      makeListRegister(ports)({ member, product: 'bestari-card', year: 'imported' }),
    'list-imports': (member) => makeListImports(ports)({ member }),
    'start-import': (member) =>
      makeStartImport(ports)({
        ...{ member, standard: ultpk.id, fileName: 'a.csv', rows: 1, mapping: registerMapping },
        fingerprint: 'f'.repeat(64),
      }),
    'import-rows': (member) =>
      makeImportRows(ports)({ member, importId, from: 1, rows: [{ line: 2, cells: oldCard(1) }] }),
    'list-import-problems': (member) => makeListImportProblems(ports)({ member, importId }),
    'settle-import-row': (member) =>
      makeSettleImportRow(ports)({ member, importId, position: 2, way: 'skip' }),
  }) as const satisfies Record<string, (member: Membership) => Promise<unknown>>;

const open = async () => {
  const scene = await ultpkScene();
  const { record } = await takeOver(scene, [oldCard(1), oldCard(2, { issued: '' })]);
  const [id = ''] = scene.memory.table.products.keys();
  return { ...scene, id, importId: record.id, operations: operationsOn(scene.ports, id, record.id) };
};

const names = [
  'find-card',
  'get-card',
  'change-imported-card',
  'list-registers',
  'list-register',
  'list-imports',
  'start-import',
  'import-rows',
  'list-import-problems',
  'settle-import-row',
] as const;
const managers = names.filter((name) => operationNeeds[name] === 'manager');

const strangersHear: Partial<Record<(typeof names)[number], string>> = {
  'get-card': 'card-not-found',
  'change-imported-card': 'card-not-found',
  'list-register': 'product-not-found',
  'start-import': 'product-not-found',
  'import-rows': 'import-not-found',
  'list-import-problems': 'import-not-found',
  'settle-import-row': 'import-not-found',
};
const unseen = Object.entries(strangersHear);

describe('cards and the old register', () => {
  it.each(names)('%s is not for those whose access has ended', async (name) => {
    const { operations, staff } = await open();
    expect(await operations[name]({ ...staff.manager, state: 'deactivated' })).toEqual({
      ok: false,
      error: { code: 'member-deactivated' },
    });
  });

  it('are taken over by managers alone', async () => {
    expect(managers).toHaveLength(5);
    const { operations, staff } = await open();
    for (const name of managers) {
      expect(await operations[name](staff.backOffice)).toEqual({
        ok: false,
        error: { code: 'role-missing', role: 'serviceManager' },
      });
      expect(await operations[name](staff.manager)).toMatchObject({ ok: true });
    }
  });

  it.each(unseen)('%s tells another agency nothing', async (name, code) => {
    const { operations, staff, memory } = await open();
    const stranger = { ...staff.manager, agency: staff.elsewhere.agency };
    const before = JSON.stringify([...memory.table.products]);
    const operation = Object.entries(operations).find(([one]) => one === name)?.[1];
    expect(await operation?.(stranger)).toEqual({ ok: false, error: { code } });
    expect(JSON.stringify([...memory.table.products])).toBe(before);
  });

  it('are not found by another agency, and nobody is noted for having looked', async () => {
    const { operations, staff, memory, id } = await open();
    const stranger = { ...staff.manager, agency: staff.elsewhere.agency };
    expect(await operations['find-card'](stranger)).toEqual({ ok: true, value: [] });
    expect(await operations['list-registers'](stranger)).toEqual({ ok: true, value: [] });
    expect(await operations['list-imports'](stranger)).toMatchObject({
      value: { services: [], imports: [] },
    });
    expect(await memory.unmaskings.list(CaseId.parse(id))).toEqual([]);
  });

  it('of one tenant are not there for another', async () => {
    const { platform, id, importId } = await open();
    const other = await ultpkScene({ tenant: OTHER_TENANT, platform });
    const operations = operationsOn(other.ports, id, importId);
    for (const name of ['get-card', 'change-imported-card', 'import-rows', 'list-import-problems'] as const) {
      expect(await operations[name](other.staff.manager)).toMatchObject({
        ok: false,
        error: { code: strangersHear[name] },
      });
    }
    expect(await operations['find-card'](other.staff.manager)).toEqual({ ok: true, value: [] });
  });
});
