// Answers of everything around the rights of data subjects. Words are loaded by the first refusal: most requests are not
// refused.
import type { PrivacyError } from '@layan/application/privacy/errors';
import { err, type Result } from '@layan/domain/kernel/result';
import type { ProblemBody } from '@layan/http/problem';

export const privacyAnswer = async <T>(result: Result<T, PrivacyError>): Promise<Result<T, ProblemBody>> => {
  if (result.ok) return result;
  const { privacyProblem } = await import('@layan/http/privacy-problems');
  return err(privacyProblem(result.error));
};
