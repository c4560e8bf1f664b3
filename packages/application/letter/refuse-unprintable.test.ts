// A name in a script that letters cannot be printed in is told to who would freeze the letter, and no number is used up.
import { caseSeal } from '@layan/application/sealing/case-seal';
import { indexOf } from '@layan/domain/process/process-index';
import { people, signingScene } from '@layan/testing/scenes/signing-scene';
import { expect, it } from 'vitest';

const initial = ['initial', 'initial'] as const;

async function named(name: string) {
  const scene = await signingScene();
  const id = await scene.drafted(1);
  const record = await scene.found(id);
  const seal = caseSeal(scene.ports.vault, record.key, id);
  const { facts } = indexOf(scene.version.standard.process);
  const snapshot = {
    ...record.snapshot,
    facts: { ...record.snapshot.facts, ...(await seal.sealFacts(facts, { name })) },
  };
  scene.memory.table.cases.set(id, { ...record, snapshot });
  return { scene, id };
}

it('refuses to freeze a letter whose name no face of ours can print, and says which characters', async () => {
  const { scene, id } = await named('Warga 王 Uji');
  expect(await scene.step(id, people.secretary, initial)).toMatchObject({
    ok: false,
    error: { rejection: { code: 'letter-unprintable', facts: ['name'], characters: ['王'] } },
  });
  expect((await scene.found(id)).snapshot.products).toEqual([]);
});

it.each(['Nur’aini', 'Ṣāliḥ', 'S', `Uji ${'Panjang '.repeat(14)}`.trim()])('prints %s', async (name) => {
  const { scene, id } = await named(name);
  await scene.mustStep(id, people.secretary, initial);
  expect(await scene.settle(id)).toMatchObject({ prepared: 1 });
});
