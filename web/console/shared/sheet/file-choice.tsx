// Chooses the spreadsheet. It is read in this browser; the file itself is not sent anywhere.
import { Button, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { OpenedFile } from './open-file.ts';
import { openFile } from './open-file.ts';
import { SheetRefusal, sheetProblemWords } from './sheet.ts';

interface Props {
  /** What kind of file it is: "Berkas buku lama". */
  readonly label: string;
  readonly atMost: string;
  readonly onOpened: (file: OpenedFile | undefined) => void;
  readonly open?: typeof openFile;
}

export function FileChoice({ label, atMost, onOpened, open = openFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<string>();
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<string>();
  const read = async (file: File): Promise<void> => {
    setChosen(file.name);
    setProblem(undefined);
    setReading(true);
    onOpened(undefined);
    try {
      onOpened(await open(file));
    } catch (error) {
      setProblem(sheetProblemWords[error instanceof SheetRefusal ? error.problem : 'unreadable']);
    }
    setReading(false);
  };
  return (
    <section className="panel" aria-label={label}>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Berkas lembar kerja"
        accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file may be chosen again after it was put right.
          event.currentTarget.value = '';
          if (file) void read(file);
        }}
      />
      <Button
        variant={chosen === undefined ? 'filled' : 'default'}
        loading={reading}
        leftSection={<IconFileSpreadsheet size={18} stroke={1.6} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {chosen === undefined ? 'Pilih lembar kerja' : 'Pilih berkas lain'}
      </Button>
      <Text size="sm" c="dark.6" mt="xs">
        Excel (.xlsx) atau CSV, paling banyak 5 MB dan {atMost} baris. Lembar pertama yang dibaca.
      </Text>
      <div role="status">{chosen === undefined ? null : <Text mt="xs">Berkas: {chosen}</Text>}</div>
      {problem === undefined ? null : (
        <Text role="alert" mt="xs" c="#a61e1e">
          {problem}
        </Text>
      )}
    </section>
  );
}
