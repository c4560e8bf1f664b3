// The letter beside the form that is about it: the draft as it is being typed, or the paper that waits for its signature.
import type { LetterView } from '@layan/contract/staff/letter-view';
import { Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useContext, useId } from 'react';
import { createPortal } from 'react-dom';
import { LetterPaper } from '../../../shared/letter/letter-paper.tsx';
import { type DraftTexts, LetterPreview } from '../../../shared/letter/letter-preview.tsx';
import { letterName } from '../../../shared/letter/letter-words.ts';
import { OpenLetter } from '../../../shared/letter/open-letter.tsx';
import { LetterPlace, WIDE } from './letter-place.ts';

interface Props {
  readonly letter: LetterView;
  readonly typed: DraftTexts;
  readonly asked: ReadonlySet<string>;
  readonly onGo: (fact: string) => void;
}

export function LetterDesk({ letter, typed, asked, onGo }: Props) {
  const place = useContext(LetterPlace);
  const wide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false }) ?? false;
  const title = useId();
  const desk = (
    <section className={wide ? 'panel letter-desk' : 'letter-desk'} aria-labelledby={title}>
      <Title order={wide ? 2 : 4} size="h5" id={title}>
        {letterName(letter)}
      </Title>
      {letter.id === undefined ? (
        <LetterPreview letter={letter} typed={typed} follows={wide} asked={asked} onGo={onGo} />
      ) : wide ? (
        <LetterPaper key={letter.file?.sha256} caseId={typed.caseId} letter={letter} />
      ) : (
        <OpenLetter caseId={typed.caseId} letter={letter} label="Buka surat" />
      )}
    </section>
  );
  return wide && place !== null ? createPortal(desk, place) : desk;
}
