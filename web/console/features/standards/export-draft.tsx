// The document of a version as a file, to be changed and uploaded again.
import type { Standard } from '@layan/domain/standard/standard';
import { Button } from '@mantine/core';

const INDENT = 2;

const save = (standard: Standard): void => {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(standard, null, INDENT)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `${standard.id}.json`;
  link.click();
  URL.revokeObjectURL(url);
};

export function ExportDraft({ standard }: { standard: Standard }) {
  return (
    <Button variant="default" mt="md" onClick={() => save(standard)}>
      Unduh naskah (.json)
    </Button>
  );
}
