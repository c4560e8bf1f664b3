import { describe, expect, it } from 'vitest';
import { InstantText, StaffId } from '../kernel/ids.ts';
import { addEvent, dayIn, emptyDay } from './day-figures.ts';
import { CaseEvent } from './event.ts';

const at = (text: string) => InstantText.parse(text);
const hash = '0'.repeat(64);

const event = (body: unknown, by: unknown, when = '2026-03-25T03:00:00.000Z') =>
  CaseEvent.parse({ caseId: 'a'.repeat(26), seq: 1, at: when, by, previous: null, hash, body });

const clerk = { party: 'staff', id: StaffId.parse('s1'), name: 'Petugas Uji', role: 'frontOffice' };
const step = (missing?: unknown) => ({
  type: 'stepCompleted',
  step: 'check',
  outcome: 'accept',
  facts: {},
  attachments: [],
  ...(missing === undefined ? {} : { missing }),
});

describe('figures of a day', () => {
  it.each([
    ['Asia/Jakarta', '2026-03-25'],
    ['Asia/Makassar', '2026-03-26'],
    ['Asia/Jayapura', '2026-03-26'],
  ] as const)('counts half past eleven at night in Jakarta for the right day in %s', (zone, day) => {
    expect(dayIn(zone, at('2026-03-25T16:30:00.000Z'))).toBe(day);
  });

  it('counts a step of the staff, and when the last one was done, whatever order they come in', () => {
    const early = event(step(), clerk, '2026-03-25T02:00:00.000Z');
    const late = event(step(), clerk, '2026-03-25T04:00:00.000Z');
    for (const order of [
      [early, late],
      [late, early],
    ]) {
      expect(order.reduce(addEvent, emptyDay('2026-03-25'))).toMatchObject({
        stepsDone: 2,
        returned: 0,
        lastStepAt: '2026-03-25T04:00:00.000Z',
      });
    }
  });

  it('counts a file sent back to the applicant', () => {
    const returned = event(step({ requirements: ['familyCard'], facts: [] }), clerk);
    expect(addEvent(emptyDay('2026-03-25'), returned)).toMatchObject({ stepsDone: 1, returned: 1 });
  });

  it('does not count the applicant’s own steps as work of the staff', () => {
    expect(addEvent(emptyDay('2026-03-25'), event(step(), { party: 'applicant' }))).toEqual(
      emptyDay('2026-03-25'),
    );
  });

  it.each([
    [{ type: 'caseEnded', ending: 'granted' }, 'ended'],
    [{ type: 'promiseKept', promise: 'p' }, 'promisesKept'],
    [{ type: 'promiseBroken', promise: 'p' }, 'promisesBroken'],
  ] as const)('counts %j', (body, figure) => {
    expect(addEvent(emptyDay('2026-03-25'), event(body, { party: 'system' }))[figure]).toBe(1);
  });
});
