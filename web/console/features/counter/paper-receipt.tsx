// For a claim that was taken on paper while nothing else worked: its true time, and why. The promise counts from then.
import type { PaperReceiptView } from '@layan/contract/staff/counter';
import { type ReceiptProblem, readPaperReceipt } from '@layan/domain/case/paper-receipt';
import type { Zone } from '@layan/domain/deadline/zones';
import { toInstantText } from '@layan/domain/kernel/instant';
import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { MomentFields } from './moment-fields.tsx';

const words = {
  'time-missing': 'Isi tanggal dan jam berkas diterima.',
  'in-future': 'Waktu terima tidak boleh di masa depan. Periksa tanggal dan jamnya.',
  'long-ago': 'Sudah lebih dari 30 hari lalu. Centang di bawah bila tanggal itu benar.',
  'too-long-ago': 'Sudah lebih dari setahun lalu. Periksa tahunnya.',
  'reason-missing': 'Tulis mengapa berkas diterima di kertas.',
} as const satisfies Record<ReceiptProblem, string>;

const blank: PaperReceiptView = { date: '', time: '', reason: 'powerCut' };

/** What is wrong with it at this moment; undefined when it is right, or not used. */
export function receiptProblem(
  receipt: PaperReceiptView | undefined,
  zone: Zone,
): ReceiptProblem | undefined {
  if (receipt === undefined) return undefined;
  const read = readPaperReceipt(receipt, { zone, now: toInstantText(Date.now()) });
  return read.ok ? undefined : read.error;
}

interface Props {
  readonly receipt: PaperReceiptView | undefined;
  readonly zone: Zone;
  readonly zoneName: string;
  /** Filing was tried: what is wrong is told. */
  readonly tried: boolean;
  readonly onChange: (receipt: PaperReceiptView | undefined) => void;
}

export function PaperReceipt({ receipt, zone, zoneName, tried, onChange }: Props) {
  const problem = receiptProblem(receipt, zone);
  const isTyped = receipt !== undefined && receipt.date !== '' && receipt.time !== '';
  const told =
    problem !== undefined && (tried || (isTyped && problem !== 'reason-missing')) ? problem : undefined;
  const atTime = told !== undefined && told !== 'reason-missing' ? words[told] : undefined;
  const set = (part: Partial<PaperReceiptView>): void => onChange({ ...(receipt ?? blank), ...part });
  return (
    <div data-at="receivedOnPaper">
      <Checkbox
        label="Diterima di kertas lebih dahulu"
        description="Untuk berkas yang diterima saat listrik atau jaringan mati. Janji layanan dihitung sejak waktu itu."
        checked={receipt !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? blank : undefined)}
      />
      {receipt === undefined ? null : (
        <div className="paper-receipt">
          <MomentFields
            dateLabel="Tanggal diterima"
            timeLabel={`Jam diterima (${zoneName})`}
            moment={receipt}
            told={atTime}
            longAgo={problem === 'long-ago'}
            onChange={set}
          />
          <Radio.Group
            label="Mengapa"
            value={receipt.reason}
            onChange={(reason) => {
              if (reason === 'powerCut' || reason === 'network' || reason === 'other') set({ reason });
            }}
          >
            <Stack gap={0} className="side-by-side">
              <Radio value="powerCut" label="Listrik padam" />
              <Radio value="network" label="Jaringan terputus" />
              <Radio value="other" label="Lainnya" />
            </Stack>
          </Radio.Group>
          {receipt.reason === 'other' ? (
            <TextInput
              label="Sebutkan"
              description="Tentang keadaan kantor. Jangan tulis nama atau data pemohon."
              maxLength={120}
              value={receipt.text ?? ''}
              error={told === 'reason-missing' ? words['reason-missing'] : undefined}
              onChange={(event) => set({ text: event.currentTarget.value })}
            />
          ) : null}
        </div>
      )}
    </div>
  );
}
