// The sentence that goes to the citizen.
import { Textarea } from '@mantine/core';

interface Props {
  readonly required: boolean;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (note: string) => void;
}

export function NoteField({ required, value, problem, onChange }: Props) {
  return (
    <div data-at="note">
      <Textarea
        label={required ? 'Catatan untuk pemohon' : 'Catatan untuk pemohon (boleh dikosongkan)'}
        description="Dibaca pemohon apa adanya. Tulis yang perlu ia lakukan, dengan kalimat pendek."
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
