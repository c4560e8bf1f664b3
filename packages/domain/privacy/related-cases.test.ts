import { caseIdOf, ticketOf } from '@layan/testing/builders/ids';
import { describe, expect, it } from 'vitest';
import { relatedCases } from './related-cases.ts';

const linked = (n: number) => ({ caseId: caseIdOf(n), ticket: ticketOf(n) });

describe('what a case belongs together with', () => {
  it('is what it is about, what waits for it or it for, what came before and after, and what it went with', () => {
    const related = relatedCases({
      about: { ...linked(1), ending: 'refused', workers: {} },
      parent: { ...linked(2), task: 'inspect.3' },
      subcases: [{ ...linked(3), step: 'inspect', task: 'inspect.3', ended: true }],
      predecessor: linked(4),
      successor: linked(5),
      batch: { ...linked(6), seq: 0 },
      lines: [linked(7), linked(8), linked(8)],
    });
    expect(related).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(caseIdOf));
  });

  it('is nothing for most', () => {
    expect(relatedCases({})).toEqual([]);
  });
});
