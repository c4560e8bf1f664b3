// The id of a case in an address.
import { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { type ProblemBody, problems } from '@layan/http/problem';

/** A malformed id is answered like an unknown one. */
export const caseIdOf = (text: string): Result<CaseId, ProblemBody> => {
  const id = CaseId.safeParse(text);
  return id.success ? ok(id.data) : err(problems.notFound);
};
