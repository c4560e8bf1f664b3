// An adopted standard beside its template: as it was looked at last, and as the library has it now.
import { mayUse, type Operation } from '@layan/domain/access/operations';
import type { StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Standard } from '@layan/domain/standard/standard';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import type { Library, Template } from '../ports/library.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StandardFailure } from './errors.ts';
import { latestOf } from './save-draft.ts';

export interface AdoptedInput {
  readonly member: Membership;
  readonly standard: StandardId;
}

export interface AdoptedStandard {
  readonly ours: StandardVersion;
  readonly adopted: NonNullable<StandardVersion['adopted']>;
  readonly base: Standard;
  readonly template: Template;
}

export type AdoptedError = StandardFailure<
  'member-deactivated' | 'role-missing' | 'standard-not-found' | 'not-adopted' | 'template-not-found'
>;

export const adoptedStandard = async (
  { standards }: Pick<Ports, 'standards'>,
  library: Library,
  operation: Operation,
  { member, standard }: AdoptedInput,
): Promise<Result<AdoptedStandard, AdoptedError>> => {
  const allowed = mayUse(member, operation);
  if (!allowed.ok) return allowed;
  const known = (await standards.list()).find(({ id }) => id === standard);
  if (known?.agency !== member.agency) return err({ code: 'standard-not-found' });
  const ours = await latestOf(standards, known);
  const base = await standards.findTemplate(standard);
  if (!ours?.adopted || !base) return err({ code: 'not-adopted' });
  const { adopted } = ours;
  const template = (await library()).find(({ id }) => id === adopted.template);
  return template ? ok({ ours, adopted, base, template }) : err({ code: 'template-not-found' });
};
