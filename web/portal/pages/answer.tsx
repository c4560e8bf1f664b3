// What the agency answered, as it was written.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { Identifier } from '../parts/identifier.tsx';
import { BackLink } from '../parts/way.tsx';

export interface AnswerProps {
  readonly site: Site;
  readonly service: string;
  readonly ticket: string;
  readonly forms: readonly {
    readonly title: string;
    readonly answers: readonly { readonly label: string; readonly value: string }[];
  }[];
  readonly back: string;
}

export const AnswerPage = ({ site, service, ticket, forms, back }: AnswerProps) => (
  <Document site={site} title={`Jawaban kami – ${service}`} current="track" personal>
    <BackLink path={back} />
    <p class="caption">
      Tiket <Identifier text={ticket} />
    </p>
    <h1>Jawaban kami</h1>
    {forms.map(({ title, answers }) => (
      <section>
        {forms.length > 1 ? <h2>{title}</h2> : null}
        {answers.map(({ label, value }) => (
          <>
            <p class="hint">{label}</p>
            {value.split('\n').map((line) => (
              <p>{line}</p>
            ))}
          </>
        ))}
      </section>
    ))}
  </Document>
);
