import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeGetCase } from '../case/get-case.ts';
import { makeListInbox } from '../case/list-inbox.ts';
import type { Ports } from '../ports/surroundings.ts';
import { makeClosePractice } from './close-practice.ts';
import { makeEnterPractice } from './enter-practice.ts';
import { fillPractice } from './fill-practice.ts';
import { makeGetPractice } from './get-practice.ts';
import { makeOpenPractice } from './open-practice.ts';

let scene: Awaited<ReturnType<typeof ultpkScene>>;
beforeEach(async () => {
  scene = await ultpkScene();
});

const inPractice = async (): Promise<Ports> => {
  const { clock, random } = scene.ports;
  return { ...valueIn(await makeEnterPractice(scene.ports)()), clock, random };
};
const open = () => makeOpenPractice(scene.ports)({ member: scene.staff.manager });
const inboxOf = (ports: Ports) =>
  makeListInbox(ports)({ member: scene.staff.frontOffice, role: 'frontOffice' });

describe('the practice space', () => {
  it('is closed until a manager opens it', async () => {
    const { manager, frontOffice } = scene.staff;
    expect(await makeEnterPractice(scene.ports)()).toEqual({ ok: false, error: { code: 'practice-closed' } });
    expect(valueIn(await makeGetPractice(scene.ports)({ member: frontOffice })).state).toBe('closed');
    const refused = await makeOpenPractice(scene.ports)({ member: frontOffice });
    expect(refused).toMatchObject({ ok: false, error: { code: 'role-missing' } });
    expect(valueIn(await open())).toMatchObject({ state: 'open', by: manager.name, filed: 6 });
  });

  it('begins with invented people in the inbox, and nobody of them in the real one', async () => {
    await open();
    const { rows } = valueIn(await inboxOf(await inPractice()));
    expect(rows).toHaveLength(6);
    expect(rows.map(({ applicant }) => applicant)).toContain('Warga Latihan 1');
    expect(valueIn(await inboxOf(scene.ports)).rows).toEqual([]);
    expect(scene.ports.table.cases.size).toBe(0);
  });

  it('does not know a real case, nor the real agency a practised one', async () => {
    await open();
    const practice = await inPractice();
    const [row] = valueIn(await inboxOf(practice)).rows;
    const member = scene.staff.frontOffice;
    if (!row) throw new Error('no case');
    expect((await makeGetCase(practice)({ member, caseId: row.caseId })).ok).toBe(true);
    expect(await makeGetCase(scene.ports)({ member, caseId: row.caseId })).toMatchObject({
      error: { code: 'case-not-found' },
    });
    const real = await scene.file(1);
    const { caseId } = [...scene.ports.table.statuses.values()].map(({ status }) => status)[0] ?? {};
    if (!caseId) throw new Error(`no case of ${real.ticket}`);
    expect(await makeGetCase(practice)({ member, caseId })).toMatchObject({
      error: { code: 'case-not-found' },
    });
  });

  it('numbers nothing that could be taken for real', async () => {
    await open();
    const practice = await inPractice();
    const [service] = await practice.standards.list();
    if (!service?.published) throw new Error('no service');
    const { standard } = await practice.standards.getPinned(service.published);
    const patterns = standard.process.products.map(({ numbering }) => numbering?.pattern);
    expect(patterns).toHaveLength(2);
    for (const pattern of patterns) expect(pattern).toMatch(/^LATIHAN-/);
  });

  it('is empty again when it is begun anew, and closed to everybody when it is closed', async () => {
    await open();
    const before = await inPractice();
    const [gone] = valueIn(await inboxOf(before)).rows;
    await open();
    const member = scene.staff.frontOffice;
    if (!gone) throw new Error('no case');
    expect(await makeGetCase(await inPractice())({ member, caseId: gone.caseId })).toMatchObject({
      error: { code: 'case-not-found' },
    });
    const closed = await makeClosePractice(scene.ports)({ member: scene.staff.manager });
    expect(valueIn(closed).state).toBe('closed');
    expect((await makeEnterPractice(scene.ports)()).ok).toBe(false);
  });

  it('is opened by one of two managers who try at the same moment', async () => {
    const results = await Promise.all([open(), open()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('never fills anything real', async () => {
    await expect(fillPractice(scene.ports)).rejects.toThrow('practice');
  });
});
