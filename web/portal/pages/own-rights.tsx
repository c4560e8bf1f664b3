// The rights over one's own data, within the opened file: who looked, what was asked, and a form to ask.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { Field } from '../parts/field.tsx';
import type { FieldView } from '../parts/field-view.tsx';
import { type FormGuard, FormToken } from '../parts/form-token.tsx';
import { Identifier } from '../parts/identifier.tsx';
import { Notice } from '../parts/notice.tsx';
import { type FieldProblem, ProblemSummary } from '../parts/problem-summary.tsx';
import { BackLink } from '../parts/way.tsx';

export interface OwnRequestProps {
  readonly ticket: string;
  readonly kind: string;
  readonly received: string;
  /** "Menunggu jawaban, sisa 2 hari 3 jam" */
  readonly state: string;
  readonly tone: 'info' | 'good' | 'attention';
  readonly sentences: readonly string[];
  readonly copy?: { readonly page: string; readonly data: string; readonly until: string };
}

export interface OwnRightsProps {
  readonly site: Site;
  readonly service: string;
  readonly requests: readonly OwnRequestProps[];
  readonly looks: readonly { readonly when: string; readonly who: string; readonly what: string }[];
  readonly fields: readonly FieldView[];
  readonly problems: readonly FieldProblem[];
  readonly sent: boolean;
  readonly back: string;
  readonly action: string;
  readonly guard: FormGuard;
}

const Request = ({ request }: { request: OwnRequestProps }) => (
  <Notice tone={request.tone} title={`${request.kind}: ${request.state}`}>
    <p>
      Nomor permintaan <Identifier text={request.ticket} />
    </p>
    {request.sentences.map((sentence) => (
      <p>{sentence}</p>
    ))}
    {request.copy === undefined ? null : (
      <>
        <p>
          <a class="button" href={request.copy.page}>
            Unduh salinan data
          </a>
        </p>
        <p>
          <a class="tap" href={request.copy.data}>
            Unduh sebagai data (JSON)
          </a>
        </p>
        <p class="hint">Dapat diunduh sampai {request.copy.until}</p>
      </>
    )}
    <p class="hint">Kami terima {request.received}</p>
  </Notice>
);

export const OwnRightsPage = (props: OwnRightsProps) => (
  <Document
    site={props.site}
    title={`Hak atas data pribadi – ${props.service}`}
    current="track"
    personal
    needsFixing={props.problems.length > 0}
  >
    <BackLink path={props.back} label="Kembali ke berkas" />
    <ProblemSummary problems={props.problems} />
    {props.sent ? <Notice tone="good" title="✓ Permintaan Anda sudah kami terima" live /> : null}
    <h1>Hak Anda atas data pribadi</h1>
    <p class="lead">{props.service}</p>
    {props.requests.length === 0 ? null : (
      <section aria-labelledby="permintaan">
        <h2 id="permintaan">Permintaan Anda</h2>
        {props.requests.map((request) => (
          <Request request={request} />
        ))}
      </section>
    )}
    <section aria-labelledby="dilihat">
      <h2 id="dilihat">Siapa yang melihat data saya</h2>
      {props.looks.length === 0 ? (
        <p>Belum ada petugas yang membuka data Anda yang disamarkan.</p>
      ) : (
        <ul>
          {props.looks.map(({ when, who, what }) => (
            <li>
              {what}, oleh {who}
              <span class="hint block">{when}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
    <section aria-labelledby="minta">
      <h2 id="minta">Ajukan permintaan</h2>
      <p>
        Permintaan Anda dijawab paling lambat 3 kali 24 jam, juga pada hari libur. Permintaan dapat ditolak
        hanya dengan alasan menurut undang-undang.
      </p>
      <form method="post" action={props.action} novalidate data-once>
        <FormToken guard={props.guard} />
        {props.fields.map((field) => (
          <Field field={field} />
        ))}
        <button type="submit">Kirim permintaan</button>
      </form>
      <p>
        <a class="tap" href="/privasi#hak">
          Baca tentang hak-hak ini
        </a>
      </p>
    </section>
  </Document>
);
