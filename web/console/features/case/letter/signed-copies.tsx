// What comes back signed: sent from here, and what was found in each.
import type { LetterView, SignedUploadView } from '@layan/contract/staff/letter-view';
import { Button, Progress, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconLoader, IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { ProblemNotice } from '../../../shared/problem-notice.tsx';
import { useSignedUpload } from './use-signed-upload.ts';

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

const taken = {
  certificate: 'application/pdf',
  ink: 'application/pdf,image/jpeg,image/png',
  seal: '',
} as const;

function Found({ copy: { state, problem, signatures = [], same, code } }: { copy: SignedUploadView }) {
  if (state === 'expected' || state === 'checking') {
    return (
      <p className="with-icon" role="status">
        <IconLoader {...icon} /> Sedang diperiksa…
      </p>
    );
  }
  if (state === 'rejected' || problem !== undefined) {
    return (
      <p className="with-icon copy-problem" role="status">
        <IconAlertCircle {...icon} />
        <span>{problem ?? 'Berkas ini tidak dapat dipakai. Unggah lagi.'}</span>
      </p>
    );
  }
  return (
    <div role="status">
      <p className="with-icon copy-good">
        <IconCircleCheck {...icon} />
        <span>
          {same === true ? 'Isinya sama dengan surat yang disiapkan. ' : ''}
          {code === 'this' ? 'Kode pada pindaian adalah kode surat ini.' : ''}
          {code === 'none' ? 'Pindaian diterima. Kodenya tidak terbaca.' : ''}
        </span>
      </p>
      {signatures.map(({ subject, issuer, signed, valid, bsre }) => (
        <p key={`${subject}.${signed ?? ''}`} className="copy-signer">
          Ditandatangani <strong>{subject}</strong>
          {signed === undefined ? '' : `, ${signed}`}. Sertifikat dari {issuer}
          {bsre ? ' (BSrE)' : ''}: {valid ? 'sah' : 'tidak sah'}.
        </p>
      ))}
    </div>
  );
}

export function SignedCopies({ caseId, letter }: { caseId: string; letter: LetterView }) {
  const input = useRef<HTMLInputElement>(null);
  const upload = useSignedUpload(caseId, letter.id ?? '');
  const { uploads = [], method = 'ink' } = letter;
  const arrived = uploads.filter(({ state }) => state !== 'expected');
  return (
    <div className="signed-copies">
      <Button
        variant="default"
        leftSection={<IconUpload {...icon} />}
        loading={upload.share !== undefined}
        onClick={() => input.current?.click()}
      >
        {arrived.length === 0 ? 'Unggah surat yang sudah ditandatangani' : 'Unggah lagi'}
      </Button>
      <input
        ref={input}
        type="file"
        aria-label="Berkas surat yang sudah ditandatangani"
        accept={taken[method]}
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) upload.send(file);
          currentTarget.value = '';
        }}
      />
      {upload.share === undefined ? null : <Progress value={upload.share * 100} aria-label="Terkirim" />}
      {upload.problem === undefined ? null : (
        <Text size="sm" c="#a61e1e" role="alert">
          {upload.problem}
        </Text>
      )}
      <ProblemNotice error={upload.error} arrive />
      <ul className="plain-list" aria-label="Berkas yang diunggah">
        {arrived.toReversed().map((copy) => (
          <li key={copy.id} className="copy">
            <Found copy={copy} />
          </li>
        ))}
      </ul>
    </div>
  );
}
