import { describe, expect, test } from 'vitest';
import { TenantCalendar } from './calendar.ts';
import { defaultCalendar } from './default-calendar.ts';
import { isOpenOn, localClosures, withClosure, withoutClosure } from './local-closures.ts';

const calendar = defaultCalendar('Asia/Jakarta');
const anniversary = { date: '2026-09-04', name: 'Hari jadi kota' };

describe('a local closure', () => {
  test('shuts its day, stands among the others by date and can be taken back', () => {
    const closed = withClosure(calendar, anniversary);
    expect([isOpenOn(calendar, anniversary.date), isOpenOn(closed, anniversary.date)]).toEqual([true, false]);
    expect(localClosures(closed)).toEqual([anniversary]);
    const dates = TenantCalendar.parse(closed).closures.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted());
    expect(withoutClosure(closed, anniversary.date)).toEqual(calendar);
  });

  test('may be later than every decreed one', () => {
    const last = withClosure(calendar, { date: '2031-01-02', name: 'Uji' });
    expect(last.closures.at(-1)).toEqual({ date: '2031-01-02', kind: 'local', name: 'Uji' });
  });

  test('is all that can be taken back: a national holiday stays', () => {
    expect(withoutClosure(calendar, '2026-08-17')).toEqual(calendar);
  });
});

test('a weekend is closed, and a day on which only the counter is open is not', () => {
  expect(isOpenOn(calendar, '2026-09-05')).toBe(false);
  const saturday = [{ from: '08:00', to: '11:00' }];
  const [mon, tue, wed, thu, fri, , sun] = calendar.counter;
  const counter: TenantCalendar['counter'] = [mon, tue, wed, thu, fri, saturday, sun];
  expect(isOpenOn({ ...calendar, counter }, '2026-09-05')).toBe(true);
});
