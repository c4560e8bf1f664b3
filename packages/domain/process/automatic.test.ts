import { describe, expect, test } from 'vitest';
import { anEnding, anOutcome, aProcess, aRoute, aTask, aTimer } from '../testing/a-standard.ts';
import { chooseRoute, nextAutomatic, type Situation } from './automatic.ts';
import { indexOf } from './process-index.ts';

const at = (marking: readonly string[], more: Partial<Situation> = {}): Situation => ({
  marking,
  facts: {},
  taken: {},
  stateOf: () => undefined,
  ...more,
});

describe('a route', () => {
  const route = aRoute(
    'route',
    ['start'],
    [
      anOutcome('listed', ['a'], { when: { fact: 'listed', is: true } }),
      anOutcome('old', ['b'], { when: { fact: 'age', atLeast: 60 } }),
      anOutcome('else', ['c']),
    ],
  );

  test('takes the first outcome that holds', () => {
    expect(chooseRoute(route, at([], { facts: { listed: true, age: 70 } }))?.id).toBe('listed');
    expect(chooseRoute(route, at([], { facts: { listed: false, age: 70 } }))?.id).toBe('old');
    expect(chooseRoute(route, at([], { facts: { listed: false, age: 20 } }))?.id).toBe('else');
  });

  test('waits while an earlier outcome is undecided, even if a later one holds', () => {
    expect(chooseRoute(route, at([], { facts: { age: 70 } }))).toBeUndefined();
  });

  test('passes over what is used up, and keeps back what stands in for it until then', () => {
    const bounded = aRoute(
      'retry',
      ['start'],
      [anOutcome('instead', ['b'], { insteadOf: 'again' }), anOutcome('again', ['a'], { atMost: 2 })],
    );
    expect(chooseRoute(bounded, at([], { taken: { 'retry:again': 1 } }))?.id).toBe('again');
    expect(chooseRoute(bounded, at([], { taken: { 'retry:again': 2 } }))?.id).toBe('instead');
  });
});

describe('what happens by itself', () => {
  const index = indexOf(
    aProcess({
      steps: [
        aTask('work', ['filed'], ['finished']),
        aRoute('route', ['decide'], [anOutcome('go', ['finished'], { when: { fact: 'wish', is: true } })]),
        aTask('confirm', ['late'], ['finished']),
      ],
      endings: [anEnding('granted', ['finished']), anEnding('granted-late', ['late'])],
      timers: [aTimer('lapse', 'waiting', ['finished'])],
      products: [{ id: 'card', kind: 'card', label: 'Kartu', basis: { cites: ['procedure.1'] } }],
    }),
  );

  test('routes whose places are marked are taken', () => {
    expect(nextAutomatic(index, at(['decide'], { facts: { wish: true } }))).toMatchObject({ kind: 'route' });
    expect(nextAutomatic(index, at(['decide']))).toBeUndefined();
  });

  test('a case ends when exactly the places of an ending are marked', () => {
    expect(nextAutomatic(index, at(['finished']))).toMatchObject({
      kind: 'ending',
      ending: { id: 'granted' },
    });
    expect(nextAutomatic(index, at(['filed', 'finished']))).toBeUndefined();
  });

  const provisional = { stateOf: () => 'provisional' as const };

  test('no case ends while a product is provisional', () => {
    expect(nextAutomatic(index, at(['finished'], provisional))).toEqual({ kind: 'blocked', product: 'card' });
  });

  test('it waits instead when a step can still decide the product', () => {
    expect(nextAutomatic(index, at(['late'], provisional))).toBeUndefined();
  });
});
