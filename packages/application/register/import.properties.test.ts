import { isInForce } from '@layan/domain/product/product-state';
import type { RegisterCells } from '@layan/domain/register/register-fields';
import { oldCard, takeOver } from '@layan/testing/scenes/old-register';
import { ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import fc from 'fast-check';
import { expect, it } from 'vitest';

type Scene = Awaited<ReturnType<typeof ultpkScene>>;

const registerOf = ({ memory }: Scene): readonly string[] =>
  [...memory.table.products.values()]
    .map(({ product, number, state }) => `${product} ${number} ${state}`)
    .sort();

const runs = { numRuns: 25 };

/** A file, the order in which it is read the second time, and how many rows go at once. */
const order = (rows: fc.Arbitrary<RegisterCells[]>) =>
  rows.chain((file) =>
    fc.record({
      file: fc.constant(file),
      again: fc.shuffledSubarray(file, { minLength: file.length }),
      first: fc.integer({ min: 1, max: 7 }),
      second: fc.integer({ min: 1, max: 7 }),
    }),
  );

const households = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 })
  .chain((people) =>
    fc.tuple(
      ...people.map((n) =>
        fc
          .constantFrom<RegisterCells>(
            {},
            { state: 'tidak berlaku' },
            { nik: '' },
            { nik: '', familyCardNumber: '' },
          )
          .map((changes) => oldCard(n, changes)),
      ),
    ),
  );

it('gives the same register in whatever order and portions a file is read, once or again', async () => {
  await fc.assert(
    fc.asyncProperty(order(households), async ({ file, again, first, second }) => {
      const one = await ultpkScene();
      await takeOver(one, file, { atOnce: first });
      const other = await ultpkScene();
      await takeOver(other, again, { atOnce: second });
      expect(registerOf(other)).toEqual(registerOf(one));
      const repeated = await takeOver(one, again, { atOnce: second, fingerprint: 'b'.repeat(64) });
      expect(new Set(repeated.outcomes)).toEqual(new Set(['unchanged']));
      expect(registerOf(other)).toEqual(registerOf(one));
    }),
    runs,
  );
});

/** Cards of few people under few numbers: everything that can collide does. */
const muddle = fc.array(
  fc
    .record({
      n: fc.integer({ min: 1, max: 4 }),
      number: fc.integer({ min: 1, max: 5 }),
      kind: fc.constantFrom('Bestari', 'Pendalungan'),
    })
    .map(({ n, number, kind }) => oldCard(n, { number: `L-${number}`, product: kind })),
  { minLength: 1, maxLength: 15 },
);

it('never leaves two cards in force with one family, whatever the file says', async () => {
  await fc.assert(
    fc.asyncProperty(order(muddle), async ({ file, again, first, second }) => {
      const scene = await ultpkScene();
      await takeOver(scene, file, { atOnce: first });
      await takeOver(scene, again, { atOnce: second, fingerprint: 'b'.repeat(64) });
      const inForce = [...scene.memory.table.products.values()].filter(({ state }) => isInForce(state));
      const owners = [...scene.memory.table.locks.values()].map(({ productId }) => productId).sort();
      // NIK and family card of each person point to the one card.
      expect(owners).toEqual(inForce.flatMap(({ id }) => [id, id]).sort());
      expect(inForce.length).toBeLessThanOrEqual(4);
    }),
    runs,
  );
});
