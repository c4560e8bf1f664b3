import { expect, it } from 'vitest';
import { takeTurn } from './turns.ts';
import { openTurns } from './turns-given.ts';

it('gives a place to one after the other, in the order they came, and other places meanwhile', async () => {
  const turns = await openTurns();
  const had: string[] = [];
  const firstEnds = await takeTurn(turns.port, 'kota-uji');
  const later = ['second', 'third'].map(async (name) => {
    const end = await takeTurn(turns.port, 'kota-uji');
    had.push(name);
    end();
  });
  (await takeTurn(turns.port, 'kab-uji'))();
  expect(had).toEqual([]);
  firstEnds();
  await Promise.all(later);
  expect(had).toEqual(['second', 'third']);
  turns.close();
});
