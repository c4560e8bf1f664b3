// When a letter, a message or a box came: asked on channels where it is never the moment of keying in.
import type { IntakeForm, ReceiptTimeView } from '@layan/contract/staff/counter';
import { type ReceiptProblem, readReceiptTime } from '@layan/domain/case/paper-receipt';
import type { Zone } from '@layan/domain/deadline/zones';
import { toInstantText } from '@layan/domain/kernel/instant';
import { MomentFields } from './moment-fields.tsx';

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
  return (
    <div data-at="receipt">
      <MomentFields
        dateLabel="Tanggal terima"
        timeLabel={`Jam terima (${zoneName})`}
        hint={hints[kind]}
        moment={receipt}
        told={told}
        longAgo={problem === 'long-ago'}
        onChange={(part) => onChange({ ...receipt, ...part })}
      />
    </div>
  );
}
