// One page of a form: one thing asked, saved when the citizen goes on.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { Field } from '../parts/field.tsx';
import type { FieldView } from '../parts/field-view.tsx';
import { type FormGuard, FormToken } from '../parts/form-token.tsx';
import { Notice } from '../parts/notice.tsx';
import { type FieldProblem, ProblemSummary } from '../parts/problem-summary.tsx';
import { SummaryList } from '../parts/summary-list.tsx';
import { BackLink, LeaveNote } from '../parts/way.tsx';

export interface QuestionProps {
  readonly site: Site;
  readonly service: string;
  readonly title: string;
  readonly intro?: string;
  /** "Pertanyaan 2 dari 5". */
  readonly progress?: string;
  readonly back: string;
  readonly action: string;
  readonly guard: FormGuard;
  readonly fields: readonly FieldView[];
  readonly problems: readonly FieldProblem[];
  /** What stands in another tab by now, where it differs from what was typed here. */
  readonly changedElsewhere?: readonly { readonly label: string; readonly text: string }[];
  readonly button: string;
  /** A draft can be left and taken up again. */
  readonly canLeave: boolean;
}

export const QuestionPage = (props: QuestionProps) => {
  const headingIsLabel = props.fields.some((field) => field.isHeading);
  return (
    <Document
      site={props.site}
      title={`${props.title} – ${props.service}`}
      current="services"
      personal
      needsFixing={props.problems.length > 0}
    >
      <BackLink path={props.back} />
      <ProblemSummary problems={props.problems} />
      {props.changedElsewhere ? <ChangedElsewhere answers={props.changedElsewhere} /> : null}
      {props.progress === undefined ? null : <p class="caption">{props.progress}</p>}
      {headingIsLabel ? null : <h1>{props.title}</h1>}
      {props.intro === undefined ? null : <p>{props.intro}</p>}
      <form method="post" action={props.action} novalidate data-once>
        <FormToken guard={props.guard} />
        {props.fields.map((field) => (
          <Field field={field} />
        ))}
        <button type="submit">{props.button}</button>
      </form>
      {props.canLeave ? <LeaveNote /> : null}
    </Document>
  );
};

const ChangedElsewhere = ({ answers }: { answers: NonNullable<QuestionProps['changedElsewhere']> }) => (
  <Notice tone="attention" title="Halaman ini baru saja diubah di tempat lain" live>
    <p>Mungkin di tab lain. Yang tersimpan sekarang:</p>
    <SummaryList
      rows={answers.map(({ label, text }) => ({ label, value: text === '' ? 'Belum diisi' : text }))}
    />
    <p>Yang Anda ketik masih ada di bawah. Tekan tombol lagi untuk memakai yang di bawah.</p>
  </Notice>
);
