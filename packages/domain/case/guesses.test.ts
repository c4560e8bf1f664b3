import { describe, expect, it } from 'vitest';
import { closedMinutes, type Guesses, guessesAtMost, isClosed, withGuess } from './guesses.ts';

const minute = 60_000;
const guessed = (times: number, at = 0): Guesses | undefined =>
  Array.from({ length: times }).reduce<Guesses | undefined>((before) => withGuess(before, at), undefined);

describe('a ticket whose secret is guessed', () => {
  it('stays open for a few guesses and is closed by the next', () => {
    for (let times = 0; times < guessesAtMost; times += 1) expect(isClosed(guessed(times), 0)).toBe(false);
    expect(isClosed(guessed(guessesAtMost), 0)).toBe(true);
  });

  it('opens again after some minutes, also when somebody goes on guessing meanwhile', () => {
    let guesses = guessed(guessesAtMost);
    for (let now = 0; now < closedMinutes; now += 1) {
      expect(isClosed(guesses, now * minute)).toBe(true);
      guesses = withGuess(guesses, now * minute);
    }
    expect(isClosed(guesses, closedMinutes * minute)).toBe(false);
  });

  it('forgets guesses that are long ago', () => {
    expect(withGuess(guessed(guessesAtMost), closedMinutes * minute)).toEqual({
      count: 1,
      at: closedMinutes * minute,
    });
    expect(withGuess(guessed(4), minute).count).toBe(5);
  });
});
