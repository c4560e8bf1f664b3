// Asking the public, and keeping what it said.
import { consultStandard, recordMinutes } from '@layan/contract/staff/standard-life';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { StepForm, type StepProps, useAsked } from './step-form.tsx';

export const paramsOf = ({ standard, version }: StepProps['view']) => ({ standardId: standard.id, version });

export function ConsultStep({ view, onDone }: StepProps) {
  const api = useApi();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const asked = useAsked(
    {
      ...(from === '' && { from: 'Pilih hari pertamanya.' }),
      ...(until === '' && { until: 'Pilih hari terakhirnya.' }),
      ...(until !== '' && until < from && { until: 'Hari terakhir tidak boleh sebelum hari pertama.' }),
    },
    () => api.call(consultStandard, { params: paramsOf(view), body: { hash: view.hash, from, until } }),
    (after) => onDone(after, `Konsultasi publik dibuka sampai ${plainDateInWords(until)}.`),
  );
  return (
    <StepForm
      label="Buka konsultasi"
      hint="Portal menampilkan naskah ini sebagai rancangan yang belum berlaku. Warga dapat mengirim masukan selama waktu ini."
      asked={asked}
    >
      <TextInput
        type="date"
        label="Hari pertama"
        value={from}
        error={asked.problemOf('from')}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="Hari terakhir"
        value={until}
        error={asked.problemOf('until')}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </StepForm>
  );
}

export function MinutesStep({ view, onDone }: StepProps) {
  const api = useApi();
  const [note, setNote] = useState('');
  const asked = useAsked(
    { ...(note.trim().length < 3 && { note: 'Tulis ringkasan berita acaranya.' }) },
    () => api.call(recordMinutes, { params: paramsOf(view), body: { hash: view.hash, note: note.trim() } }),
    (after) => onDone(after, 'Berita acara tersimpan. Konsultasi publik selesai.'),
  );
  return (
    <StepForm
      label="Simpan berita acara"
      hint="Tulis siapa yang hadir, masukan apa yang datang, dan mana yang diterima."
      asked={asked}
    >
      <Textarea
        label="Ringkasan berita acara"
        rows={3}
        maxLength={2000}
        value={note}
        error={asked.problemOf('note')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </StepForm>
  );
}
