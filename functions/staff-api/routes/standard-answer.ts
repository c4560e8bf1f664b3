// From the result of a use case about standards to an answer.
import type { StandardError } from '@layan/application/standard/errors';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { ProblemBody } from '@layan/http/problem';
import { standardProblem } from '@layan/http/standard-problems';

export const answerAs = <T, A>(
  result: Result<T, StandardError>,
  reshape: (value: T) => A,
): Result<A, ProblemBody> => (result.ok ? ok(reshape(result.value)) : err(standardProblem(result.error)));
