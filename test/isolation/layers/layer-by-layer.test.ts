// Isolation when the code is wrong: each wall between two governments is taken down in turn by a deliberate bug, and the next
// one stops the same attack, by its own refusal. With no wall left it gets through: so it was the walls that stopped it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgedPointer, sessionOfAnotherPortal } from './forged-pointers.ts';
import { anotherAudience, noTenantAtAll, tagWithinAnother } from './forged-sessions.ts';
import { answerThatTellsMore, forgedToken } from './forged-tenants.ts';
import { foreignObject, forgottenFilter, objectWithoutSession, swappedKey } from './forgotten-filters.ts';
import { type Lab, openLab } from './lab.ts';
import { movedToAnotherCase, movedToAnotherField } from './moved-ciphertexts.ts';
import { tableOf } from './table.ts';
import { type Attack, layers, refusalOf, removeWall } from './wall.ts';

const attacks: readonly Attack[] = [
  forgedToken,
  answerThatTellsMore,
  forgottenFilter,
  swappedKey,
  foreignObject,
  objectWithoutSession,
  anotherAudience,
  noTenantAtAll,
  tagWithinAnother,
  movedToAnotherField,
  movedToAnotherCase,
  forgedPointer,
  sessionOfAnotherPortal,
];

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab?.close());

const attemptWithout = async ({ walls, attempt }: Attack, gone: number): Promise<string> => {
  lab.rebuild();
  for (const wall of walls.slice(0, gone)) removeWall(lab, wall);
  lab.begin();
  return attempt(lab).catch((error: unknown) => refusalOf(lab, error));
};

describe.each(attacks)('$name', (attack) => {
  it.each(attack.walls.map((wall, at) => ({ ...wall, at })))(
    'is stopped by $layer when all before it is wrong',
    async ({ at, refuses }) => {
      expect(await attemptWithout(attack, at)).toMatch(refuses);
    },
  );

  it('gets through where nothing is left', async () => {
    expect(await attemptWithout(attack, attack.walls.length)).toMatch(attack.through);
  });
});

describe('the walls', () => {
  it('are each the next one after a bug somewhere, and are written down', async () => {
    console.log(
      `layers: ${attacks.length} attacks, ${attacks.flatMap(({ walls }) => walls).length} walls before them.`,
    );
    const met = new Set(attacks.flatMap(({ walls }) => walls.map(({ layer }) => layer)));
    expect([...met].sort()).toEqual(Object.keys(layers).sort());
    await expect(tableOf(attacks)).toMatchFileSnapshot('../../../infra/security/layers.md');
  });
});
