// What the routes about standards share: the id in the path, a version as it is answered.
import type { VersionView } from '@layan/application/standard/version-view';
import { StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { type ProblemBody, problems } from '@layan/http/problem';

export const versionAnswer = ({ version, ...rest }: VersionView) => ({
  ...version,
  ...rest,
  next: rest.next.map(({ step, blockers }) => ({
    step,
    blockers: blockers.map((blocker) => ({ ...blocker })),
  })),
});

export const standardIdOf = (text: string): Result<StandardId, ProblemBody> => {
  const id = StandardId.safeParse(text);
  return id.success ? ok(id.data) : err(problems.notFound);
};
