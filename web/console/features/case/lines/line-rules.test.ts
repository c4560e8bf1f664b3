import type { BatchLine } from '@layan/contract/staff/batch';
import { describe, expect, it } from 'vitest';
import { exportSheet } from './export-sheet.ts';
import { countsOf, linesAfter, linesShown, portionsOf, undecidedOf, wasRefused } from './line-rules.ts';

const line = (position: number, changes: Partial<BatchLine> = {}): BatchLine => ({
  position,
  caseId: `case-${position}`,
  ticket: `AAAA-000${position}-A`,
  cells: { name: `Warga Uji ${position}` },
  decided: [],
  ...changes,
});
const said = (decision: string, tone: 'proceed' | 'refuse', step = 'verify') => ({
  ...{ step, stepLabel: 'Verifikasi', decision, label: decision, tone },
});
const out = { when: 'kemarin', why: 'ditarik' };
const lines = [
  line(1),
  line(2, { decided: [said('valid', 'proceed')] }),
  line(3, { decided: [said('no', 'refuse', 'deliberate')] }),
  line(4, { out }),
];
const none = new Map();

describe('lines of a batch', () => {
  it('are counted with what was chosen a moment ago', () => {
    const pending = new Map([['case-1', { caseId: 'case-1', decision: 'valid' }]]);
    expect(countsOf(lines, 'verify', none)).toEqual({ in: 3, open: 2, out: 1, by: { valid: 1 } });
    expect(countsOf(lines, 'verify', pending)).toEqual({ in: 3, open: 1, out: 1, by: { valid: 2 } });
  });

  it('are found by decision, name and ticket', () => {
    const shown = (filter: string, search = '') =>
      linesShown(lines, { filter, search }, 'verify', none).map(({ position }) => position);
    expect(shown('open')).toEqual([1, 3]);
    expect(shown('valid')).toEqual([2]);
    expect(shown('out')).toEqual([4]);
    expect(shown('all', 'uji 2')).toEqual([2]);
    expect(shown('all', 'aaaa0003')).toEqual([3]);
  });

  it('are not sent again over what somebody else decided', () => {
    const pending = new Map(lines.map(({ caseId }) => [caseId, { caseId, decision: 'valid' }]));
    expect(undecidedOf(lines, 'verify', pending).map(({ caseId }) => caseId)).toEqual(['case-1', 'case-3']);
  });

  it('say when they were refused before', () => {
    expect(lines.filter((one) => wasRefused(one, 'verify')).map(({ position }) => position)).toEqual([3]);
  });

  it('are sent a hundred at a time, and known afterwards without being read', () => {
    const many = Array.from({ length: 201 }, (_, at) => ({ caseId: `case-${at}`, decision: 'valid' }));
    expect(portionsOf(many).map(({ length }) => length)).toEqual([100, 100, 1]);
    const drops = {
      id: 'removed',
      label: 'Keluarkan',
      tone: 'refuse',
      note: 'required',
      drops: true,
    } as const;
    const step = { step: 'verify', label: 'Verifikasi', decisions: [drops] };
    const [first] = linesAfter(lines, step, [{ caseId: 'case-1', decision: 'removed' }]);
    expect(first).toMatchObject({ out: { why: 'Keluarkan' }, decided: [{ decision: 'removed' }] });
  });
});

it('leave what was refused or has left out of the workbook, under the names of the agency', () => {
  const all = { columns: [{ fact: 'name', label: 'Nama' }], rows: lines };
  expect(exportSheet({ ticket: 'BBBB-0001-B' }, all, { name: 'NAMA PESERTA' })).toEqual({
    name: 'BBBB-0001-B',
    headings: ['No', 'NAMA PESERTA', 'Keputusan', 'Tiket'],
    rows: [
      ['1', 'Warga Uji 1', '', 'AAAA-0001-A'],
      ['2', 'Warga Uji 2', 'valid', 'AAAA-0002-A'],
    ],
  });
});
