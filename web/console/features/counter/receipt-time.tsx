// When a letter, a message or a box came: asked on channels where it is never the moment of keying in.
import type { IntakeForm, ReceiptTimeView } from '@layan/contract/staff/counter';
import { type ReceiptProblem, readReceiptTime } from '@layan/domain/case/paper-receipt';
import type { Zone } from '@layan/domain/deadline/zones';
import { toInstantText } from '@layan/domain/kernel/instant';
import { Checkbox, Text, TextInput } from '@mantine/core';

const words = {
  'time-missing': 'Isi tanggal dan jam terimanya.',
  'in-future': 'Waktu terima tidak boleh di masa depan. Periksa tanggal dan jamnya.',
  'long-ago': 'Sudah lebih dari 30 hari lalu. Centang di bawah bila tanggal itu benar.',
  'too-long-ago': 'Sudah lebih dari setahun lalu. Periksa tahunnya.',
  'reason-missing': '',
} as const satisfies Record<ReceiptProblem, string>;

const hints = {
  stamped: 'Menurut cap terima pada surat, atau waktu pada pesannya. Janji dihitung sejak waktu ini.',
  opened: 'Waktu kotak dibuka. Janji dihitung sejak waktu ini.',
} as const;

const blank: ReceiptTimeView = { date: '', time: '' };

/** What is wrong with it at this moment; undefined when it is right. */
export const timeProblem = (
  receipt: ReceiptTimeView | undefined,
  zone: Zone,
): keyof typeof words | undefined => {
  const read = readReceiptTime(receipt ?? blank, { zone, now: toInstantText(Date.now()) });
  return read.ok ? undefined : read.error;
};

interface Props {
  readonly kind: NonNullable<IntakeForm['receipt']>;
  readonly receipt: ReceiptTimeView | undefined;
  readonly zone: Zone;
  readonly zoneName: string;
  /** Filing was tried: what is wrong is told. */
  readonly tried: boolean;
  readonly onChange: (receipt: ReceiptTimeView) => void;
}

export function ReceiptTime({ kind, receipt = blank, zone, zoneName, tried, onChange }: Props) {
  const problem = timeProblem(receipt, zone);
  const isTyped = receipt.date !== '' && receipt.time !== '';
  const told = problem !== undefined && (tried || isTyped) ? words[problem] : undefined;
  const set = (part: Partial<ReceiptTimeView>): void => onChange({ ...receipt, ...part });
  return (
    <div data-at="receipt">
      <div className="paper-receipt-when">
        <TextInput
          type="date"
          label="Tanggal terima"
          value={receipt.date}
          error={told !== undefined}
          onChange={(event) => set({ date: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={`Jam terima (${zoneName})`}
          value={receipt.time}
          error={told !== undefined}
          onChange={(event) => set({ time: event.currentTarget.value })}
        />
      </div>
      <Text size="xs" c="dark.6">
        {hints[kind]}
      </Text>
      {told === undefined ? null : (
        <Text size="sm" c="#a61e1e" role="alert">
          {told}
        </Text>
      )}
      {problem === 'long-ago' || receipt.confirmed === true ? (
        <Checkbox
          label="Tanggal itu benar"
          checked={receipt.confirmed === true}
          onChange={(event) => set({ confirmed: event.currentTarget.checked })}
        />
      ) : null}
    </div>
  );
}
