// Enters a closed day, by local decision or a later decree. Today is possible too, with a plain word about who may be waiting already.
import { addClosure, type CalendarView } from '@layan/contract/staff/calendar';
import { Button, Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

export interface ClosureDraft {
  readonly date: string;
  readonly name: string;
  readonly kind: Kind;
}

type Kind = CalendarView['closures'][number]['kind'];

const kinds = [
  { value: 'local', label: 'Libur daerah' },
  { value: 'nationalHoliday', label: 'Libur nasional' },
  { value: 'jointLeave', label: 'Cuti bersama' },
] as const satisfies readonly { value: Kind; label: string }[];

const blank: ClosureDraft = { date: '', name: '', kind: 'local' };

const lacksOf = ({ date, name }: ClosureDraft, today: string, knowingly: boolean) => ({
  ...(date === '' && { date: 'Pilih tanggalnya.' }),
  ...(date !== '' && date < today && { date: 'Hari itu sudah lewat. Pilih hari mulai besok.' }),
  ...(name.trim().length < 3 && { name: 'Tulis nama liburnya, misalnya “Hari jadi kota”.' }),
  ...(date === today && !knowingly && { today: 'Tandai dahulu bila kantor memang tutup hari ini.' }),
});

export function ClosureForm({
  today,
  onAdded,
}: {
  today: string;
  onAdded: (view: CalendarView, draft: ClosureDraft) => void;
}) {
  const api = useApi();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<ClosureDraft>(blank);
  const [knowingly, setKnowingly] = useState(false);
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: ({ date, name, kind }: ClosureDraft) =>
      api.call(addClosure, {
        body: { date, name: name.trim(), kind, ...(date === today && { today: true }) },
      }),
    onSuccess: (view, sent) => {
      setDraft(blank);
      setKnowingly(false);
      setTried(false);
      onAdded(view, sent);
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['calendar'] }),
  });
  const told = add.error instanceof ApiProblem ? (add.error.problem.problems ?? []) : [];
  const lacks = lacksOf(draft, today, knowingly);
  const problemOf = (field: 'date' | 'name') =>
    (tried ? lacks[field] : undefined) ?? told.find((problem) => problem.field === field)?.detail;
  const write = (change: Partial<ClosureDraft>) => {
    setDraft({ ...draft, ...change });
    add.reset();
  };
  return (
    <form
      noValidate
      className="closure-form"
      aria-label="Tambah hari libur"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (Object.keys(lacks).length === 0) add.mutate({ ...draft, name: draft.name.trim() });
      }}
    >
      <TextInput
        type="date"
        label="Tanggal"
        min={today}
        value={draft.date}
        error={problemOf('date')}
        onChange={(event) => write({ date: event.currentTarget.value })}
      />
      <TextInput
        label="Nama libur"
        description="Warga membaca nama ini sebagai sebab janjinya bergeser."
        placeholder="Hari jadi kota"
        maxLength={80}
        value={draft.name}
        error={problemOf('name')}
        onChange={(event) => write({ name: event.currentTarget.value })}
      />
      <Radio.Group
        label="Jenis"
        value={draft.kind}
        onChange={(kind) => write({ kind: kinds.find(({ value }) => value === kind)?.value ?? 'local' })}
      >
        <Stack gap={0} className="side-by-side">
          {kinds.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      {draft.date === today ? (
        <Checkbox
          label="Kantor tutup hari ini juga. Warga yang sudah menunggu dilayani paling cepat hari kerja berikutnya."
          checked={knowingly}
          error={tried ? lacks.today : undefined}
          onChange={(event) => setKnowingly(event.currentTarget.checked)}
        />
      ) : null}
      {told.length === 0 ? <ProblemNotice error={add.error} /> : null}
      <Button type="submit" loading={add.isPending}>
        Tambah hari libur
      </Button>
    </form>
  );
}
