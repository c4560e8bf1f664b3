// What becomes of permohonan that run on the version before: they stay, are looked at one by one, or all move.
import type { publishStandard } from '@layan/contract/staff/standards';
import { Radio, Stack, Textarea } from '@mantine/core';
import type * as z from 'zod/mini';
import type { Lacks } from './step-form.tsx';

export type Running = NonNullable<z.input<(typeof publishStandard)['body']>['running']>;

export interface RunningDraft {
  readonly decision: Running['decision'];
  readonly reason: string;
  readonly laterReason: string;
}

export const noDecision: RunningDraft = { decision: 'stay', reason: '', laterReason: '' };

export const runningLacks = ({ decision, reason }: RunningDraft): Lacks =>
  decision === 'move' && reason.trim().length < 3 ? { reason: 'Tulis alasannya; pemohon membacanya.' } : {};

export const runningOf = ({ decision, reason, laterReason }: RunningDraft): Running =>
  decision === 'move'
    ? {
        decision,
        reason: reason.trim(),
        ...(laterReason.trim() !== '' && { laterReason: laterReason.trim() }),
      }
    : { decision };

interface Props {
  readonly value: RunningDraft;
  readonly onChange: (value: RunningDraft) => void;
  readonly problemOf: (field: string) => string | undefined;
}

const decisionOf = (text: string): RunningDraft['decision'] =>
  text === 'move' || text === 'ask' ? text : 'stay';

export function RunningChoice({ value, onChange, problemOf }: Props) {
  return (
    <Stack gap="sm">
      <Radio.Group
        label="Permohonan yang sedang berjalan"
        value={value.decision}
        onChange={(decision) => onChange({ ...value, decision: decisionOf(decision) })}
      >
        <Stack gap={4} mt={4}>
          <Radio value="stay" label="Tetap memakai versi yang dijanjikan kepadanya" />
          <Radio value="ask" label="Saya lihat dan putuskan satu per satu sesudah terbit" />
          <Radio value="move" label="Pindahkan semua yang dapat dipindahkan" />
        </Stack>
      </Radio.Group>
      {value.decision === 'move' ? (
        <MoveReasons value={value} onChange={onChange} problemOf={problemOf} />
      ) : null}
    </Stack>
  );
}

interface ReasonsProps {
  readonly value: Pick<RunningDraft, 'reason' | 'laterReason'>;
  readonly onChange: (value: RunningDraft) => void;
  readonly problemOf: (field: string) => string | undefined;
}

export function MoveReasons({ value, onChange, problemOf }: ReasonsProps) {
  const write = (change: Partial<RunningDraft>) => onChange({ ...value, decision: 'move', ...change });
  return (
    <>
      <Textarea
        label="Alasan memindahkan"
        description="Pemohon membaca alasan ini pada riwayat permohonannya."
        rows={2}
        maxLength={2000}
        value={value.reason}
        error={problemOf('reason')}
        onChange={(event) => write({ reason: event.currentTarget.value })}
      />
      <Textarea
        label="Alasan bila ada janji yang menjadi lebih lambat (boleh kosong)"
        description="Bila kosong, tidak ada janji yang menjadi lebih lambat: batas yang lebih awal tetap berlaku."
        rows={2}
        maxLength={2000}
        value={value.laterReason}
        onChange={(event) => write({ laterReason: event.currentTarget.value })}
      />
    </>
  );
}
