// A day and a time of day as they are typed, what is wrong with them, and the box for a day that lies long ago.
import type { ReceiptTimeView } from '@layan/contract/staff/counter';
import { Checkbox, Text, TextInput } from '@mantine/core';

interface Props {
  readonly dateLabel: string;
  readonly timeLabel: string;
  readonly hint?: string;
  readonly moment: ReceiptTimeView;
  /** What is wrong, in words, once it is time to say so. */
  readonly told: string | undefined;
  /** The day is one that has to be confirmed. */
  readonly longAgo: boolean;
  readonly onChange: (part: Partial<ReceiptTimeView>) => void;
}

export function MomentFields({ dateLabel, timeLabel, hint, moment, told, longAgo, onChange }: Props) {
  return (
    <>
      <div className="paper-receipt-when">
        <TextInput
          type="date"
          label={dateLabel}
          value={moment.date}
          error={told !== undefined}
          onChange={(event) => onChange({ date: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={timeLabel}
          value={moment.time}
          error={told !== undefined}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
        />
      </div>
      {hint === undefined ? null : (
        <Text size="xs" c="dark.6">
          {hint}
        </Text>
      )}
      {told === undefined ? null : (
        <Text size="sm" c="#a61e1e" role="alert">
          {told}
        </Text>
      )}
      {longAgo || moment.confirmed === true ? (
        <Checkbox
          label="Tanggal itu benar"
          checked={moment.confirmed === true}
          onChange={(event) => onChange({ confirmed: event.currentTarget.checked })}
        />
      ) : null}
    </>
  );
}
