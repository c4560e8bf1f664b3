import { defaultCalendar } from '@layan/domain/deadline/default-calendar';
import { receivedAt } from '@layan/domain/deadline/working-time';
import { toInstantText } from '@layan/domain/kernel/instant';
import { indexOf } from '@layan/domain/process/process-index';
import { Standard } from '@layan/domain/standard/standard';
import { TenantFile, tenantFrom } from '@layan/domain/standard/tenant-file';
import { describe, expect, test } from 'vitest';
import { call } from '../fixtures/call.ts';
import { example, examplePath } from '../fixtures/example.ts';
import { forecastOf } from '../forecast.ts';
import { DeadlineResult } from '../results/deadline-result.ts';
import { playTold } from '../stories/play-told.ts';
import { forecastInWords } from '../words/forecast-in-words.ts';
import { namesOf } from '../words/names.ts';

const file = examplePath('surat-rekomendasi.json');
const tenant = examplePath('kabupaten-contoh.json');
const standard = Standard.parse(JSON.parse(await example('surat-rekomendasi.json')));
const kabupaten = tenantFrom(TenantFile.parse(JSON.parse(await example('kabupaten-contoh.json'))));

const ask = async (...args: string[]) => {
  const { exit, out } = await call(['deadline', file, '--json', ...args]);
  const answer = DeadlineResult.parse(JSON.parse(out));
  const one = (id: string) => answer.deadlines.find((deadline) => deadline.id === id);
  return { exit, answer, one };
};

describe('layan deadline', () => {
  test('explains the due time day by day, by the calendar of the tenant', async () => {
    const { exit, answer, one } = await ask(
      '--channel',
      'box',
      '--from',
      '2026-03-06T16:10',
      '--tenant',
      tenant,
    );
    expect(exit).toBe(0);
    expect([answer.zone, answer.received.at]).toEqual(['WITA', '2026-03-09T00:00:00.000Z']);
    const promise = one('suggestion-answered');
    expect([promise?.state, promise?.trace?.due.at]).toEqual(['running', '2026-03-17T07:00:00.000Z']);
    expect(promise?.trace?.days.map(({ count, closed }) => closed?.name ?? closed?.why ?? count)).toEqual([
      0,
      'Hari jadi Kabupaten Contoh',
      1,
      2,
      3,
      'noHours',
      'noHours',
      4,
      5,
    ]);
    expect(promise?.rule).toMatchObject({
      duration: '5 hari kerja',
      cites: ['processingTime.4', 'complaintHandling.2'],
    });
  });

  test('tells the opening hours that were used up', async () => {
    const { one } = await ask('--channel', 'counter', '--from', '2026-03-02T15:50');
    const target = one('file-checked');
    expect(target?.trace?.due.at).toBe('2026-03-03T00:50:00.000Z');
    expect(target?.trace?.days.flatMap(({ used }) => used ?? []).map(({ minutes }) => minutes)).toEqual([
      10, 20,
    ]);
    expect(target?.trace?.usedMinutes).toBe(30);
  });

  test('what starts later says when, on what it waits, and when it is due at the earliest', async () => {
    const from = ['--channel', 'counter', '--from', '2026-03-02T09:00'];
    const open = await ask(...from);
    expect(open.one('plain-letter')).toMatchObject({ state: 'later', waitsFor: ['visitNeeded'] });
    expect(open.one('plain-letter')?.rule.starts).toContain('Terima berkas');
    expect(open.one('plain-letter')?.earliest?.due.at).toBe('2026-03-05T09:00:00.000Z');
    expect(open.one('suggestion-answered')).toMatchObject({ state: 'otherChannel' });

    const decided = await ask(
      ...from,
      '--fact',
      'visitNeeded=tidak',
      '--start',
      'plain-letter=2026-03-03T10:00',
    );
    expect(decided.one('plain-letter')).toMatchObject({ state: 'running' });
    expect(decided.one('plain-letter')?.trace?.due.at).toBe('2026-03-06T09:30:00.000Z');
    expect(decided.one('visited-letter')).toMatchObject({ state: 'notApplicable' });
  });

  test('no clock starts before the case arrives', async () => {
    const from = ['--channel', 'counter', '--from', '2026-03-09T10:00'];
    const { exit, err } = await call(['deadline', file, ...from, '--start', 'plain-letter=2026-03-02T09:00']);
    expect(exit).toBe(2);
    expect(err).toContain('mendahului datangnya berkas');
  });

  test('names in words what it waits for and the day on which a clock starts', async () => {
    const from = ['--channel', 'counter', '--from', '2026-03-02T09:00'];
    const { out } = await call(['deadline', file, ...from]);
    expect(out).toContain('menunggu data: "');
    expect(out).not.toContain('visitNeeded');
    expect(out).toContain('hari ke-0, hari mulai');
  });

  test.each([
    ['2026-03-02T09:15', '2026-03-02T02:15:00.000Z'],
    ['2026-03-02T09:15:30', '2026-03-02T02:15:30.000Z'],
    ['2026-03-02T09:15+09:00', '2026-03-02T00:30:00.000Z'],
    ['2026-03-02T02:15Z', '2026-03-02T02:15:00.000Z'],
    ['2028-02-29T23:59', '2028-03-01T00:30:00.000Z'],
  ])('reads the time %s', async (from, received) => {
    const { answer } = await ask('--channel', 'box', '--from', from);
    expect(answer.received.at).toBe(received);
  });

  test.each([
    'yesterday',
    '2026-03-02',
    '2026-03-02 09:15',
    '2026-02-30T09:15',
    '2026-13-01T09:15',
    '2026-03-02T24:00',
    '2026-03-02T09:60',
    '2026-03-02T9:15',
    '2026-03-02T09:15+25:00',
    '0000-01-01T00:00',
    '9999-12-31T09:00',
    '2026-03-02T09:15Zzz',
  ])('refuses the time %s', async (from) => {
    const { exit, err } = await call(['deadline', file, '--channel', 'box', '--from', from]);
    expect(exit).toBe(2);
    expect(err).toContain('2026-03-02T09:15');
  });

  test.each([
    ['visitNeeded', 'nama=nilai'],
    ['visitNeeded=maybe', 'true atau false'],
    ['visitNeded=true', 'Maksud Anda "visitNeeded"?'],
    ['__proto__=1', '__proto__'],
    ['purpose=holiday', 'salah satu dari: school, treatment'],
    ['visitDate=2026-02-30', 'tanggal'],
  ])('refuses the fact %s', async (fact, words) => {
    const args = ['deadline', file, '--channel', 'counter', '--from', '2026-03-02T09:00', '--fact', fact];
    const { exit, err } = await call(args);
    expect(exit).toBe(2);
    expect(err).toContain(words);
  });

  test('a year whose holidays are not decreed yet makes an estimate', async () => {
    const { one } = await ask('--channel', 'box', '--from', '2028-03-02T09:00');
    expect(one('suggestion-answered')?.trace?.unknownYears).toEqual([2028]);
  });

  test('what its outer limit holds is due with the limit, as in the engine', () => {
    const { process } = standard;
    const outer = process.deadlines.find(({ id }) => id === 'suggestion-answered');
    if (!outer) throw new Error('the example has lost its box');
    const inner = {
      ...outer,
      id: 'inner',
      duration: { amount: 9, unit: 'working_day' as const },
      within: outer.id,
    };
    const limited = { ...standard, process: { ...process, deadlines: [inner, outer] } };
    const { calendar } = kabupaten;
    const from = toInstantText(Date.UTC(2026, 2, 9, 1));
    const question = { calendar, channel: 'box', received: from, facts: {}, starts: new Map() };
    const [held, limit] = forecastOf(limited, question);
    expect(held).toMatchObject({ state: 'running', limit: { id: outer.id, due: limit?.trace?.due } });
    expect(limit?.limit).toBeUndefined();
    const told = { channel: 'box', facts: {}, turns: [] };
    const { played } = playTold(limited, told, { calendar, from, makeUp: true });
    expect(played?.snapshot.promises.map(({ dueAt }) => dueAt)).toEqual([
      held?.limit?.due.at,
      held?.limit?.due.at,
    ]);
    const result = {
      command: 'deadline' as const,
      file,
      standard: { id: limited.id, title: limited.title, agency: 'dinas' },
      zone: 'WITA',
      channel: { id: 'box', label: 'Kotak saran', hours: 'office' as const },
      arrives: { at: from, local: '' },
      received: { at: from, local: '' },
      facts: {},
      deadlines: held ? [held] : [],
    };
    expect(forecastInWords(result, calendar.zone, namesOf(limited.process))).toContain(
      `jatuh tempo ${limit?.trace?.due.local}, bersama batas luar "${outer.label}"`,
    );
  });

  test('reckons as the engine does when a case is filed', () => {
    for (const { calendar } of [kabupaten, { calendar: defaultCalendar('Asia/Jayapura') }]) {
      for (const { id, hours } of standard.process.channels) {
        for (let hour = 0; hour < 21 * 24; hour += 7) {
          const from = toInstantText(Date.UTC(2026, 2, 1) + hour * 3_600_000);
          const received = receivedAt(calendar, hours, from).at;
          const { played } = playTold(
            standard,
            { channel: id, facts: {}, turns: [] },
            { calendar, from, makeUp: true },
          );
          const facts = played?.snapshot.facts ?? {};
          const asked = { calendar, channel: id, received, facts, starts: new Map() };
          const expected = forecastOf(standard, asked).flatMap((deadline) =>
            deadline.trace ? [[deadline.id, deadline.trace.due.at]] : [],
          );
          const kept = played?.snapshot.promises.map(({ promise, dueAt }) => [promise, dueAt]);
          expect(kept).toEqual(expected);
          expect(played?.snapshot.receivedAt).toBe(received);
        }
      }
    }
    expect(indexOf(standard.process).deadlines.size).toBeGreaterThan(0);
  });
});
