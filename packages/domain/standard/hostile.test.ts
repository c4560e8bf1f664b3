// Standards written to keep the checker busy: each is answered, soon, whatever the answer is.
import { describe, expect, it } from 'vitest';
import { checkStandard } from './check.ts';
import { cites, edited, extraOutcome, pick, sentences, step } from './fixtures/small.ts';
import { parseStandard } from './parse-standard.ts';
import type { Standard } from './standard.ts';
import type { Outcome, Step } from './step.ts';

/** Microseconds of the processor. Generous: what is meant to be caught takes minutes. */
const busy = 20_000_000;

/** Fits the format, and is answered in time. */
const answered = (standard: Standard): readonly string[] => {
  const document: unknown = JSON.parse(JSON.stringify(standard));
  expect(parseStandard(document)).toMatchObject({ ok: true });
  const started = process.cpuUsage();
  const findings = checkStandard(standard);
  expect(process.cpuUsage(started).user).toBeLessThan(busy);
  return findings.map(({ code }) => code);
};

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

describe('a standard of bad intent is answered in time', { timeout: 60_000 }, () => {
  it('with steps in a long row, the last first', () => {
    const standard = edited((copy) => {
      const row = numbers(900).map((at) => ({
        ...step(copy, 'issue-now'),
        id: `row-${at}`,
        after: [`row-${at}`],
        outcomes: [{ ...extraOutcome, id: 'go', to: [at === 899 ? 'done' : `row-${at + 1}`] }],
      }));
      copy.process.steps.push(...row.reverse());
      pick(copy.process.channels, 'portal').opens = 'row-0';
    });
    expect(answered(standard)).toContain('step-unreachable');
  });

  it('with a review of hundreds of tiers', () => {
    const standard = edited((copy) => {
      const review = step(copy, 'review');
      const back: Outcome = {
        ...extraOutcome,
        id: 'back',
        tone: 'return',
        note: 'required',
        to: ['to-review'],
      };
      const tiers = numbers(700).map(
        (at): Step => ({
          ...step(copy, 'issue-now'),
          id: `tier-${at}`,
          after: [`tier-${at}`],
          review: { verb: 'sign', draft: 'review' },
          outcomes: [
            { ...extraOutcome, id: 'pass', to: [at === 699 ? 'done' : `tier-${at + 1}`] },
            { ...back, atMost: 9 },
          ],
        }),
      );
      copy.process.steps.push(...tiers);
      for (const outcome of review.outcomes) if (outcome.id === 'grant') outcome.to = ['tier-0'];
    });
    expect(answered(standard).length).toBeGreaterThan(0);
  });

  it('with more parallel work than can be told apart', () => {
    const standard = edited((copy) => {
      const places = numbers(60).map((at) => `side-${at}`);
      copy.process.steps.push(
        ...places.map((place) => ({
          ...step(copy, 'issue-now'),
          id: place,
          after: [place],
          outcomes: [{ ...extraOutcome, id: 'go', to: [`${place}-done`] }],
        })),
      );
      for (const outcome of step(copy, 'check').outcomes)
        if (outcome.id === 'accept') outcome.to = ['accepted', ...places];
    });
    expect(answered(standard)).toContain('too-large-to-prove');
  });

  it('with letters, numbers and addresses without end', () => {
    const standard = edited((copy) => {
      const say = (number: number, text: string) =>
        void sentences(copy, 'facilities').push({ id: `facilities.${number}`, text, source: 'naskah' });
      for (const number of numbers(30)) {
        say(number + 2, 'A'.repeat(9_000));
        say(number + 100, 'Ab ('.repeat(2_000));
        say(number + 200, `${number}aa@aa.aa `.repeat(700));
        say(number + 300, `021 ${100_000 + number} jalan a no `.repeat(300));
        say(
          number + 400,
          numbers(1_000)
            .map((at) => `A${number}X${at}`)
            .join(' '),
        );
        say(number + 500, 'atau sesuai '.repeat(700));
      }
    });
    expect(answered(standard)).toContain('abbreviation-undefined');
  });

  it('with norms that can follow each other in every order', () => {
    const standard = edited((copy) => {
      const deadline = pick(copy.process.deadlines, 'two-days');
      for (const at of numbers(200)) {
        copy.process.deadlines.push({
          ...deadline,
          id: `norm-${at}`,
          kind: at % 2 === 0 ? 'norm' : 'promise',
          duration: { amount: at + 1, unit: 'working_minute' },
          starts: { step: 'check', outcome: at % 3 === 0 ? 'return' : 'accept' },
          stops: [{ step: 'complete', outcome: 'supplied' }, { ended: true }],
          basis: cites,
        });
      }
    });
    expect(answered(standard).length).toBeGreaterThanOrEqual(0);
  });
});
