// Publishing a version: now, or by itself on a day.
import { scheduleStandard } from '@layan/contract/staff/standard-life';
import { publishStandard } from '@layan/contract/staff/standards';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { paramsOf } from './consult-steps.tsx';
import { noDecision, RunningChoice, runningLacks, runningOf } from './running-choice.tsx';
import { StepForm, type StepProps, useAsked } from './step-form.tsx';

const badge = (view: StepProps['view']): string =>
  view.standard.decree === null
    ? ' Naskah ini belum ditetapkan dengan keputusan; portal menampilkan tanda "belum ditetapkan".'
    : '';

export function PublishStep({ view, onDone }: StepProps) {
  const api = useApi();
  const [running, setRunning] = useState(noDecision);
  const asked = useAsked(
    runningLacks(running),
    () =>
      api.call(publishStandard, {
        params: paramsOf(view),
        body: { hash: view.hash, running: runningOf(running) },
      }),
    (after) => onDone(after, `Versi ${after.version} terbit. Permohonan baru memakai versi ini.`),
  );
  return (
    <StepForm
      label={`Terbitkan versi ${view.version}`}
      hint={`Permohonan baru langsung memakai versi ini.${badge(view)}`}
      asked={asked}
    >
      {view.version > 1 ? (
        <RunningChoice value={running} onChange={setRunning} problemOf={asked.problemOf} />
      ) : null}
    </StepForm>
  );
}

export function ScheduleStep({ view, onDone }: StepProps) {
  const api = useApi();
  const [publishOn, setPublishOn] = useState(view.schedule?.publishOn ?? '');
  const [running, setRunning] = useState(noDecision);
  const asked = useAsked(
    { ...(publishOn === '' && { publishOn: 'Pilih tanggal terbitnya.' }), ...runningLacks(running) },
    () =>
      api.call(scheduleStandard, {
        params: paramsOf(view),
        body: { hash: view.hash, publishOn, running: runningOf(running) },
      }),
    (after) => onDone(after, `Versi ${after.version} terbit sendiri pada ${plainDateInWords(publishOn)}.`),
  );
  return (
    <StepForm
      label="Simpan tanggal terbit"
      hint={`Versi ini terbit sendiri pada awal hari itu.${badge(view)}`}
      asked={asked}
    >
      <TextInput
        type="date"
        label="Terbit pada"
        value={publishOn}
        error={asked.problemOf('publishOn')}
        onChange={(event) => setPublishOn(event.currentTarget.value)}
      />
      {view.version > 1 ? (
        <RunningChoice value={running} onChange={setRunning} problemOf={asked.problemOf} />
      ) : null}
    </StepForm>
  );
}
