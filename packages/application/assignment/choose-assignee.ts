// Whose turn it is: the least open work; among equals, who was given work longest ago; then in the order of their ids.
import type { Rota } from '../ports/rota.ts';
import type { Candidate } from './candidates.ts';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const chooseAssignee = (
  candidates: readonly Candidate[],
  lastGiven: Rota['lastGiven'],
): Candidate | undefined => {
  const given = ({ member }: Candidate) => lastGiven[member.id] ?? '';
  return candidates.toSorted(
    (a, b) => a.load - b.load || byText(given(a), given(b)) || byText(a.member.id, b.member.id),
  )[0];
};
