// The coming weeks as a strip of days: which count, which do not, and why. A table, so that it can also be heard.
import type { CalendarView } from '@layan/contract/staff/calendar';
import { dayInWords } from '@layan/domain/deadline/dates-in-words';
import { VisuallyHidden } from '@mantine/core';

type Day = CalendarView['days'][number];

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

const weeksOf = (days: readonly Day[]): readonly (readonly Day[])[] =>
  Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));

const states = { counts: 'kerja', counter: 'loket', closed: 'tutup', holiday: 'libur' } as const;

const stateOf = ({ office, counter, closure }: Day): keyof typeof states => {
  if (closure) return 'holiday';
  if (office.length > 0) return 'counts';
  return counter.length > 0 ? 'counter' : 'closed';
};

function Cell({ day, today }: { day: Day; today: string }) {
  const state = stateOf(day);
  return (
    <td data-state={state} aria-current={day.date === today ? 'date' : undefined}>
      <span aria-hidden className="day-number">
        {Number(day.date.slice(8))}
      </span>
      <VisuallyHidden>
        {dayInWords(day.date)}
        {day.date === today ? ', hari ini' : ''}:{' '}
      </VisuallyHidden>
      <span className="day-state">{states[state]}</span>
      {day.closure ? <VisuallyHidden>, {day.closure.name}</VisuallyHidden> : null}
    </td>
  );
}

export function ComingWeeks({ days, today }: { days: readonly Day[]; today: string }) {
  return (
    <>
      <table className="weeks">
        <caption>Hari “kerja” dihitung. Hari “tutup” dan “libur” tidak.</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                <abbr title={name}>{name.slice(0, 3)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day) => (
                <Cell key={day.date} day={day} today={today} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="plain-list named-days">
        {days
          .filter(({ closure }) => closure !== undefined)
          .map(({ date, closure }) => (
            <li key={date}>
              {dayInWords(date)}: {closure?.name}
            </li>
          ))}
      </ul>
    </>
  );
}
