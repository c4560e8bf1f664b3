// A returned file: what is missing with the officer's note, one place to do each thing, and one button to send it back.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { Field } from '../parts/field.tsx';
import type { FieldView } from '../parts/field-view.tsx';
import { type FormGuard, FormToken } from '../parts/form-token.tsx';
import { Notice } from '../parts/notice.tsx';
import { type FieldProblem, ProblemSummary } from '../parts/problem-summary.tsx';
import { BackLink } from '../parts/way.tsx';

export interface CompletionProps {
  readonly site: Site;
  readonly service: string;
  readonly note?: string;
  /** What it is called where nothing is missing: a reply. */
  readonly reply?: string;
  readonly answerPath?: string;
  readonly scans: readonly {
    readonly id: string;
    readonly label: string;
    readonly path: string;
    readonly state: 'missing' | 'checking' | 'accepted' | 'rejected';
  }[];
  /** Scans are still missing: the data come afterwards, so that nothing typed is lost on the way. */
  readonly scansFirst: boolean;
  readonly fields: readonly FieldView[];
  readonly problems: readonly FieldProblem[];
  readonly back: string;
  readonly action: string;
  /** Which request of the officer this answers. */
  readonly asked: string;
  readonly guard: FormGuard;
}

const states = {
  missing: 'Belum dikirim',
  checking: 'Sedang diperiksa',
  accepted: '✓ Sudah diterima',
  rejected: 'Perlu dikirim ulang',
} as const satisfies Record<CompletionProps['scans'][number]['state'], string>;

export const CompletionPage = (props: CompletionProps) => (
  <Document
    site={props.site}
    title={`${props.reply ?? 'Lengkapi berkas'} – ${props.service}`}
    current="track"
    personal
    needsFixing={props.problems.length > 0}
  >
    <BackLink path={props.back} />
    <ProblemSummary problems={props.problems} />
    <h1>{props.reply ?? 'Lengkapi berkas'}</h1>
    {props.answerPath === undefined ? null : (
      <p>
        <a class="tap" href={props.answerPath}>
          Baca jawaban kami
        </a>
      </p>
    )}
    {props.note === undefined ? null : (
      <Notice tone="attention" title="Catatan petugas">
        <blockquote>{props.note}</blockquote>
      </Notice>
    )}
    {props.scans.length === 0 ? null : (
      <section aria-labelledby="foto-diminta">
        <h2 id="foto-diminta">Foto yang diminta</h2>
        <ul class="tasks">
          {props.scans.map(({ id, label, path, state }) => (
            <li id={id}>
              <a href={path}>{label}</a>
              <span class={`state ${state}`}>{states[state]}</span>
            </li>
          ))}
        </ul>
      </section>
    )}
    {props.scansFirst ? (
      <p>Setelah semua foto diterima, Anda dapat mengirim kelengkapan di halaman ini.</p>
    ) : (
      <Rest {...props} />
    )}
  </Document>
);

const Rest = (props: CompletionProps) => (
  <form method="post" action={props.action} novalidate data-once>
    <FormToken guard={props.guard} />
    <input type="hidden" name="_asked" value={props.asked} />
    {props.fields.length === 0 || props.reply !== undefined ? null : <h2>Data yang diminta</h2>}
    {props.fields.map((field) => (
      <Field field={field} />
    ))}
    {props.reply === undefined ? (
      <p>Setelah dikirim, berkas kembali ke petugas yang tadi memeriksa.</p>
    ) : null}
    <button type="submit">{props.reply === undefined ? 'Kirim kelengkapan' : 'Kirim tanggapan'}</button>
  </form>
);
