// From a use case's result to an answer: the error in words, the value as it is or reshaped for the contract.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { ProblemBody } from '@layan/http/problem';
import { type StaffProblem, staffProblem } from '@layan/http/staff-problems';

export const answer = <T>(result: Result<T, StaffProblem>): Result<T, ProblemBody> =>
  result.ok ? result : err(staffProblem(result.error));

export const answerAs = <T, A>(
  result: Result<T, StaffProblem>,
  reshape: (value: T) => A,
): Result<A, ProblemBody> => (result.ok ? ok(reshape(result.value)) : err(staffProblem(result.error)));
