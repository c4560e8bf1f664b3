// From a use case's result to an answer: the value as it is or reshaped for the contract, or the error in words. Words are
// loaded by the first refusal: most requests are not refused.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { ProblemBody } from '@layan/http/problem';
import type { StaffProblem } from '@layan/http/staff-problems';

export const refuse = async (error: StaffProblem): Promise<Result<never, ProblemBody>> => {
  const { staffProblem } = await import('@layan/http/staff-problems');
  return err(staffProblem(error));
};

export const answerAs = async <T, A>(
  result: Result<T, StaffProblem>,
  reshape: (value: T) => A,
): Promise<Result<A, ProblemBody>> => (result.ok ? ok(reshape(result.value)) : refuse(result.error));

export const answer = async <T>(result: Result<T, StaffProblem>): Promise<Result<T, ProblemBody>> =>
  result.ok ? result : refuse(result.error);
