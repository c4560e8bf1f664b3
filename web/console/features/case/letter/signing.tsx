// How a letter is signed here: by the seal of the agency at one press, or outside, with what comes back.
import type { CaseView } from '@layan/contract/staff/case';
import type { LetterView } from '@layan/contract/staff/letter-view';
import { Text, TextInput } from '@mantine/core';
import { methodWords } from '../../../shared/letter/letter-words.ts';
import { OpenLetter } from '../../../shared/letter/open-letter.tsx';
import type { Texts } from '../outcome.ts';
import { MadeOutTo } from './made-out-to.tsx';
import { SignedCopies } from './signed-copies.tsx';
import { asksNumber, isChecked } from './signing-rules.ts';
import { useWatch } from './use-watch.ts';

interface Props {
  readonly view: CaseView;
  readonly letter: LetterView;
  readonly texts: Texts;
  readonly set: (name: string, value: string) => void;
  readonly lackAt: (at: string) => string | undefined;
}

const steps = {
  certificate: [
    'Unduh surat ini.',
    'Tanda tangani PDF-nya dengan sertifikat elektronik Anda, misalnya BSrE. Jangan mengubah isinya.',
    'Unggah PDF yang sudah ditandatangani.',
  ],
  ink: [
    'Buka dan cetak surat ini.',
    'Tanda tangani dengan pena, lalu bubuhkan cap dinas.',
    'Pindai atau foto seluruh halamannya, lalu unggah.',
  ],
} as const;

function Outside({ view, letter, texts, set, lackAt }: Props & { readonly letter: LetterView }) {
  const { method } = letter;
  if (method !== 'certificate' && method !== 'ink') return null;
  return (
    <>
      <ol className="signing-steps">
        {steps[method].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <OpenLetter
        caseId={view.id}
        letter={letter}
        label={method === 'ink' ? 'Buka untuk dicetak' : 'Unduh untuk ditandatangani'}
      />
      <SignedCopies caseId={view.id} letter={letter} />
      {asksNumber(letter) ? (
        <div data-at="signature.number">
          <TextInput
            label="Nomor pada surat"
            description="Kode pada pindaian tidak terbaca. Salin nomor yang tertera pada surat."
            value={texts['signature.number'] ?? ''}
            error={lackAt('signature.number')}
            onChange={(event) => set('signature.number', event.currentTarget.value)}
          />
        </div>
      ) : null}
    </>
  );
}

export function Signing(props: Props) {
  const { view, letter, lackAt } = props;
  const drawn = letter.file !== undefined && letter.method !== undefined;
  useWatch(view.id, !drawn || !isChecked(letter));
  const told = lackAt('signature');
  return (
    <section className="signing" data-at="signature" aria-label="Cara menandatangani">
      {drawn && letter.method !== undefined ? (
        <Text size="sm">
          <strong>Cara: {methodWords[letter.method].label}.</strong> {methodWords[letter.method].explained}
        </Text>
      ) : (
        <Text size="sm" role="status">
          Surat sedang disiapkan. Biasanya beberapa detik; halaman ini memuat ulang sendiri.
        </Text>
      )}
      <MadeOutTo view={view} letter={letter} />
      {drawn ? <Outside {...props} /> : null}
      {told === undefined ? null : (
        <Text size="xs" c="#a61e1e" role="alert">
          {told}
        </Text>
      )}
    </section>
  );
}
