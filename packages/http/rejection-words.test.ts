import type { CaseRejection } from '@layan/domain/case/command';
import { describe, expect, it } from 'vitest';
import { rejectionWords } from './rejection-words.ts';

const people: readonly CaseRejection[] = [
  { code: 'receipt-missing', receipt: 'stamped' },
  { code: 'receipt-missing', receipt: 'opened' },
  { code: 'receipt-refused', reason: 'reason-missing' },
  { code: 'anonymity-not-offered', channel: 'counter' },
  { code: 'confidentiality-not-offered', channel: 'counter' },
  { code: 'delegation-refused', role: 'deputy' },
  { code: 'happened-refused', reason: 'not-entered' },
  { code: 'happened-refused', reason: 'before-task' },
  { code: 'happened-refused', reason: 'in-future' },
  { code: 'requirements-choice-missing', requirements: ['identity'] },
  { code: 'requirements-invalid', requirements: ['identity'] },
];

describe('what is said of a refusal', () => {
  it('is a sentence of its own for each, and shows no code', () => {
    const said = people.map(rejectionWords);
    expect(new Set(said).size).toBe(people.length);
    for (const [at, sentence] of said.entries()) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toContain(people[at]?.code);
    }
  });

  it('tells one missing answer from one of several', () => {
    const facts = ['phone', 'mail'];
    expect(rejectionWords({ code: 'facts-missing', facts, anyOf: [facts] })).toBe(
      'Isi paling sedikit salah satu dari isian yang ditandai.',
    );
    expect(rejectionWords({ code: 'facts-missing', facts: [...facts, 'name'], anyOf: [facts] })).toBe(
      'Masih ada isian yang kosong.',
    );
    expect(rejectionWords({ code: 'facts-missing', facts })).toBe('Masih ada isian yang kosong.');
  });
});
