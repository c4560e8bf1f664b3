// From what the counter's use cases say to an answer.
import type { CounterError } from '@layan/application/counter/errors';
import { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { type ProblemBody, problems } from '@layan/http/problem';

/** Words are loaded by the first refusal: most requests are not refused. */
const refuse = async (error: CounterError): Promise<Result<never, ProblemBody>> => {
  const { counterProblem } = await import('@layan/http/counter-problems');
  return err(counterProblem(error));
};

export const answer = async <T, A = T>(
  result: Result<T, CounterError>,
  reshape: (value: T) => A,
): Promise<Result<A, ProblemBody>> => (result.ok ? ok(reshape(result.value)) : refuse(result.error));

export const asIs = <T>(value: T): T => value;

/** A malformed id is answered like an unknown one. */
export const intakeOf = async (text: string): Promise<Result<CaseId, ProblemBody>> => {
  const id = CaseId.safeParse(text);
  return id.success ? ok(id.data) : refuse({ code: 'filing-not-found' });
};

export const idOf = <T>(read: { success: boolean; data?: T }): Result<T, ProblemBody> =>
  read.success && read.data !== undefined ? ok(read.data) : err(problems.notFound);
