// Whether there can be as many people as there are kinds of work.
import { type Finding, finding } from '../finding.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';
import { readSentences } from './answered.ts';

const people =
  /(?<!\d)(\d{1,4}) {0,3}(?:\([^)]{1,40}\))? {0,3}(?:orang|personil|personel|pegawai|petugas|tenaga)\b/gi;

const words = ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'];
const inWords = new RegExp(`\\b(${words.join('|')}) orang\\b`, 'gi');

/** "Jumlah pelaksana: 5": the last thing said. */
const bare = /: {0,3}(\d{1,3}) {0,3}(?:\([^)]{1,40}\))?[ .;]{0,3}$/;

const peopleIn = (text: string): number => {
  const counted = [...text.matchAll(people)];
  if (counted.length > 0) return counted.reduce((sum, [, number]) => sum + Number(number), 0);
  const told = [...text.matchAll(inWords)].map(([, word = '']) => words.indexOf(word.toLowerCase()) + 1);
  return told.length > 0 ? told.reduce((sum, number) => sum + number, 0) : Number(bare.exec(text)?.[1] ?? 0);
};

/** Roles of the agency that do a step. */
const workingRoles = ({ roles, steps }: Process) => {
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
