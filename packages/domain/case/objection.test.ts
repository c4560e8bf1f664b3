import { describe, expect, test } from 'vitest';
import { InstantText } from '../kernel/ids.ts';
import { isTooLate, objectableDecision } from './objection.ts';

const at = (text: string) => InstantText.parse(text);
const way = (day: string) => ({ channel: 'objection', until: at(`${day}T09:00:00.000Z`) });

describe('what can be objected to', () => {
  test('is nothing where no decision names a way', () => {
    expect(objectableDecision({ products: [{ id: 'p1' }] })).toBeUndefined();
    expect(objectableDecision({ products: [], ended: {} })).toBeUndefined();
  });

  test('is how the case ended', () => {
    expect(objectableDecision({ products: [{ id: 'p1' }], ended: { objection: way('2026-12-18') } })).toEqual(
      {
        key: 'ending',
        way: way('2026-12-18'),
      },
    );
  });

  test('is what was taken away later, of several the last', () => {
    const products = [
      { id: 'p1', objection: way('2027-01-04') },
      { id: 'p2', objection: way('2027-02-05') },
      { id: 'p3' },
    ];
    expect(objectableDecision({ products, ended: { objection: way('2026-12-18') } })).toEqual({
      key: 'p2',
      way: way('2027-02-05'),
      product: 'p2',
    });
  });

  test('can be until its last moment, and not after it', () => {
    const decision = { key: 'ending', way: way('2026-12-18') };
    expect(isTooLate(decision, at('2026-12-18T09:00:00.000Z'))).toBe(false);
    expect(isTooLate(decision, at('2026-12-18T09:00:00.001Z'))).toBe(true);
  });
});
