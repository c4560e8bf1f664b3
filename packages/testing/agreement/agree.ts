// Two stores agree when they answer the same calls alike, and then show the same.
import { expect } from 'vitest';
import { aPlace, productIdOf } from '../builders/a-product.ts';
import { AGENCY, caseIdOf, minute, staffIdOf, ticketOf } from '../builders/ids.ts';
import type { Call, History, Stores, Turn } from './turns.ts';

const each = <T>(ask: (n: number) => Promise<T>) => Promise.all([1, 2, 3].map(ask));

const register = { agency: AGENCY, product: 'card', year: 2026 };

/** Everything that can be asked about everything that turns can make. */
const readAll: Call = async ({ cases, filings, products }) => ({
  files: await each((n) => cases.findFile(caseIdOf(n))),
  statuses: await each((n) => cases.findStatus(ticketOf(n))),
  filings: await each((n) => filings.find(caseIdOf(n))),
  answers: await each((n) => cases.findIdempotent(`key-${n}`)),
  held: await each((n) => cases.heldBy(staffIdOf(n))),
  products: await each((n) => products.find(productIdOf(n))),
  numbers: await each((n) => products.findByNumber({ ...register, number: aPlace(n).number })),
  register: await products.register({ ...register, limit: 2 }),
  imported: await products.register({ ...register, year: 'imported', limit: 2 }),
  last: await products.lastPlace(register),
  holders: await Promise.all(['a', 'b'].map((index) => products.findHeld('card', index))),
  due: await cases.due({ until: minute(50), limit: 2 }),
  inboxes: await Promise.all(
    ['front-office', 'back-office'].map(async (role) => {
      const query = { agency: AGENCY, role, limit: 2 };
      const first = await cases.inbox(query);
      return [first, await cases.inbox({ ...query, after: first.next ?? '' })];
    }),
  ),
});

async function answerOf(call: Call, stores: Stores): Promise<unknown> {
  try {
    return await call(stores);
  } catch {
    // Both refuse what only a bug asks for; their words may differ.
    return 'threw';
  }
}

const isOk = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;

/** What each answer was, so that a test can see that it met more than successes. */
export async function expectAgreement(
  one: Stores,
  other: Stores,
  sequence: readonly Turn[],
): Promise<readonly unknown[]> {
  const history: History = new Map();
  const answers: unknown[] = [];
  for (const turn of sequence) {
    const { call, succeeded } = turn.take(history);
    const answer = await answerOf(call, one);
    expect(await answerOf(call, other)).toEqual(answer);
    if (isOk(answer)) succeeded?.();
    answers.push(answer);
  }
  expect(await readAll(other)).toEqual(await readAll(one));
  return answers;
}
