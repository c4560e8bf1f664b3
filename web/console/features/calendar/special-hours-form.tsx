// Enters a period with hours of its own, such as Ramadan: the week in three rows, as such circulars write it.
import { addSpecialHours, type CalendarView } from '@layan/contract/staff/calendar';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

const rows = ['Senin–Kamis', 'Jumat', 'Sabtu'] as const;
const hours = ['buka', 'istirahat mulai', 'istirahat selesai', 'tutup'] as const;
const places = ['Kantor', 'Loket'] as const;

type Draft = Readonly<Record<string, string>>;
type Week = { from: string; to: string }[][];

const nameOf = (place: string, row: string, hour: string): string => `${place} ${row} ${hour}`;

/** One or two spans; none where nothing is typed. */
function spansOf(draft: Draft, place: string, row: string): Week[number] {
  const [open = '', rest = '', back = '', close = ''] = hours.map(
    (hour) => draft[nameOf(place, row, hour)] ?? '',
  );
  if (open === '' && close === '') return [];
  if (rest === '' && back === '') return [{ from: open, to: close }];
  return [
    { from: open, to: rest },
    { from: back, to: close },
  ];
}

const weekOf = (draft: Draft, place: string): Week => {
  const [usual = [], friday = [], saturday = []] = rows.map((row) => spansOf(draft, place, row));
  return [usual, usual, usual, usual, friday, saturday, []];
};

export function SpecialHoursForm({
  today,
  onAdded,
}: {
  today: string;
  onAdded: (view: CalendarView, name: string) => void;
}) {
  const api = useApi();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft>({});
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: () =>
      api.call(addSpecialHours, {
        body: {
          from: draft.from ?? '',
          to: draft.to ?? '',
          name: (draft.name ?? '').trim(),
          office: weekOf(draft, 'Kantor'),
          counter: weekOf(draft, 'Loket'),
        },
      }),
    onSuccess: (view) => {
      const name = (draft.name ?? '').trim();
      setDraft({});
      setTried(false);
      onAdded(view, name);
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['calendar'] }),
  });
  const told = add.error instanceof ApiProblem ? (add.error.problem.problems ?? []) : [];
  const lacks = {
    ...((draft.name ?? '').trim().length < 3 ? { name: 'Tulis namanya, misalnya “Ramadan 1448”.' } : {}),
    ...((draft.from ?? '') <= today ? { from: 'Pilih hari mulai besok.' } : {}),
    ...((draft.to ?? '') === '' ? { to: 'Pilih hari terakhirnya.' } : {}),
  };
  const problemOf = (field: 'name' | 'from' | 'to') => (tried ? lacks[field] : undefined);
  const dayProblem = told.find(({ field }) => field === 'date')?.detail;
  const hourProblem = told.find(({ field }) => field === 'hours')?.detail;
  const write = (name: string, value: string) => {
    setDraft({ ...draft, [name]: value });
    add.reset();
  };
  return (
    <form
      noValidate
      className="closure-form"
      aria-label="Tambah jam khusus"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (Object.keys(lacks).length === 0) add.mutate();
      }}
    >
      <TextInput
        label="Nama masa"
        placeholder="Ramadan 1448"
        maxLength={80}
        value={draft.name ?? ''}
        error={problemOf('name')}
        onChange={(event) => write('name', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="Mulai tanggal"
        value={draft.from ?? ''}
        error={problemOf('from') ?? dayProblem}
        onChange={(event) => write('from', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="Sampai tanggal"
        value={draft.to ?? ''}
        error={problemOf('to')}
        onChange={(event) => write('to', event.currentTarget.value)}
      />
      {places.map((place) => (
        <fieldset key={place} className="panel">
          <legend>{place}</legend>
          {rows.map((row) => (
            <div key={row} className="special-row">
              <span>{row}</span>
              {hours.map((hour) => (
                <TextInput
                  key={hour}
                  type="time"
                  label={`${row}, ${hour}`}
                  aria-label={nameOf(place, row, hour)}
                  value={draft[nameOf(place, row, hour)] ?? ''}
                  onChange={(event) => write(nameOf(place, row, hour), event.currentTarget.value)}
                />
              ))}
            </div>
          ))}
        </fieldset>
      ))}
      {hourProblem === undefined ? null : <p role="alert">{hourProblem}</p>}
      {told.length === 0 ? <ProblemNotice error={add.error} /> : null}
      <Button type="submit" loading={add.isPending}>
        Tambah jam khusus
      </Button>
    </form>
  );
}
