// What a score counts, as people read it.
import type { Fact } from '../facts.ts';
import type { Criterion } from '../scores.ts';

export const criterionInWords = (facts: readonly Fact[], criterion: Criterion): string => {
  const all = (parts: readonly Criterion[], word: string): string =>
    parts.map((part) => `(${criterionInWords(facts, part)})`).join(` ${word} `);
  if ('all' in criterion) return all(criterion.all, 'dan');
  if ('any' in criterion) return all(criterion.any, 'atau');
  if ('not' in criterion) return `tidak benar bahwa ${all([criterion.not], '')}`;
  const named = (id: string): string => `“${facts.find((fact) => fact.id === id)?.label ?? id}”`;
  const label = named(criterion.fact);
  if ('in' in criterion) {
    const options = facts.find(({ id }) => id === criterion.fact)?.options ?? [];
    const answers = criterion.in.map(
      (value) => `“${options.find((option) => option.value === value)?.label ?? value}”`,
    );
    return `${label} dijawab ${answers.join(' atau ')}`;
  }
  if ('above' in criterion) return `${label} dibagi ${named(criterion.per)} lebih dari ${criterion.above}`;
  if ('below' in criterion) return `${label} dibagi ${named(criterion.per)} kurang dari ${criterion.below}`;
  return 'atLeast' in criterion
    ? `${label} paling sedikit ${criterion.atLeast}`
    : `${label} paling banyak ${criterion.atMost}`;
};
