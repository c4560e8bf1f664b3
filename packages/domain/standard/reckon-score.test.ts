import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFact } from '../testing/a-standard.ts';
import { type Answers, reckonScore } from './reckon-score.ts';
import { type Criterion, Score } from './scores.ts';

const options = ['1', '2', '3'].map((value) => ({ value, label: value }));
const facts = new Map(
  [
    aFact('floor', 'choice', { options }),
    aFact('assets', 'multichoice', { options, privacy: 'specific' }),
    aFact('people', 'integer', { min: 0, max: 30 }),
    aFact('area', 'integer', { min: 0, max: 999 }),
    aFact('income', 'rupiah', { privacy: 'specific' }),
    aFact('works', 'boolean'),
  ].map((fact) => [fact.id, fact]),
);

const scoreOf = (criteria: readonly Criterion[], threshold = 1, decisive: readonly number[] = []): Score =>
  Score.parse({
    id: 'score',
    label: 'Kriteria uji',
    form: 'survey',
    criteria: criteria.map((when, at) => ({
      id: `c${at}`,
      label: `Kriteria ${at}`,
      when,
      ...(decisive.includes(at) && { decisive: true }),
    })),
    threshold,
    reached: 'Disarankan tidak mampu.',
    missed: 'Disarankan mampu.',
    basis: { cites: ['procedure.1'] },
  });

const judge = (when: Criterion, answers: Answers) =>
  reckonScore(scoreOf([when]), facts, answers).criteria[0]?.state;

describe('a criterion', () => {
  it.each<readonly [Criterion, Answers, string]>([
    [{ fact: 'floor', in: ['1', '2'] }, { floor: '2' }, 'met'],
    [{ fact: 'floor', in: ['1', '2'] }, { floor: '3' }, 'unmet'],
    [{ fact: 'assets', in: ['2'] }, { assets: '1,2' }, 'met'],
    [{ fact: 'assets', in: ['2'] }, { assets: '1,3' }, 'unmet'],
    [{ fact: 'works', in: ['true'] }, { works: true }, 'met'],
    [{ fact: 'income', atMost: 599_999 }, { income: 599_999 }, 'met'],
    [{ fact: 'income', atMost: 599_999 }, { income: 600_000 }, 'unmet'],
    [{ fact: 'people', atLeast: 5 }, { people: 5 }, 'met'],
    [{ fact: 'area', per: 'people', below: 8 }, { area: 31, people: 4 }, 'met'],
    [{ fact: 'area', per: 'people', below: 8 }, { area: 32, people: 4 }, 'unmet'],
    [{ fact: 'area', per: 'people', above: 8 }, { area: 33, people: 4 }, 'met'],
    [{ fact: 'area', per: 'people', above: 8 }, { area: 32, people: 4 }, 'unmet'],
    [{ not: { fact: 'people', atMost: 2 } }, { people: 3 }, 'met'],
  ])('%j with %j is %s', (when, answers, state) => {
    expect(judge(when, answers)).toBe(state);
  });

  it('is undecided while what it looks at is not answered, or is a share of nothing', () => {
    const share: Criterion = { fact: 'area', per: 'people', below: 8 };
    expect(judge({ fact: 'floor', in: ['1'] }, {})).toBe('unknown');
    expect(judge({ not: { fact: 'floor', in: ['1'] } }, {})).toBe('unknown');
    expect(judge(share, { area: 30 })).toBe('unknown');
    expect(judge(share, { people: 4 })).toBe('unknown');
    expect(judge(share, { area: 30, people: 0 })).toBe('unknown');
    expect(judge({ fact: 'income', atMost: 5 }, { income: 'banyak' })).toBe('unknown');
  });

  it('of several parts is decided as soon as one part decides it', () => {
    const poor: Criterion = { fact: 'floor', in: ['1'] };
    const many: Criterion = { fact: 'people', atLeast: 5 };
    expect(judge({ any: [poor, many] }, { floor: '1' })).toBe('met');
    expect(judge({ any: [poor, many] }, { floor: '2' })).toBe('unknown');
    expect(judge({ any: [poor, many] }, { floor: '2', people: 1 })).toBe('unmet');
    expect(judge({ all: [poor, many] }, { floor: '2' })).toBe('unmet');
    expect(judge({ all: [poor, many] }, { floor: '1' })).toBe('unknown');
    expect(judge({ all: [poor, many] }, { floor: '1', people: 5 })).toBe('met');
  });
});

describe('the advice', () => {
  const three: readonly Criterion[] = [
    { fact: 'floor', in: ['1'] },
    { fact: 'people', atLeast: 5 },
    { fact: 'income', atMost: 600_000 },
  ];
  const advice = (answers: Answers, decisive: readonly number[] = []) =>
    reckonScore(scoreOf(three, 2, decisive), facts, answers).advice;

  it('is given as soon as the rest cannot change it', () => {
    expect(advice({ floor: '1', people: 5 })).toBe('reached');
    expect(advice({ floor: '2', people: 1 })).toBe('missed');
    expect(advice({ floor: '1', people: 1 })).toBe('open');
    expect(advice({})).toBe('open');
  });

  it('is reached by a decisive criterion alone, and not missed while that one is open', () => {
    expect(advice({ floor: '1', people: 1, income: 900_000 }, [0])).toBe('reached');
    expect(advice({ people: 1, income: 900_000 }, [0])).toBe('open');
    expect(advice({ people: 1, income: 900_000 })).toBe('missed');
  });

  it('says what it rests on', () => {
    const text = (answers: Answers) => reckonScore(scoreOf(three, 2), facts, answers).text;
    expect(text({ floor: '1', people: 5, income: 0 })).toBe(
      '3 dari 3 kriteria terpenuhi. Disarankan tidak mampu.',
    );
    expect(text({ floor: '1' })).toBe(
      '1 dari 3 kriteria terpenuhi, 2 belum terjawab. Belum dapat disarankan.',
    );
  });
});

const answer: Readonly<Record<string, fc.Arbitrary<string | number | boolean>>> = {
  floor: fc.constantFrom('1', '2', '3'),
  assets: fc.constantFrom('1', '2', '1,3', '1,2,3'),
  people: fc.integer({ min: 0, max: 9 }),
  area: fc.integer({ min: 0, max: 99 }),
  income: fc.integer({ min: 0, max: 2_000_000 }),
  works: fc.boolean(),
};

const { criterion } = fc.letrec<{ criterion: Criterion }>((tie) => ({
  criterion: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      fact: fc.constantFrom('floor', 'assets'),
      in: fc.subarray(['1', '2', '3'], { minLength: 1 }),
    }),
    fc.record({ fact: fc.constantFrom('people', 'area', 'income'), atLeast: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ fact: fc.constantFrom('people', 'area', 'income'), atMost: fc.integer({ min: 0, max: 9 }) }),
    fc.record({
      fact: fc.constant('area'),
      per: fc.constant('people'),
      above: fc.integer({ min: 0, max: 9 }),
    }),
    fc.record({
      fact: fc.constant('area'),
      per: fc.constant('people'),
      below: fc.integer({ min: 0, max: 9 }),
    }),
    fc.record({ all: fc.array(tie('criterion'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('criterion'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('criterion') }),
  ),
}));

const someScore = fc
  .tuple(fc.array(criterion, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 6 }), fc.boolean())
  .map(([criteria, threshold, decisive]) => scoreOf(criteria, threshold, decisive ? [0] : []));

describe('whatever is asked', () => {
  it('counts each criterion once', () => {
    fc.assert(
      fc.property(someScore, fc.record(answer, { requiredKeys: [] }), (score, answers) => {
        const { met, unmet, unknown, criteria } = reckonScore(score, facts, answers);
        expect(met + unmet + unknown).toBe(score.criteria.length);
        expect(criteria.map(({ id }) => id)).toEqual(score.criteria.map(({ id }) => id));
      }),
    );
  });

  it('a further answer opens nothing that was decided', () => {
    fc.assert(
      fc.property(someScore, fc.record(answer), fc.subarray(Object.keys(answer)), (score, all, told) => {
        const some = Object.fromEntries(Object.entries(all).filter(([id]) => told.includes(id)));
        const before = reckonScore(score, facts, some);
        const after = reckonScore(score, facts, all);
        for (const [at, { state }] of before.criteria.entries()) {
          if (state !== 'unknown') expect(after.criteria[at]?.state).toBe(state);
        }
        if (before.advice !== 'open') expect(after.advice).toBe(before.advice);
      }),
    );
  });

  it('once everything is answered something is advised', () => {
    fc.assert(
      fc.property(
        someScore,
        fc.record({ ...answer, people: fc.integer({ min: 1, max: 9 }) }),
        (score, all) => {
          expect(reckonScore(score, facts, all).advice).not.toBe('open');
        },
      ),
    );
  });
});
