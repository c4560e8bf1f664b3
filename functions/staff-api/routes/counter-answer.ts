// From what the counter's use cases say to an answer.
import type { CounterError } from '@layan/application/counter/errors';
import { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { counterProblem } from '@layan/http/counter-problems';
import { type ProblemBody, problems } from '@layan/http/problem';

export const answer = <T, A = T>(
  result: Result<T, CounterError>,
  reshape: (value: T) => A,
): Result<A, ProblemBody> => (result.ok ? ok(reshape(result.value)) : err(counterProblem(result.error)));

export const asIs = <T>(value: T): T => value;

/** A malformed id is answered like an unknown one. */
export const intakeOf = (text: string): Result<CaseId, ProblemBody> => {
  const id = CaseId.safeParse(text);
  return id.success ? ok(id.data) : err(counterProblem({ code: 'filing-not-found' }));
};

export const idOf = <T>(read: { success: boolean; data?: T }): Result<T, ProblemBody> =>
  read.success && read.data !== undefined ? ok(read.data) : err(problems.notFound);
