// The sentence that goes to the citizen.
import { Textarea } from '@mantine/core';

/** Who reads it: the applicant, a colleague whose draft comes back, or the applicant as the reason of a delay. */
export type NoteReader = 'applicant' | 'colleague' | 'reason';

const words = {
  applicant: {
    label: 'Catatan untuk pemohon',
    description: 'Dibaca pemohon apa adanya. Tulis yang perlu ia lakukan, dengan kalimat pendek.',
  },
  colleague: {
    label: 'Catatan untuk penyusun',
    description: 'Dibaca rekan yang menyusun konsep. Pemohon tidak membacanya.',
  },
  reason: {
    label: 'Alasan untuk pemohon',
    description: 'Dibaca pemohon apa adanya. Tulis mengapa, dengan kalimat pendek.',
  },
} as const satisfies Record<NoteReader, { label: string; description: string }>;

interface Props {
  readonly reader?: NoteReader;
  readonly required: boolean;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (note: string) => void;
}

export function NoteField({ reader = 'applicant', required, value, problem, onChange }: Props) {
  return (
    <div data-at="note">
      <Textarea
        label={required ? words[reader].label : `${words[reader].label} (boleh dikosongkan)`}
        description={words[reader].description}
        autosize
        minRows={2}
        maxLength={1000}
        value={value}
        error={problem}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
