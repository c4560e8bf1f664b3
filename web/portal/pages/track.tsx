// Ticket and secret open a file. Whatever does not fit gets one and the same answer.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { Field } from '../parts/field.tsx';
import type { FieldView } from '../parts/field-view.tsx';
import { type FieldProblem, ProblemSummary } from '../parts/problem-summary.tsx';

export interface TrackProps {
  readonly site: Site;
  readonly action: string;
  readonly ticket: string;
  readonly problems: readonly FieldProblem[];
  /** A file is still open on this phone. */
  readonly openPath?: string;
}

const text = (id: string, label: string, hint: string, value: string, problem?: string): FieldView => ({
  id,
  label,
  hint,
  required: true,
  type: 'text',
  value,
  options: [],
  maxLength: 24,
  isHeading: false,
  code: true,
  ...(problem === undefined ? {} : { problem }),
});

export const TrackPage = (props: TrackProps) => {
  const problemOf = (id: string) => props.problems.find(({ field }) => field === id)?.message;
  return (
    <Document site={props.site} title="Lacak berkas" current="track" needsFixing={props.problems.length > 0}>
      <ProblemSummary problems={props.problems} kept={false} />
      <h1>Lacak berkas</h1>
      {props.openPath === undefined ? null : (
        <p>
          <a class="button second" href={props.openPath}>
            Buka berkas yang tadi
          </a>
        </p>
      )}
      <p>Keduanya tertulis di tanda terima.</p>
      <form method="post" action={props.action} novalidate data-once>
        <Field
          field={text('tiket', 'Nomor tiket', 'Contoh bentuk: ABCD-2345-X', props.ticket, problemOf('tiket'))}
        />
        <Field field={text('kode', 'Kode rahasia', 'Contoh bentuk: ABCDE-23456', '', problemOf('kode'))} />
        <button type="submit">Lihat berkas</button>
      </form>
      <details>
        <summary>Nomor atau kode hilang?</summary>
        <p>
          Datang ke loket dengan membawa KTP, atau telepon dinas di bawah. Petugas mencarikan berkas Anda.
          Demi keamanan, kode rahasia tidak dibacakan lewat telepon.
        </p>
      </details>
    </Document>
  );
};
