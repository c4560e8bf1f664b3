// Guesses as they are kept: one text beside the content of the status, so that counting does not touch what the case wrote.
// The same guesses are always the same text, by which the database tells whether others were counted meanwhile.
import type { Guesses } from '@layan/domain/case/guesses';
import * as z from 'zod/mini';

const counted = { count: z.int(), at: z.int() };
const KeptGuesses = z.strictObject({
  ...counted,
  places: z.array(z.strictObject({ ...counted, from: z.string() })),
}) satisfies z.ZodMiniType<Guesses>;

export const guessesIn = (text: string): Guesses => KeptGuesses.parse(JSON.parse(text));

export const guessesText = (guesses: Guesses): string =>
  JSON.stringify({
    count: guesses.count,
    at: guesses.at,
    places: guesses.places.map(({ from, count, at }) => ({ count, at, from })),
  });
