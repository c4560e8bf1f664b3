// Conditions as people read them, whatever they are made of: "“Hasil pemeriksaan” dijawab “Terdaftar” atau “Belum diperiksa”".
import type { Condition } from './conditions.ts';
import type { Fact } from './facts.ts';

const factNamed = (facts: readonly Fact[], id: string): Fact | undefined =>
  facts.find((fact) => fact.id === id);

/** The answer as the form offers it. */
const answerInWords = (fact: Fact | undefined, value: string | number | boolean): string => {
  if (typeof value === 'boolean') return value ? '“Ya”' : '“Tidak”';
  const option = fact?.options?.find((one) => one.value === String(value));
  return `“${option?.label ?? String(value)}”`;
};

const inner = (facts: readonly Fact[], condition: Condition): string =>
  'all' in condition || 'any' in condition
    ? `(${conditionInWords(facts, condition)})`
    : conditionInWords(facts, condition);

export const conditionInWords = (facts: readonly Fact[], condition: Condition): string => {
  if ('all' in condition) return condition.all.map((one) => inner(facts, one)).join(' dan ');
  if ('any' in condition) return condition.any.map((one) => inner(facts, one)).join(' atau ');
  if ('not' in condition) {
    const { not } = condition;
    return 'is' in not || 'in' in not
      ? conditionInWords(facts, not).replace(' dijawab ', ' dijawab selain ')
      : `tidak benar bahwa ${inner(facts, not)}`;
  }
  const id = 'known' in condition ? condition.known : condition.fact;
  const fact = factNamed(facts, id);
  const label = `“${fact?.label ?? id}”`;
  if ('known' in condition) return `${label} sudah dijawab`;
  if ('is' in condition) return `${label} dijawab ${answerInWords(fact, condition.is)}`;
  if ('in' in condition)
    return `${label} dijawab ${condition.in.map((value) => answerInWords(fact, value)).join(' atau ')}`;
  return 'atLeast' in condition
    ? `${label} paling sedikit ${condition.atLeast}`
    : `${label} paling banyak ${condition.atMost}`;
};
