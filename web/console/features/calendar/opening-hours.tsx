// Hours of office and counter by weekday, breaks told as such, and periods with other hours.
import type { CalendarView } from '@layan/contract/staff/calendar';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { Text, Title } from '@mantine/core';
import { hoursInWords } from './hours-in-words.ts';

type Hours = Pick<CalendarView, 'office' | 'counter'>;

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

function HoursTable({ caption, hours }: { caption: string; hours: Hours }) {
  return (
    <table className="hours">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Hari</th>
          <th scope="col">Kantor</th>
          <th scope="col">Loket</th>
        </tr>
      </thead>
      <tbody>
        {weekdays.map((name, at) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{hoursInWords(hours.office[at])}</td>
            <td>{hoursInWords(hours.counter[at])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function OpeningHours({ view }: { view: CalendarView }) {
  return (
    <section className="panel" aria-labelledby="jam">
      <Title order={2} size="h5" id="jam">
        Jam kerja
      </Title>
      <Text size="sm" c="dark.6" mb="xs">
        Janji dihitung menurut jam kantor; sasaran di loket menurut jam loket. Waktu istirahat tidak dihitung.
      </Text>
      <HoursTable caption="Sehari-hari" hours={view} />
      {view.special.map((period) => (
        <HoursTable
          key={period.from}
          caption={`${period.name}, ${plainDateInWords(period.from)} sampai ${plainDateInWords(period.to)}`}
          hours={period}
        />
      ))}
    </section>
  );
}
