// What filing a case asks for on a channel: its form, what it begins with, and what must be told of the applicant.
import type { Channel } from '../standard/channel.ts';
import type { Field } from '../standard/facts.ts';
import { askedOf, groupsAskedOf, type Identity, identityOn, tellsIdentity } from './identity.ts';
import { fieldsOf, groupsOf, type ProcessIndex } from './process-index.ts';

/** Whether every case of this service that was filed on its own knows the fact. */
const isAlwaysKnown = (index: ProcessIndex, fact: string): boolean =>
  [...index.channels.values()]
    .filter(({ about }) => about === undefined)
    .every((channel) =>
      askedOf(
        index,
        fieldsOf(index, channel.form),
        identityOn(channel, channel.identity === 'optional'),
      ).some((field) => field.fact === fact && field.required && !field.when),
    );

/** What is known of a case once it is filed on a channel: what it carries over from an earlier case, then its form. */
export const openingFields = (
  index: ProcessIndex,
  { form, about }: Channel,
  identity: Identity = 'told',
): readonly Field[] => {
  const carries = about?.carries ?? [];
  const fields = [
    ...carries.map((fact) => ({ fact, required: isAlwaysKnown(index, fact) })),
    ...fieldsOf(index, form).filter(({ fact }) => !carries.includes(fact)),
  ];
  return askedOf(index, fields, identity);
};

/** Groups of which one fact must be told: those of the form, and where a name is required, something that tells it. */
export const openingGroups = (
  index: ProcessIndex,
  { form, identity: kind }: Channel,
  identity: Identity = 'told',
): readonly (readonly string[])[] => {
  const groups = groupsOf(index, form);
  if (kind !== 'required' || identity !== 'told') return groupsAskedOf(index, groups, identity);
  const telling = fieldsOf(index, form).map(({ fact }) => fact);
  return [...groups, telling.filter((fact) => tellsIdentity(index, fact))];
};
