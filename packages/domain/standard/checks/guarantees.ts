// Sentences that promise something, and that nothing in the standard keeps.
import type { ComponentKey } from '../components.ts';
import { type Finding, finding } from '../finding.ts';
import type { Standard } from '../standard.ts';
import { answeredSentences } from './answered.ts';

const kinds = [
  ['serviceGuarantee', 'guarantee-unbacked', 'Jaminan ini belum dipenuhi oleh unsur mana pun'],
  ['safetyGuarantee', 'guarantee-unbacked', 'Jaminan ini belum dipenuhi oleh unsur mana pun'],
  ['procedure', 'procedure-unbacked', 'Kalimat prosedur ini tidak dijalankan oleh langkah mana pun'],
] as const satisfies readonly (readonly [ComponentKey, string, string])[];

/** "Prosedurnya sebagai berikut:" promises nothing by itself. */
const introduces = (text: string): boolean => text.trimEnd().endsWith(':');

export const checkGuarantees = (standard: Standard): readonly Finding[] => {
  const answered = answeredSentences(standard);
  return kinds.flatMap(([key, code, words]) => {
    const component = standard.components.find((candidate) => candidate.key === key);
    return (component?.sentences ?? [])
      .filter(({ id, text }) => !answered.has(id) && !introduces(text))
      .map(({ id, text }) => finding(code, `components.${key}.${id}`, `${words}: "${text}"`, [id]));
  });
};
