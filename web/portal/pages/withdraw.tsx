// Withdrawing cannot be undone, so it is asked once, with what it means.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { Field } from '../parts/field.tsx';
import { type FormGuard, FormToken } from '../parts/form-token.tsx';
import { type FieldProblem, ProblemSummary } from '../parts/problem-summary.tsx';
import { BackLink } from '../parts/way.tsx';

export interface WithdrawProps {
  readonly site: Site;
  readonly service: string;
  readonly label: string;
  readonly note: 'none' | 'optional' | 'required';
  readonly value: string;
  readonly problems: readonly FieldProblem[];
  readonly back: string;
  readonly action: string;
  readonly guard: FormGuard;
}

export const WithdrawPage = (props: WithdrawProps) => {
  const problem = props.problems[0]?.message;
  return (
    <Document
      site={props.site}
      title={`${props.label} – ${props.service}`}
      current="track"
      personal
      needsFixing={props.problems.length > 0}
    >
      <BackLink path={props.back} label="Kembali ke berkas, tidak jadi" />
      <ProblemSummary problems={props.problems} />
      <h1>{props.label}?</h1>
      <p>Petugas berhenti memeriksa. Berkas ini tidak bisa dibuka kembali.</p>
      <p>Anda boleh mengajukan permohonan baru kapan saja.</p>
      <form method="post" action={props.action} novalidate data-once>
        <FormToken guard={props.guard} />
        {props.note === 'none' ? null : (
          <Field
            field={{
              id: 'alasan',
              label: 'Alasan Anda',
              required: props.note === 'required',
              type: 'longText',
              value: props.value,
              options: [],
              maxLength: 500,
              isHeading: false,
              ...(problem === undefined ? {} : { problem }),
            }}
          />
        )}
        <button type="submit" class="grave">
          {props.label}
        </button>
      </form>
    </Document>
  );
};
