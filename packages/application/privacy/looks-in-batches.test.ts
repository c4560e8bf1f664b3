// Who read the lines of a batch in clear is told to those whose lines were on the page, and to nobody else.

import type { CaseId } from '@layan/domain/kernel/ids';
import { batchScene, officer, westOperator } from '@layan/testing/scenes/batch-scene';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { expect, it } from 'vitest';
import { makeReadLines } from '../batch/list-lines.ts';
import { whoLooked } from './who-looked.ts';

async function village(proposals: number) {
  const scene = await batchScene();
  const { ports } = scene;
  for (const one of [westOperator, officer]) await ports.staff.save(one, undefined);
  const ids = await scene.proposeAll(1, proposals);
  const batch = await scene.start();
  await scene.fanOut(batch);
  const looks = async (caseId: CaseId) => {
    const [tenant, file] = await Promise.all([ports.directory.find(), ports.cases.findFile(caseId)]);
    if (!tenant || !file) throw new Error('nothing there');
    return (await whoLooked(ports, tenant, file, (fact) => fact)).map(({ what }) => what);
  };
  const read = async (after?: number) =>
    valueIn(await makeReadLines(ports)({ member: westOperator, caseId: batch, after }));
  const caseAt = (position: number) => {
    const caseId = ids[position - 1];
    if (!caseId) throw new Error('no such line');
    return caseId;
  };
  return { ...scene, batch, looks, read, caseAt };
}

it('a page of lines that was read in clear is told to each whose line it showed', async () => {
  const s = await village(3);
  expect(await s.looks(s.caseAt(2))).toEqual([]);
  await s.read();
  for (const position of [1, 2, 3])
    expect(await s.looks(s.caseAt(position))).toEqual(['Membaca daftar secara penuh']);
});

it('lines of other pages, and cases of no batch, were not read', async () => {
  const s = await village(3);
  await s.read(2);
  const later = await s.propose(9);
  expect(await s.looks(s.caseAt(2))).toEqual([]);
  expect(await s.looks(later)).toEqual([]);
  expect(await s.looks(s.caseAt(3))).toEqual(['Membaca daftar secara penuh']);
});
