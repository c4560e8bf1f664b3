// The document of a version as a file, to be changed and uploaded again.
import type { Standard } from '@layan/domain/standard/standard';
import { Button } from '@mantine/core';
import { saveFile } from '../../shared/save-file.ts';

const INDENT = 2;

export function ExportDraft({ standard }: { standard: Standard }) {
  return (
    <Button
      variant="default"
      mt="md"
      onClick={() =>
        saveFile(`${standard.id}.json`, 'application/json', JSON.stringify(standard, null, INDENT))
      }
    >
      Unduh naskah (.json)
    </Button>
  );
}
