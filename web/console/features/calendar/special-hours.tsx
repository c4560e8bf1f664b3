// Periods with hours of their own that were entered here, and the form for one more.
import { type CalendarView, removeSpecialHours } from '@layan/contract/staff/calendar';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../shared/api.ts';
import { Disclosure } from '../../shared/disclosure.tsx';
import { useMe } from '../../shared/me.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { SpecialHoursForm } from './special-hours-form.tsx';

const PROMISES = 'Janji yang belum selesai dihitung ulang dalam dua menit.';

export function SpecialHours({ view, onDone }: { view: CalendarView; onDone: (what: string) => void }) {
  const api = useApi();
  const me = useMe();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: ({ from }: CalendarView['special'][number]) =>
      api.call(removeSpecialHours, { params: { from } }),
    onSuccess: (changed, { name }) => {
      queries.setQueryData(['calendar'], changed);
      onDone(`Jam khusus “${name}” dihapus. ${PROMISES}`);
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['calendar'] }),
  });
  if (!me.manager && view.special.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="jam-khusus">
      <Title order={2} size="h5" id="jam-khusus">
        Jam khusus, misalnya Ramadan
      </Title>
      {view.special.length === 0 ? <Text mt="xs">Belum ada jam khusus.</Text> : null}
      <ul className="plain-list holidays">
        {view.special.map((period) => (
          <li key={period.from}>
            <span className="holiday-date">
              {plainDateInWords(period.from)} sampai {plainDateInWords(period.to)}
            </span>
            <span>{period.name}</span>
            {me.manager && period.from > view.today ? (
              <Button
                variant="default"
                size="compact-sm"
                mih={44}
                loading={remove.isPending && remove.variables.from === period.from}
                disabled={remove.isPending}
                aria-label={`Hapus jam khusus ${period.name}`}
                onClick={() => remove.mutate(period)}
              >
                Hapus
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemNotice error={remove.error} />
      {me.manager ? (
        <Disclosure summary="Tambah jam khusus">
          <SpecialHoursForm
            today={view.today}
            onAdded={(changed, name) => {
              queries.setQueryData(['calendar'], changed);
              onDone(`Jam khusus “${name}” tersimpan. ${PROMISES}`);
            }}
          />
        </Disclosure>
      ) : null}
    </section>
  );
}
