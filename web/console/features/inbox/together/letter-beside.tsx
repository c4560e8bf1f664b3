// The letter of the row that is looked at.
import type { CaseView } from '@layan/contract/staff/case';
import { Button, Text, Title } from '@mantine/core';
import { letterOfAction } from '../../../shared/letter/letter-of-action.ts';
import { LetterPaper } from '../../../shared/letter/letter-paper.tsx';
import { LetterPreview } from '../../../shared/letter/letter-preview.tsx';
import { letterName } from '../../../shared/letter/letter-words.ts';

interface Props {
  readonly view: CaseView;
  readonly task: string;
  readonly onClose: () => void;
}

const nothingAsked: ReadonlySet<string> = new Set();

export function LetterBeside({ view, task, onClose }: Props) {
  const action = view.actions.find((one) => one.task === task);
  const letter = action && letterOfAction(view, action);
  return (
    <section className="panel together-letter" aria-label={`Surat ${view.applicant}`}>
      <div className="together-letter-head">
        <Title order={2} size="h5">
          {letter === undefined ? view.applicant : letterName(letter)}
        </Title>
        <Button variant="default" onClick={onClose}>
          Tutup surat
        </Button>
      </div>
      {letter === undefined ? (
        <Text size="sm">Tidak ada surat pada langkah ini.</Text>
      ) : letter.id === undefined ? (
        <LetterPreview
          letter={letter}
          typed={{ caseId: view.id, seq: view.seq, step: action?.id ?? '', facts: {} }}
          follows
          asked={nothingAsked}
          onGo={() => undefined}
        />
      ) : (
        <LetterPaper key={`${view.id}.${letter.id ?? ''}`} caseId={view.id} letter={letter} />
      )}
    </section>
  );
}
