import { describe, expect, test } from 'vitest';
import type { StatedEntry } from '../case/stated-promises.ts';
import { InstantText } from '../kernel/ids.ts';
import { defaultCalendar } from './default-calendar.ts';
import { ledgerInWords, promiseInWords, type Reader, type Wordable } from './promise-in-words.ts';

const calendar = defaultCalendar('Asia/Jakarta');
const at = (local: string) =>
  InstantText.parse(new Date(`${local.replace(' ', 'T')}:00+07:00`).toISOString());

const threeDays: Wordable = {
  state: 'running',
  dueAt: at('2026-03-27 16:30'),
  duration: { amount: 3, unit: 'working_day' },
  calendar: 'office',
};
const oneHour: Wordable = {
  ...threeDays,
  dueAt: at('2026-07-06 13:30'),
  duration: { amount: 1, unit: 'working_hour' },
};

const standing = (promise: Wordable, now: string, reader: Reader = 'citizen') =>
  promiseInWords(promise, calendar, at(now), reader).standing;

describe('a promise of days', () => {
  test('is due on a date', () => {
    expect(promiseInWords(threeDays, calendar, at('2026-03-17 09:00'), 'citizen').due).toBe(
      'Jumat, 27 Maret 2026',
    );
  });

  test.each([
    ['2026-03-17 09:00', 'sisa 3 hari kerja'],
    ['2026-03-25 09:00', 'sisa 2 hari kerja'],
    ['2026-03-26 20:00', 'sisa 1 hari kerja'],
    ['2026-03-27 09:00', 'hari ini, sampai 16.30 WIB'],
    ['2026-03-27 17:00', 'lewat kurang dari 1 hari kerja'],
    ['2026-03-30 08:00', 'lewat 1 hari kerja'],
  ])('at %s says "%s"', (now, words) => {
    expect(standing(threeDays, now)).toBe(words);
  });

  test('counts all days when the standard does', () => {
    const days: Wordable = {
      ...threeDays,
      dueAt: at('2026-03-27 23:59'),
      duration: { amount: 14, unit: 'calendar_day' },
    };
    expect(standing(days, '2026-03-17 09:00')).toBe('sisa 10 hari');
    expect(standing(days, '2026-03-27 09:00')).toBe('hari ini, sampai 23.59 WIB');
    expect(standing(days, '2026-03-29 00:10')).toBe('lewat 2 hari');
  });
});

describe('a promise of hours', () => {
  test('is due at a time of day', () => {
    expect(promiseInWords(oneHour, calendar, at('2026-07-06 11:30'), 'citizen').due).toBe(
      'Senin, 6 Juli 2026, 13.30 WIB',
    );
  });

  test.each([
    ['2026-07-06 11:30', 'sisa 1 jam kerja'],
    ['2026-07-06 12:30', 'sisa 30 menit kerja'],
    ['2026-07-06 13:30', 'sisa kurang dari 1 menit'],
    ['2026-07-06 13:30:30', 'baru saja lewat'],
    ['2026-07-07 08:45', 'lewat 3 jam 45 menit kerja'],
  ])('at %s says "%s"', (now, words) => {
    const time = InstantText.parse(new Date(`${now.replace(' ', 'T')}+07:00`).toISOString());
    expect(promiseInWords(oneHour, calendar, time, 'citizen').standing).toBe(words);
  });

  test('runs over night when the standard counts plain hours', () => {
    const hours: Wordable = { ...oneHour, duration: { amount: 48, unit: 'hour' } };
    expect(standing(hours, '2026-07-06 02:00')).toBe('sisa 11 jam 30 menit');
  });
});

describe('a promise that does not run', () => {
  const now = '2026-03-26 09:00';

  test('says for whom it stands still', () => {
    const paused = (party: 'applicant' | 'external', label: string): Wordable => ({
      ...threeDays,
      state: 'paused',
      waitsFor: { party, label },
    });
    expect(standing(paused('applicant', 'Pemohon'), now)).toBe('berhenti sementara: menunggu Anda');
    expect(standing(paused('applicant', 'Pemohon'), now, 'staff')).toBe(
      'berhenti sementara: menunggu pemohon',
    );
    expect(standing(paused('external', 'Bupati'), now)).toBe('berhenti sementara: menunggu Bupati');
  });

  test('says when it was kept', () => {
    expect(standing({ ...threeDays, state: 'kept', settledAt: at('2026-03-25 10:00') }, now)).toBe(
      'ditepati Rabu, 25 Maret 2026',
    );
  });

  test('broken, is late until the case ends and no longer', () => {
    const broken: Wordable = { ...threeDays, state: 'broken' };
    expect(standing(broken, '2026-04-01 09:00')).toBe('lewat 3 hari kerja');
    expect(standing({ ...broken, endedAt: at('2026-03-31 09:00') }, '2026-04-20 09:00')).toBe(
      'lewat 2 hari kerja',
    );
  });

  test('does not pretend to apply', () => {
    expect(standing({ ...threeDays, state: 'conditional' }, now)).toBe('berlaku jika syaratnya terpenuhi');
    expect(standing({ ...threeDays, state: 'dropped' }, now)).toBe('tidak berlaku');
  });
});

describe('a target', () => {
  const target: Wordable = { ...oneHour, kind: 'target' };
  const ledger: StatedEntry[] = [
    { at: at('2026-07-06 11:30'), turn: 'applies' },
    { at: at('2026-07-06 13:31'), turn: 'broken' },
    { at: at('2026-07-06 13:20'), turn: 'kept' },
  ];

  test('is reached or missed, never a broken promise', () => {
    expect(
      standing({ ...target, state: 'kept', settledAt: at('2026-07-06 13:00') }, '2026-07-07 09:00'),
    ).toBe('tercapai Senin, 6 Juli 2026');
    expect(standing({ ...target, state: 'broken' }, '2026-07-06 13:45')).toBe('target lewat 15 menit kerja');
    const lines = ledgerInWords({ ...target, ledger }, calendar, 'citizen').map(({ what }) => what);
    expect(lines).toEqual(['Target ini berlaku untuk Anda.', 'Target tidak tercapai.', 'Target tercapai.']);
  });
});

describe('an agreed date', () => {
  const agreed: Wordable = {
    ...threeDays,
    duration: { unit: 'agreed', fact: 'answer-on' },
    dueAt: at('2026-03-27 16:30'),
  };

  test('is due on that day, with the working days that are left', () => {
    const words = promiseInWords(agreed, calendar, at('2026-03-25 09:00'), 'citizen');
    expect(words).toMatchObject({ due: 'Jumat, 27 Maret 2026', standing: 'sisa 2 hari kerja' });
  });

  test('tells what was agreed, and what was agreed instead', () => {
    const ledger: StatedEntry[] = [
      { at: at('2026-03-17 09:00'), turn: 'started', dueAt: at('2026-03-27 16:30'), agreed: '2026-03-27' },
      {
        at: at('2026-03-26 09:00'),
        turn: 'moved',
        dueAt: at('2026-03-30 16:00'),
        agreed: '2026-03-30',
        reason: 'kesepakatan baru',
      },
      { at: at('2026-03-27 09:00'), turn: 'extended', dueAt: at('2026-03-31 16:00') },
    ];
    const lines = ledgerInWords({ ...agreed, ledger }, calendar, 'staff').map(({ what }) => what);
    expect(lines).toEqual([
      'Disepakati: paling lambat Jumat, 27 Maret 2026.',
      'Kesepakatan baru: paling lambat Senin, 30 Maret 2026.',
      'Diperpanjang sampai Selasa, 31 Maret 2026.',
    ]);
  });
});

test('a suspended case says so, to each in their words', () => {
  const held: Wordable = { ...threeDays, state: 'paused', suspension: 'hold' };
  expect(standing(held, '2026-03-26 09:00')).toBe('berhenti sementara: berkas Anda sedang ditunda');
  expect(standing(held, '2026-03-26 09:00', 'staff')).toBe('berhenti sementara: berkas sedang ditunda');
});

test('an estimate says why it is one', () => {
  const words = promiseInWords(
    { ...threeDays, unknownYears: [2028] },
    calendar,
    at('2026-03-17 09:00'),
    'citizen',
  );
  expect(words.caution).toBe('Perkiraan: hari libur tahun 2028 belum ditetapkan.');
  expect(promiseInWords(threeDays, calendar, at('2026-03-17 09:00'), 'citizen')).not.toHaveProperty(
    'caution',
  );
});

describe('the ledger of a promise', () => {
  const ledger: StatedEntry[] = [
    { at: at('2026-03-17 09:05'), turn: 'started', dueAt: at('2026-03-27 16:30') },
    {
      at: at('2026-03-17 10:00'),
      turn: 'paused',
      place: 'returned',
      waitsFor: { party: 'applicant', label: 'Pemohon' },
    },
    { at: at('2026-03-25 08:00'), turn: 'resumed', dueAt: at('2026-03-30 16:00') },
    { at: at('2026-03-26 08:00'), turn: 'moved', dueAt: at('2026-03-31 16:00'), reason: 'libur daerah' },
    { at: at('2026-03-31 16:00'), turn: 'kept' },
  ];

  test('tells every turn with its time, its date and its reason', () => {
    const lines = ledgerInWords({ ...threeDays, state: 'kept', ledger }, calendar, 'citizen');
    expect(lines.map(({ when, what }) => `${when}: ${what}`)).toEqual([
      'Selasa, 17 Maret 2026, 09.05 WIB: Mulai dihitung. Paling lambat Jumat, 27 Maret 2026.',
      'Selasa, 17 Maret 2026, 10.00 WIB: Berhenti sementara: menunggu Anda.',
      'Rabu, 25 Maret 2026, 08.00 WIB: Dihitung lagi. Paling lambat Senin, 30 Maret 2026.',
      'Kamis, 26 Maret 2026, 08.00 WIB: Bergeser ke Selasa, 31 Maret 2026. Sebabnya: libur daerah.',
      'Selasa, 31 Maret 2026, 16.00 WIB: Ditepati.',
    ]);
  });

  test('speaks of the applicant to staff', () => {
    const [, paused] = ledgerInWords({ ...threeDays, ledger }, calendar, 'staff');
    expect(paused?.what).toBe('Berhenti sementara: menunggu pemohon.');
  });
});
