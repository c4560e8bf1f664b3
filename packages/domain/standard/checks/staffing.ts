// Whether there can be as many people as there are kinds of work.
import { type Finding, finding } from '../finding.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';
import { readSentences } from './answered.ts';

const people = /(\d{1,4}) *(?:\([^)]{1,40}\))? *(?:orang|personil|personel|pegawai|petugas|tenaga)\b/gi;

const peopleIn = (text: string): number =>
  [...text.matchAll(people)].reduce((sum, [, number]) => sum + Number(number), 0);

/** Roles of the agency that do a step. */
export const workingRoles = ({ roles, steps }: Process) => {
  const busy = new Set(steps.flatMap(({ role, enteredBy }) => [role, enteredBy]));
  return roles.filter(({ id, party }) => party === 'staff' && busy.has(id));
};

export const checkStaffing = (standard: Standard): readonly Finding[] => {
  const component = standard.components.find(({ key }) => key === 'staffCount');
  const read = readSentences(standard);
  const counted = (component?.sentences ?? []).filter(({ text }) => peopleIn(text) > 0);
  if (counted.length === 0 || counted.some(({ id }) => read.has(id))) return [];
  const count = counted.reduce((sum, { text }) => sum + peopleIn(text), 0);
  const roles = workingRoles(standard.process);
  if (count >= roles.length) return [];
  return [
    finding(
      'staff-fewer-than-roles',
      'components.staffCount',
      `Tertulis ${count} orang, padahal prosesnya memakai ${roles.length} peran: ${roles
        .map(({ label }) => label)
        .join(', ')}.`,
      counted.map(({ id }) => id),
    ),
  ];
};
