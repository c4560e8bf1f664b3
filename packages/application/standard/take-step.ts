// The way every step in the life of a version takes: load it, see that it is as it was seen, step, keep it.
import type { Operation } from '@layan/domain/access/operations';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Person } from '@layan/domain/standard/life';
import type { Moment, Stepped } from '@layan/domain/standard/publishing';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import type { StandardFailure } from './errors.ts';
import { findOwnVersion, type OwnVersionInput } from './find-own-version.ts';
import { momentOf } from './moment.ts';
import { findingsOf, type VersionView, type ViewPorts, versionView } from './version-view.ts';

export interface StepInput extends OwnVersionInput {
  /** Hash of the version as it was seen. */
  readonly hash: string;
}

export type StepPorts = ViewPorts;

export type StepError = StandardFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'standard-not-found'
  | 'draft-changed'
  | 'not-ready'
  | 'day-unfit'
  | 'consultation-missing'
>;

type Found = StandardFailure<'member-deactivated' | 'role-missing' | 'standard-not-found' | 'draft-changed'>;

/** The version as it was seen, or the refusal. */
export const findSeen = async (
  ports: StepPorts,
  operation: Operation,
  input: StepInput,
): Promise<Result<StandardVersion, Found>> => {
  const found = await findOwnVersion(ports, operation, input);
  if (!found.ok) return found;
  return found.value.hash === input.hash ? found : err({ code: 'draft-changed', hash: found.value.hash });
};

export type ByPerson = Moment & { readonly by: Person };

export const momentBy = async (
  ports: StepPorts,
  version: StandardVersion,
  { member }: OwnVersionInput,
): Promise<ByPerson> => ({
  ...(await momentOf(ports)),
  by: member,
  findings: await findingsOf(ports, version),
});

type Step = (version: StandardVersion, moment: ByPerson) => Stepped | Result<never, StepError>;

/** A step that ends in preparation. */
export const takeStep = async (
  ports: StepPorts,
  operation: Operation,
  input: StepInput,
  step: Step,
): Promise<Result<VersionView, StepError>> => {
  const seen = await findSeen(ports, operation, input);
  if (!seen.ok) return seen;
  const stepped = step(seen.value, await momentBy(ports, seen.value, input));
  if (!stepped.ok) return stepped;
  const saved = await ports.standards.saveDraft(stepped.value, seen.value);
  return saved.ok ? ok(await versionView(ports, stepped.value)) : err({ code: 'draft-changed' });
};
