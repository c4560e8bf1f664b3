import { describe, expect, it } from 'vitest';
import {
  closedMinutes,
  forgiven,
  type Guesses,
  guessesAtMost,
  guessesOfAll,
  hasGuessed,
  isClosed,
  withGuess,
} from './guesses.ts';

const minute = 60_000;
const home = 'home';
const guessed = (times: number, from = home, at = 0, before?: Guesses): Guesses | undefined =>
  Array.from({ length: times }).reduce<Guesses | undefined>((all) => withGuess(all, from, at), before);

/** Guesses from so many places, as many from each as count. */
const fromPlaces = (places: number, each = guessesAtMost): Guesses | undefined =>
  Array.from({ length: places }, (_, n) => `place-${n}`).reduce<Guesses | undefined>(
    (all, from) => guessed(each, from, 0, all),
    undefined,
  );

describe('a ticket whose secret is guessed', () => {
  it('stays open for a few guesses and is closed by the next', () => {
    for (let times = 0; times < guessesAtMost; times += 1)
      expect(isClosed(guessed(times), home, 0)).toBe(false);
    expect(isClosed(guessed(guessesAtMost), home, 0)).toBe(true);
  });

  it('is closed to the place that guessed and to no other', () => {
    const guesses = guessed(1000, 'stranger');
    expect(isClosed(guesses, 'stranger', 0)).toBe(true);
    expect(isClosed(guesses, home, 0)).toBe(false);
    expect(guesses?.count).toBe(guessesAtMost);
  });

  it('is closed to everybody by guesses from many places, and takes no more than those', () => {
    const enough = guessesOfAll / guessesAtMost;
    expect(isClosed(fromPlaces(enough - 1), home, 0)).toBe(false);
    const guesses = fromPlaces(enough);
    expect(isClosed(guesses, home, 0)).toBe(true);
    expect(guessed(1, 'one-more', 0, guesses)).toBe(guesses);
    expect(isClosed(guesses, home, closedMinutes * minute)).toBe(false);
  });

  it('is not closed to its owner by two places that take turns, however long they go on', () => {
    let guesses: Guesses | undefined;
    for (let now = 0; now < 24 * 60; now += 5) {
      const from = (now / 5) % 2 === 0 ? 'phone' : 'line';
      guesses = guessed(guessesAtMost, from, now * minute, guesses);
      expect(isClosed(guesses, home, now * minute)).toBe(false);
    }
  });

  it('is closed for as long by the last of too many, however slowly they came', () => {
    const guesses = Array.from({ length: guessesOfAll }).reduce<Guesses | undefined>(
      (all, _, n) => withGuess(all, `place-${n}`, n * 5_000),
      undefined,
    );
    const last = (guessesOfAll - 1) * 5_000;
    expect(isClosed(guesses, home, last + closedMinutes * minute - 1)).toBe(true);
    expect(isClosed(guesses, home, last + closedMinutes * minute)).toBe(false);
  });

  it('is bounded also where everybody guesses once, and keeps no endless list of them', () => {
    const guesses = fromPlaces(10_000, 1);
    expect(guesses?.count).toBe(guessesOfAll);
    expect(isClosed(guesses, home, 0)).toBe(true);
    expect(JSON.stringify(guesses).length).toBeLessThan(3000);
  });

  it('opens again after some minutes, also when somebody goes on guessing meanwhile', () => {
    let guesses = guessed(guessesAtMost);
    for (let now = 0; now < closedMinutes; now += 1) {
      expect(isClosed(guesses, home, now * minute)).toBe(true);
      guesses = withGuess(guesses, home, now * minute);
    }
    expect(isClosed(guesses, home, closedMinutes * minute)).toBe(false);
  });

  it('forgets guesses that are long ago', () => {
    const later = closedMinutes * minute;
    expect(withGuess(guessed(guessesAtMost), home, later)).toEqual({
      ...{ count: 1, at: later },
      places: [{ from: home, count: 1, at: later }],
    });
    expect(withGuess(guessed(4), home, minute).count).toBe(5);
    expect(withGuess(guessed(4, 'stranger'), home, later).places.map(({ from }) => from)).toEqual([home]);
  });

  it('begins anew for who proved the secret, and for nobody else', () => {
    const both = guessed(4, 'stranger', 0, guessed(4));
    if (both === undefined) throw new Error('nothing was counted');
    const after = forgiven(both, home);
    expect(hasGuessed(after, home)).toBe(false);
    expect(isClosed(guessed(4, home, 0, after), home, 0)).toBe(false);
    expect(isClosed(guessed(1, 'stranger', 0, after), 'stranger', 0)).toBe(true);
    expect(after.count).toBe(8);
  });
});
