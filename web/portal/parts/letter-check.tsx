// How a letter was signed, and the way to find out whether a file is the one that was handed over. With a script the file
// is compared on the phone; without, it is sent, compared and not kept.
import type { Child } from 'hono/jsx';

export interface LetterCheckProps {
  /** "Segel elektronik dinas, Rabu, 25 Maret 2026. …" */
  readonly signed: string;
  /** Absent until it was signed. */
  readonly file?: {
    readonly sha256: string;
    /** Where a file is sent to be compared. */
    readonly action: string;
    readonly seal?: string;
    /** What came out of comparing a file that was sent. */
    readonly compared?: 'same' | 'other' | 'none' | 'too-large';
  };
}

export const letterRows = ({
  signed,
  file,
}: LetterCheckProps): readonly { label: string; value: Child; verbatim?: true }[] => [
  { label: 'Cara ditandatangani', value: signed },
  ...(file === undefined
    ? []
    : [{ label: 'Sidik jari berkas (SHA-256)', value: <code>{file.sha256}</code>, verbatim: true as const }]),
];

const answers = {
  same: '✓ Berkas Anda sama persis dengan yang diterbitkan.',
  other:
    'Berkas Anda bukan berkas yang diterbitkan: isinya sudah diubah, disimpan ulang, atau berkas lain. Hasil pindai dan foto surat selalu berbeda; cocokkan isinya dengan mata.',
  none: 'Pilih berkas PDF lebih dulu.',
  'too-large': 'Berkas itu terlalu besar untuk dibandingkan di sini. Paling besar 2 MB.',
} as const;

export const LetterCheck = ({ file, tenant }: LetterCheckProps & { readonly tenant: string }) =>
  file === undefined ? null : (
    <section aria-labelledby="berkas">
      {file.seal === undefined ? null : (
        <p role="status" data-seal={file.seal} data-sha256={file.sha256} data-tenant={tenant} />
      )}
      <h2 id="berkas">Punya berkas PDF surat ini?</h2>
      <form
        method="post"
        action={file.action}
        enctype="multipart/form-data"
        data-sha256={file.sha256}
        data-same={answers.same}
        data-other={answers.other}
      >
        <label for="pdf">Berkas PDF, paling besar 2 MB</label>
        <input id="pdf" name="berkas" type="file" accept="application/pdf,image/jpeg,image/png" required />
        <button type="submit">Bandingkan</button>
        <p role="status" data-compared>
          {file.compared === undefined ? null : answers[file.compared]}
        </p>
      </form>
      <p class="hint">Berkas hanya dibandingkan. Kami tidak menyimpannya.</p>
    </section>
  );
