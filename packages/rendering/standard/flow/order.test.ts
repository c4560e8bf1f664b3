import type { Process } from '@layan/domain/standard/process';
import { anOutcome, aStandard, aStep, aTask, portal } from '@layan/domain/testing/a-standard';
import { chance } from '@layan/domain/testing/chance';
import { randomProcess } from '@layan/domain/testing/random-process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aTangledStandard } from '../../fixtures/a-tangled-standard.ts';
import { graphOf } from './graph.ts';
import { orderNodes } from './order.ts';

const orderOf = (parts: Partial<Process>): readonly string[] =>
  orderNodes(graphOf(aStandard(parts).process)).map(({ id }) => id);

const supply = aStep('complete', ['returned'], [anOutcome('supplied', ['filed'])], {
  kind: 'supply',
  role: 'applicant',
});

describe('the rows of a flowchart', () => {
  it('follow the work, whatever the order in which the steps were written', () => {
    const steps = [
      aTask('sign', ['checked'], ['finished']),
      supply,
      aStep(
        'check',
        ['filed'],
        [
          anOutcome('good', ['checked']),
          anOutcome('incomplete', ['returned'], { tone: 'return', note: 'required' }),
        ],
      ),
    ];
    const order = orderOf({ steps });
    expect(order.indexOf('step:check')).toBeLessThan(order.indexOf('step:sign'));
    expect(order.indexOf('step:check')).toBeLessThan(order.indexOf('step:complete'));
    expect(order[0]).toBe('entry:filed');
  });

  it('put a join below all its branches, though one of them is reached early', () => {
    const steps = [
      aTask('begin', ['filed'], ['a', 'b']),
      aTask('short', ['a'], ['a-done']),
      aTask('join', ['a-done', 'b-done'], ['finished']),
      aTask('long', ['b'], ['c']),
      aTask('longer', ['c'], ['b-done']),
    ];
    expect(orderOf({ steps }).at(-1)).toBe('step:join');
  });

  it('put objections below the service, though they may lead back into it', () => {
    const objection = {
      ...portal,
      id: 'objection',
      opens: 'objected',
      about: {
        endings: ['granted'],
        carries: [],
        within: { amount: 21, unit: 'working_day' as const },
        calendar: 'office' as const,
      },
    };
    const steps = [
      aStep('decide', ['objected'], [anOutcome('again', ['filed']), anOutcome('no', ['finished'])]),
      aTask('work', ['filed'], ['finished']),
    ];
    expect(orderOf({ channels: [objection, portal], steps })).toEqual([
      'entry:filed',
      'step:work',
      'entry:objected',
      'step:decide',
    ]);
  });

  it('show also what nothing leads to', () => {
    const steps = [aTask('work', ['filed'], ['finished']), aTask('lost', ['nowhere'], ['finished'])];
    expect(orderOf({ steps }).at(-1)).toBe('step:lost');
  });

  it('hold every step once, for any process', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        for (const { process } of [aStandard(randomProcess(chance(seed))), aTangledStandard(chance(seed))]) {
          const nodes = graphOf(process);
          const order = orderNodes(nodes).map(({ id }) => id);
          expect(order.sort()).toEqual(nodes.map(({ id }) => id).sort());
        }
      }),
      { numRuns: 100 },
    );
  });
});
