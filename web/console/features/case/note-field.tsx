// The sentence that goes to the citizen.
import { Textarea } from '@mantine/core';

export function NoteField({
  required,
  value,
  onChange,
}: {
  required: boolean;
  value: string;
  onChange: (note: string) => void;
}) {
  return (
    <Textarea
      label={required ? 'Catatan untuk pemohon' : 'Catatan untuk pemohon (boleh dikosongkan)'}
      description="Dibaca pemohon apa adanya. Tulis yang perlu ia lakukan, dengan kalimat pendek."
      autosize
      minRows={2}
      maxLength={1000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
