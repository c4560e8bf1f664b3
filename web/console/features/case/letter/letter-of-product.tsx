// A letter that was drawn: how it was signed or why it was not, and the way to its paper.
import type { CaseView } from '@layan/contract/staff/case';
import { Text } from '@mantine/core';
import { signatureWords } from '../../../shared/letter/letter-words.ts';
import { OpenLetter } from '../../../shared/letter/open-letter.tsx';
import { isHandedOverInForm } from './handing-over.tsx';
import { PrintLetter } from './print-letter.tsx';

export function LetterOfProduct({ view, product }: { view: CaseView; product: string }) {
  const letter = view.letters.find(({ id }) => id === product);
  if (letter === undefined) return null;
  const { signature, signatory, reason, state } = letter;
  return (
    <div className="letter-of-product">
      {state === 'frozen' && signatory !== undefined ? (
        <Text size="sm">
          Menunggu tanda tangan {signatory.name}, {signatory.as}.
        </Text>
      ) : null}
      {signature === undefined ? null : <Text size="sm">{signatureWords(signature)}</Text>}
      {reason === undefined ? null : <Text size="sm">Alasan dibatalkan: “{reason}”</Text>}
      {state === 'active' && !isHandedOverInForm(view) ? (
        <PrintLetter caseId={view.id} letter={letter} />
      ) : null}
      <OpenLetter caseId={view.id} letter={letter} label="Buka surat" />
    </div>
  );
}
