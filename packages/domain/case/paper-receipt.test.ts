import { describe, expect, it } from 'vitest';
import { InstantText } from '../kernel/ids.ts';
import { onPaperInWords, type PaperReceipt, readPaperReceipt } from './paper-receipt.ts';

const now = InstantText.parse('2026-02-04T03:00:00.000Z');
const here = { zone: 'Asia/Jakarta', now } as const;
const receipt = (changes: Partial<PaperReceipt> = {}): PaperReceipt => ({
  date: '2026-02-03',
  time: '09:15',
  reason: 'powerCut',
  ...changes,
});
const read = (changes: Partial<PaperReceipt>) => readPaperReceipt(receipt(changes), here);

describe('a receipt on paper', () => {
  it('is a moment of the clock on the tenant’s wall', () => {
    expect(read({})).toEqual({
      ok: true,
      value: { at: '2026-02-03T02:15:00.000Z', reason: 'listrik padam' },
    });
    const inTheEast = readPaperReceipt(receipt(), { zone: 'Asia/Jayapura', now });
    expect(inTheEast).toMatchObject({ value: { at: '2026-02-03T00:15:00.000Z' } });
  });

  it('lies not in the future, by the minute', () => {
    expect(read({ date: '2026-02-04', time: '10:00' })).toMatchObject({ ok: true });
    expect(read({ date: '2026-02-04', time: '10:01' })).toEqual({ ok: false, error: 'in-future' });
  });

  it('is looked at twice when it lies more than 30 days back, and refused after a year', () => {
    expect(read({ date: '2026-01-05', time: '10:00' })).toMatchObject({ ok: true });
    expect(read({ date: '2026-01-05', time: '09:59' })).toEqual({ ok: false, error: 'long-ago' });
    expect(read({ date: '2025-12-01', confirmed: true })).toMatchObject({ ok: true });
    expect(read({ date: '2024-12-01', confirmed: true })).toEqual({ ok: false, error: 'too-long-ago' });
  });

  it.each([
    ['', '09:15'],
    ['2026-02-30', '09:15'],
    ['2026-02-03', ''],
    ['2026-02-03', '24:30'],
    ['kemarin', 'pagi'],
  ])('is not read from "%s" and "%s"', (date, time) => {
    expect(read({ date, time })).toEqual({ ok: false, error: 'time-missing' });
  });

  it('says why, in the clerk’s own words when it was something else', () => {
    expect(read({ reason: 'network' })).toMatchObject({ value: { reason: 'jaringan terputus' } });
    expect(read({ reason: 'other', text: '  komputer  rusak ' })).toMatchObject({
      value: { reason: 'komputer rusak' },
    });
    expect(read({ reason: 'other', text: ' ' })).toEqual({ ok: false, error: 'reason-missing' });
    expect(read({ reason: 'other' })).toEqual({ ok: false, error: 'reason-missing' });
  });

  it('is told in one sentence', () => {
    expect(onPaperInWords('listrik padam')).toBe('diterima di kertas karena listrik padam');
  });
});
