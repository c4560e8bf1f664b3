// The audit of the evening finds what must not be.
import { describe, expect, it } from 'vitest';
import { type Audited, audit, isGapFree, type Register } from './audit.ts';

/** Accepted on a Wednesday at 09.00, its card given out an hour's promise before 10.00. */
const aCase = (family: number, view: Partial<Audited['view']> = {}): Audited => ({
  claim: { family },
  view: {
    ticket: `T-${family}`,
    receivedAt: '2026-11-18T02:00:00.000Z',
    timeline: [{ at: '2026-11-18T02:00:00.000Z', what: 'Periksa kelengkapan berkas: Terima berkas' }],
    promises: [{ id: 'bestari-promise', dueAt: '2026-11-18T03:00:00.000Z' }],
    actions: [],
    products: [{ state: 'active', number: `BST-2026-00000${family}` }],
    ended: { kind: 'granted' },
    ...view,
  },
});

const register = (...counted: readonly number[]): Register => {
  const numbers = counted.map((n) => `BST-2026-00000${n}`);
  return { label: 'Kartu Bestari 2026', numbers, gapFree: isGapFree(numbers) };
};

describe('the audit', () => {
  it('finds nothing on a good day, whatever waits for the family or for somebody at the office', () => {
    const { ended, ...open } = aCase(2, { products: [] }).view;
    const waiting = { ...aCase(2), view: { ...open, actions: [{ kind: 'step' }] } };
    const returned = { ...aCase(3), view: { ...open, returned: {} } };
    expect(ended).toBeDefined();
    expect(audit([aCase(1), waiting, returned], [register(1)])).toEqual([]);
  });

  it('finds a family with two cards in force, and none when one of them was revoked', () => {
    const second = (state: string) => aCase(1, { products: [{ state, number: 'BST-2026-000002' }] });
    expect(audit([aCase(1), second('provisional')], [register(1, 2)])).toContain('family 1 holds 2 cards');
    expect(audit([aCase(1), second('revoked')], [register(1, 2)])).toEqual([]);
  });

  it('finds a gap in a register, a number given twice, and a card that stands in none', () => {
    const third = aCase(3);
    expect(audit([aCase(1), third], [register(1, 3)])).toEqual(['the register Kartu Bestari 2026 has a gap']);
    expect(isGapFree(['BST-2026-000001', 'BST-2026-000001'])).toBe(false);
    expect(audit([aCase(1), aCase(2)], [register(1)])).toContain('card BST-2026-000002 is in no register');
  });

  it('finds a case that lies about, and one that ended with a provisional card', () => {
    const { ended, ...lying } = aCase(1).view;
    expect(ended).toBeDefined();
    expect(audit([{ ...aCase(1), view: lying }], [register(1)])).toEqual([
      'T-1 has neither an ending nor an open task',
    ]);
    const provisional = aCase(1, { products: [{ state: 'provisional', number: 'BST-2026-000001' }] });
    expect(audit([provisional], [register(1)])).toEqual(['T-1 ended while its card is provisional']);
  });

  it('finds a promise that nobody with a calendar would have given', () => {
    const late = aCase(1, { promises: [{ id: 'bestari-promise', dueAt: '2026-11-18T03:00:01.000Z' }] });
    expect(audit([late], [register(1)])).toHaveLength(1);
  });
});
