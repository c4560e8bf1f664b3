// An operation of an API: one entry per route. Routes, clients, OpenAPI and the access matrix are made from these.
import type * as z from 'zod/mini';

/**
 * How a request that is sent again (a lost answer, a second tap) comes to be done once; decision 0109.
 * - with-the-case: the transaction that changes the case carries the request's key; the answer is the case as it is now.
 * - recorded: the one transaction carries the key; the answer of the first time is kept and given again.
 * - resumed: several transactions, none of which does anything twice; the first carries the key, and a repeat of what was
 *   left halfway goes on where it stopped.
 * - by-identity: the request names what it makes or where it leads (a row of a file, a filing that is sent); done again it
 *   finds that done. It takes no key.
 * - each-time: changes nothing; where a look leaves a trace, every look leaves its own. It takes no key.
 */
export type Repeats = 'with-the-case' | 'recorded' | 'resumed' | 'by-identity' | 'each-time';

interface Read {
  readonly method: 'GET';
  readonly repeats?: never;
  readonly takesAway?: never;
}

interface Change {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  /** In kebab-case, as in the route table: an act is known by it for good. */
  readonly name: string;
  readonly repeats: Repeats;
  /** What its path names is gone afterwards: that a repeat does not find it, says nothing of who may. */
  readonly takesAway?: true;
}

interface Shape<
  Params extends z.ZodMiniType,
  Query extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  Response extends z.ZodMiniType,
> {
  /** With `:name` for each parameter. */
  readonly path: string;
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly response: Response;
}

export type Operation<
  Params extends z.ZodMiniType = z.ZodMiniType,
  Query extends z.ZodMiniType = z.ZodMiniType,
  Body extends z.ZodMiniType = z.ZodMiniType,
  Response extends z.ZodMiniType = z.ZodMiniType,
> = Shape<Params, Query, Body, Response> & (Read | Change);

export const operation = <
  P extends z.ZodMiniType,
  Q extends z.ZodMiniType,
  B extends z.ZodMiniType,
  R extends z.ZodMiniType,
>(
  definition: Operation<P, Q, B, R>,
): Operation<P, Q, B, R> => definition;

const withKey: ReadonlySet<Repeats> = new Set(['with-the-case', 'recorded', 'resumed']);

/** Whether it is refused without an idempotency key. */
export const needsKey = ({ repeats }: Pick<Operation, 'repeats'>): boolean =>
  repeats !== undefined && withKey.has(repeats);
