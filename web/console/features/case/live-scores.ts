// Scores of the form that is being filled in, by what is answered so far.
import type { ActionView } from '@layan/contract/staff/case';
import type { ScoreView } from '@layan/contract/staff/step';
import { reckonScore } from '@layan/domain/standard/reckon-score';
import type { Answers } from '../../shared/fields/asked.ts';

export const liveScores = (action: ActionView, answers: Answers): readonly ScoreView[] => {
  const types = new Map(action.fields.map((field) => [field.fact, field]));
  return action.scores.map((rules) => {
    const { advice, text, criteria } = reckonScore(rules, types, answers);
    return { id: rules.id, label: rules.label, advice, text, criteria: [...criteria] };
  });
};
