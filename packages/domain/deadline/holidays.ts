// National holidays (libur nasional) and joint leave (cuti bersama) by decree. A year is added when its decree is published.
import type { Closure } from './calendar.ts';

interface DecreedYear {
  readonly year: number;
  readonly decree: string;
  readonly nationalHolidays: Readonly<Record<string, string>>;
  readonly jointLeave: Readonly<Record<string, string>>;
}

const decreedYears: readonly DecreedYear[] = [
  {
    year: 2025,
    decree: 'SKB Menag, Menaker, MenPANRB 1017/2024, 2/2024, 2/2024; amended by 933/2025, 1/2025, 3/2025',
    nationalHolidays: {
      '2025-01-01': 'Tahun Baru 2025 Masehi',
      '2025-01-27': 'Isra Mikraj Nabi Muhammad S.A.W.',
      '2025-01-29': 'Tahun Baru Imlek 2576 Kongzili',
      '2025-03-29': 'Hari Suci Nyepi (Tahun Baru Saka 1947)',
      '2025-03-31': 'Idul Fitri 1446 Hijriah',
      '2025-04-01': 'Idul Fitri 1446 Hijriah',
      '2025-04-18': 'Wafat Yesus Kristus',
      '2025-04-20': 'Kebangkitan Yesus Kristus (Paskah)',
      '2025-05-01': 'Hari Buruh Internasional',
      '2025-05-12': 'Hari Raya Waisak 2569 BE',
      '2025-05-29': 'Kenaikan Yesus Kristus',
      '2025-06-01': 'Hari Lahir Pancasila',
      '2025-06-06': 'Idul Adha 1446 Hijriah',
      '2025-06-27': '1 Muharam Tahun Baru Islam 1447 Hijriah',
      '2025-08-17': 'Proklamasi Kemerdekaan',
      '2025-09-05': 'Maulid Nabi Muhammad S.A.W.',
      '2025-12-25': 'Kelahiran Yesus Kristus (Natal)',
    },
    jointLeave: {
      '2025-01-28': 'Cuti Bersama Tahun Baru Imlek 2576 Kongzili',
      '2025-03-28': 'Cuti Bersama Hari Suci Nyepi',
      '2025-04-02': 'Cuti Bersama Idul Fitri 1446 H',
      '2025-04-03': 'Cuti Bersama Idul Fitri 1446 H',
      '2025-04-04': 'Cuti Bersama Idul Fitri 1446 H',
      '2025-04-07': 'Cuti Bersama Idul Fitri 1446 H',
      '2025-05-13': 'Cuti Bersama Hari Raya Waisak',
      '2025-05-30': 'Cuti Bersama Kenaikan Yesus Kristus',
      '2025-06-09': 'Cuti Bersama Idul Adha 1446 H',
      '2025-08-18': 'Cuti Bersama Proklamasi Kemerdekaan',
      '2025-12-26': 'Cuti Bersama Natal',
    },
  },
  {
    year: 2026,
    decree: 'SKB Menag, Menaker, MenPANRB 1497/2025, 2/2025, 5/2025',
    nationalHolidays: {
      '2026-01-01': 'Tahun Baru 2026 Masehi',
      '2026-01-16': 'Isra Mikraj Nabi Muhammad S.A.W.',
      '2026-02-17': 'Tahun Baru Imlek 2577 Kongzili',
      '2026-03-19': 'Hari Suci Nyepi (Tahun Baru Saka 1948)',
      '2026-03-21': 'Idul Fitri 1447 Hijriah',
      '2026-03-22': 'Idul Fitri 1447 Hijriah',
      '2026-04-03': 'Wafat Yesus Kristus',
      '2026-04-05': 'Kebangkitan Yesus Kristus (Paskah)',
      '2026-05-01': 'Hari Buruh Internasional',
      '2026-05-14': 'Kenaikan Yesus Kristus',
      '2026-05-27': 'Idul Adha 1447 Hijriah',
      '2026-05-31': 'Hari Raya Waisak 2570 BE',
      '2026-06-01': 'Hari Lahir Pancasila',
      '2026-06-16': '1 Muharam Tahun Baru Islam 1448 Hijriah',
      '2026-08-17': 'Proklamasi Kemerdekaan',
      '2026-08-25': 'Maulid Nabi Muhammad S.A.W.',
      '2026-12-25': 'Kelahiran Yesus Kristus (Natal)',
    },
    jointLeave: {
      '2026-02-16': 'Cuti Bersama Tahun Baru Imlek 2577 Kongzili',
      '2026-03-18': 'Cuti Bersama Hari Suci Nyepi',
      '2026-03-20': 'Cuti Bersama Idul Fitri 1447 H',
      '2026-03-23': 'Cuti Bersama Idul Fitri 1447 H',
      '2026-03-24': 'Cuti Bersama Idul Fitri 1447 H',
      '2026-05-15': 'Cuti Bersama Kenaikan Yesus Kristus',
      '2026-05-28': 'Cuti Bersama Idul Adha 1447 H',
      '2026-12-24': 'Cuti Bersama Natal',
    },
  },
  {
    year: 2027,
    decree: 'SKB Menag, Menaker, MenPANRB signed 15 September 2026',
    nationalHolidays: {
      '2027-01-01': 'Tahun Baru 2027 Masehi',
      '2027-01-05': 'Isra Mikraj Nabi Muhammad S.A.W. 1448 Hijriah',
      '2027-02-06': 'Tahun Baru Imlek 2578 Kongzili',
      '2027-03-08': 'Hari Suci Nyepi (Tahun Baru Saka 1949)',
      '2027-03-10': 'Idul Fitri 1448 Hijriah',
      '2027-03-11': 'Idul Fitri 1448 Hijriah',
      '2027-03-26': 'Wafat Yesus Kristus',
      '2027-03-28': 'Kebangkitan Yesus Kristus (Paskah)',
      '2027-05-01': 'Hari Buruh Internasional',
      '2027-05-06': 'Kenaikan Yesus Kristus',
      '2027-05-17': 'Idul Adha 1448 Hijriah',
      '2027-05-20': 'Hari Raya Waisak 2571 BE',
      '2027-06-01': 'Hari Lahir Pancasila',
      '2027-06-06': '1 Muharam Tahun Baru Islam 1449 Hijriah',
      '2027-08-15': 'Maulid Nabi Muhammad S.A.W.',
      '2027-08-17': 'Proklamasi Kemerdekaan',
      '2027-12-25': 'Kelahiran Yesus Kristus (Natal)',
      '2027-12-26': 'Isra Mikraj Nabi Muhammad S.A.W. 1449 Hijriah',
    },
    jointLeave: {
      '2027-02-05': 'Cuti Bersama Tahun Baru Imlek 2578 Kongzili',
      '2027-03-09': 'Cuti Bersama Idul Fitri 1448 H',
      '2027-03-12': 'Cuti Bersama Idul Fitri 1448 H',
      '2027-03-15': 'Cuti Bersama Idul Fitri 1448 H',
      '2027-03-25': 'Cuti Bersama Wafat Yesus Kristus',
      '2027-05-18': 'Cuti Bersama Idul Adha 1448 H',
      '2027-05-19': 'Cuti Bersama Hari Raya Waisak 2571 BE',
      '2027-12-24': 'Cuti Bersama Natal',
    },
  },
];

const closures = (kind: Closure['kind'], days: Readonly<Record<string, string>>): Closure[] =>
  Object.entries(days).map(([date, name]) => ({ date, kind, name }));

/** Every decreed closure, oldest first. Joint leave binds the civil service like a holiday. */
export const decreedClosures: readonly Closure[] = decreedYears
  .flatMap((year) => [
    ...closures('nationalHoliday', year.nationalHolidays),
    ...closures('jointLeave', year.jointLeave),
  ])
  .sort((a, b) => (a.date < b.date ? -1 : 1));
