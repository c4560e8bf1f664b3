import { describe, expect, it } from 'vitest';
import { isWhole, remarksOn } from './remarks.ts';

const nik = { fact: 'nik', label: 'NIK', type: 'nik', required: true } as const;
const context = { today: '2026-02-04', region: '35.74' };

describe('remarks on an answer', () => {
  it('tell what cannot be read, as the server would', () => {
    expect(remarksOn(nik, '3574 0145 0590 900', context).error).toContain('16 angka');
    expect(remarksOn(nik, '3574014505909001', context)).toEqual({ warnings: [] });
    expect(remarksOn(nik, '', context)).toEqual({ warnings: [] });
  });

  it('warn of a NIK that was issued elsewhere without stopping anybody', () => {
    const { error, warnings } = remarksOn(nik, '3578014505909001', context);
    expect(error).toBeUndefined();
    expect(warnings.join()).toContain('daerah lain');
  });

  it('wait until all digits of an identifier stand there', () => {
    expect(isWhole(nik, '3574 0145 0590 900')).toBe(false);
    expect(isWhole(nik, '3574 0145 0590 9001')).toBe(true);
    expect(isWhole({ ...nik, type: 'text' }, '3574014505909001')).toBe(false);
  });
});
