// What happened to a version so far: who moved it where, when, and with what word.
import type { StandardVersionView } from '@layan/contract/staff/standards';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { Text, Title } from '@mantine/core';
import { clockTime } from '../../shared/clock-time.ts';
import { useMe } from '../../shared/me.ts';
import { states } from './life-words.ts';

/** The date of an instant, in the zone of the agency. */
const dayOf = (instant: string, zone: string): string =>
  plainDateInWords(new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(instant)));

export function LifeHistory({ view }: { view: StandardVersionView }) {
  const { tenant } = useMe();
  const { life = [], consultation, schedule, adopted } = view;
  const when = (instant: string) => `${dayOf(instant, tenant.zone)}, ${clockTime(instant, tenant.zone)}`;
  if (life.length === 0 && adopted === undefined) return null;
  return (
    <section className="panel" aria-labelledby="riwayat-versi">
      <Title order={2} size="h5" id="riwayat-versi">
        Riwayat versi ini
      </Title>
      <ul className="findings">
        {adopted === undefined ? null : (
          <li>
            <Text size="sm">
              Diambil dari pustaka nasional (<code>{adopted.template}</code>) oleh {adopted.by.name},{' '}
              {when(adopted.at)}
            </Text>
          </li>
        )}
        {life.map(({ to, at, by, note }) => (
          <li key={`${to}.${at}`}>
            <Text fw={500}>{states[to]}</Text>
            <Text size="sm">
              {by?.name ?? 'Otomatis, karena tanggalnya tiba'}, {when(at)}
              {note === undefined
                ? ''
                : `: ${/^\d{4}-\d{2}-\d{2}$/.test(note) ? plainDateInWords(note) : note}`}
            </Text>
          </li>
        ))}
      </ul>
      {consultation === undefined ? null : (
        <Text size="sm">
          Konsultasi publik {plainDateInWords(consultation.from)} sampai{' '}
          {plainDateInWords(consultation.until)}.
          {consultation.minutes === undefined
            ? ' Berita acara belum dicatat.'
            : ` Berita acara: ${consultation.minutes.note} (${consultation.minutes.by.name})`}
        </Text>
      )}
      {schedule === undefined ? null : (
        <Text size="sm">Terbit sendiri pada {plainDateInWords(schedule.publishOn)}.</Text>
      )}
    </section>
  );
}
