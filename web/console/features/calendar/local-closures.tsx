// Days that were entered here: local closures, and holidays decreed later. Who manages a service enters them and takes
// them back.
import { type CalendarView, removeClosure } from '@layan/contract/staff/calendar';
import { dayInWords } from '@layan/domain/deadline/dates-in-words';
import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import { ClosureForm } from './closure-form.tsx';

const PROMISES = 'Janji yang belum selesai ikut bergeser dalam dua menit.';

export function LocalClosures({ view, onDone }: { view: CalendarView; onDone: (what: string) => void }) {
  const api = useApi();
  const me = useMe();
  const queries = useQueryClient();
  const local = view.closures.filter(({ kind, entered }) => kind === 'local' || entered);
  const remove = useMutation({
    mutationFn: ({ date }: (typeof local)[number]) =>
      api.call(removeClosure, { params: { date }, body: date === view.today ? { today: true } : {} }),
    onSuccess: (changed, { date, name }) => {
      queries.setQueryData(['calendar'], changed);
      onDone(`Libur “${name}” pada ${dayInWords(date)} dihapus. ${PROMISES}`);
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['calendar'] }),
  });
  return (
    <section className="panel" aria-labelledby="libur-daerah">
      <Title order={2} size="h5" id="libur-daerah">
        Libur yang dimasukkan di sini
      </Title>
      {local.length === 0 ? <Text mt="xs">Belum ada libur yang dimasukkan.</Text> : null}
      <ul className="plain-list holidays">
        {local.map((closure) => (
          <li key={closure.date}>
            <span className="holiday-date">{dayInWords(closure.date)}</span>
            <span>{closure.name}</span>
            {closure.kind === 'local' ? null : (
              <Tag>{closure.kind === 'jointLeave' ? 'Cuti bersama' : 'Libur nasional'}</Tag>
            )}
            {me.manager && closure.date >= view.today ? (
              <Button
                variant="default"
                size="compact-sm"
                mih={44}
                loading={remove.isPending && remove.variables.date === closure.date}
                disabled={remove.isPending}
                aria-label={`Hapus libur ${closure.name}`}
                onClick={() => remove.mutate(closure)}
              >
                Hapus
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemNotice error={remove.error} />
      {me.manager ? (
        <ClosureForm
          today={view.today}
          onAdded={(changed, { date, name }) => {
            queries.setQueryData(['calendar'], changed);
            onDone(`Libur “${name}” pada ${dayInWords(date)} tersimpan. ${PROMISES}`);
          }}
        />
      ) : (
        <Text mt="sm" size="sm" c="dark.6">
          Hari libur dimasukkan oleh manajer layanan.
        </Text>
      )}
    </section>
  );
}
