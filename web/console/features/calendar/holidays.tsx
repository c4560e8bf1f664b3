// National holidays and joint leave, year by year.
import type { CalendarView } from '@layan/contract/staff/calendar';
import { dayInWords } from '@layan/domain/deadline/dates-in-words';
import { Title } from '@mantine/core';
import { Tag } from '../../shared/tag.tsx';

type Closure = CalendarView['closures'][number];

export function Holidays({ closures }: { closures: readonly Closure[] }) {
  const national = closures.filter(({ kind }) => kind !== 'local');
  const years = [...new Set(national.map(({ date }) => date.slice(0, 4)))];
  return years.map((year) => (
    <section className="panel" aria-labelledby={`libur-${year}`} key={year}>
      <Title order={2} size="h5" id={`libur-${year}`}>
        Libur nasional dan cuti bersama {year}
      </Title>
      <ul className="plain-list holidays">
        {national
          .filter(({ date }) => date.startsWith(year))
          .map(({ date, kind, name }) => (
            <li key={date}>
              <span className="holiday-date">{dayInWords(date)}</span>
              <span>{name}</span>
              {kind === 'jointLeave' ? <Tag>Cuti bersama</Tag> : null}
            </li>
          ))}
      </ul>
    </section>
  ));
}
