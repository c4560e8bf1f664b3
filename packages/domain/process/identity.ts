// Who the applicant is: which facts tell it, and whether a case asks for them.
import type { FactValues } from '../case/facts.ts';
import type { Channel } from '../standard/channel.ts';
import type { Field } from '../standard/facts.ts';
import type { ProcessIndex } from './process-index.ts';

/** told: as the forms say. optional: asked, never demanded. never: neither asked nor kept. */
export type Identity = 'told' | 'optional' | 'never';

/** `anonymous` is what the applicant asked for; where nobody is asked for a name, everybody is anonymous. */
export const identityOn = (channel: Channel | undefined, anonymous: boolean): Identity => {
  if (channel?.identity === 'anonymous') return 'never';
  return anonymous ? 'optional' : 'told';
};

export const tellsIdentity = ({ process }: ProcessIndex, fact: string): boolean =>
  process.identity?.facts.includes(fact) ?? false;

/** The fields as they are asked of this applicant. */
export const askedOf = (
  index: ProcessIndex,
  fields: readonly Field[],
  identity: Identity,
): readonly Field[] => {
  if (identity === 'told' || !index.process.identity) return fields;
  const tells = ({ fact }: Field) => tellsIdentity(index, fact);
  return identity === 'never'
    ? fields.filter((field) => !tells(field))
    : fields.map((field) => (tells(field) && field.required ? { ...field, required: false } : field));
};

/** What may be kept of what was told. */
export const keptOf = (index: ProcessIndex, facts: FactValues, identity: Identity): FactValues => {
  if (identity !== 'never' || !index.process.identity) return facts;
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => !tellsIdentity(index, fact)));
};

/**
 * Groups of which one fact must be answered. Of a person who stays anonymous nothing is demanded that only tells who
 * they are.
 */
export const groupsAskedOf = (
  index: ProcessIndex,
  groups: readonly (readonly string[])[],
  identity: Identity,
): readonly (readonly string[])[] =>
  identity === 'told' ? groups : groups.filter((group) => !group.every((fact) => tellsIdentity(index, fact)));
