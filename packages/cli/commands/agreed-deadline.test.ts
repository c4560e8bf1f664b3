// Dates that somebody agrees on: what is asked before and after they are told.
import { describe, expect, test } from 'vitest';
import { call } from '../fixtures/call.ts';
import { example } from '../fixtures/example.ts';
import { DeadlineResult } from '../results/deadline-result.ts';

const text = (await example('surat-keterangan.json'))
  .replace(
    '"facts": [',
    '"facts": [{ "id": "agreedOn", "label": "Tanggal yang disepakati", "type": "date", "privacy": "ordinary", "basis": { "cites": ["procedure.1"] } },',
  )
  .replace('"fields": [', '"fields": [{ "fact": "agreedOn", "required": false },')
  .replace(
    /"duration": \{[^}]*\}/,
    '"duration": { "unit": "agreed", "fact": "agreedOn", "atMost": { "amount": 10, "unit": "working_day" } }',
  );

const twin =
  '{ "id": "desk", "kind": "promise", "label": "Dijawab di meja", "duration": { "amount": 2, "unit": "working_hour" }, "calendar": "counter", "starts": { "filed": true }, "stops": [{ "ended": true }], "basis": { "cites": ["processingTime.1"] } }';

const ask = async (...facts: string[]) => {
  const args = ['deadline', '-', '--channel', 'counter', '--from', '2026-03-13T10:00', '--json'];
  const { exit, out } = await call([...args, ...facts.flatMap((fact) => ['--fact', fact])], text);
  const [deadline] = DeadlineResult.parse(JSON.parse(out)).deadlines;
  return {
    exit,
    state: deadline?.state,
    waitsFor: deadline?.waitsFor,
    why: deadline?.why,
    trace: deadline?.trace,
  };
};

describe('layan deadline, with a date that is agreed', () => {
  test('waits for the date', async () => {
    expect(await ask()).toMatchObject({ exit: 0, state: 'awaited', waitsFor: ['agreedOn'] });
  });

  test('is due at the close of that day, or of the next open one', async () => {
    const open = await ask('agreedOn=2026-03-17');
    expect([open.state, open.trace?.due.at]).toEqual(['running', '2026-03-17T09:00:00.000Z']);
    const closed = await ask('agreedOn=2026-03-20');
    expect(closed.trace?.due.at).toBe('2026-03-25T09:00:00.000Z');
    expect(closed.trace?.days.at(0)?.closed?.name).toContain('Idul Fitri');
  });

  test('says in words on which day it ends', async () => {
    const args = ['deadline', '-', '--channel', 'counter', '--from', '2026-03-13T10:00'];
    const { out } = await call([...args, '--fact', 'agreedOn=2026-03-17'], text);
    expect(out).toContain('Selasa, 17 Maret 2026: jatuh tempo');
  });

  test.each([
    ['2026-03-12', 'sudah lewat'],
    ['2026-05-01', 'melampaui batas kesepakatan'],
  ])('refuses %s for its own reason, and tells the last day', async (date, why) => {
    const refused = await ask(`agreedOn=${date}`);
    expect(refused).toMatchObject({ exit: 1, state: 'refused' });
    expect(refused.why).toContain(`${why}; paling lambat `);
  });

  test('refuses only the deadline that is agreed', async () => {
    const other = text.replace('"deadlines": [', `"deadlines": [${twin},`);
    const args = ['deadline', '-', '--channel', 'counter', '--from', '2026-03-13T10:00', '--json'];
    const { out } = await call([...args, '--fact', 'agreedOn=2026-05-01'], other);
    const { deadlines } = DeadlineResult.parse(JSON.parse(out));
    expect(deadlines.map(({ state }) => state)).toEqual(['running', 'refused']);
  });
});
