// Everything once more before it is sent, each answer with its way back.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { type FormGuard, FormToken } from '../parts/form-token.tsx';
import { LeavePhone } from '../parts/leave-phone.tsx';
import { Notice } from '../parts/notice.tsx';
import { SummaryList, type SummaryRow } from '../parts/summary-list.tsx';
import { BackLink } from '../parts/way.tsx';

export interface CheckAnswersProps {
  readonly site: Site;
  readonly service: string;
  readonly sections: readonly { readonly title: string; readonly rows: readonly SummaryRow[] }[];
  /** What is still open, each with its page; nothing can be sent before. */
  readonly open: readonly { readonly path: string; readonly message: string }[];
  /** What to look at twice; does not hold anything up. */
  readonly warnings: readonly { readonly path: string; readonly message: string }[];
  /** Shown after an attempt to send that was held back. */
  readonly tried: boolean;
  /** "Kirim permohonan". */
  readonly button: string;
  readonly back: string;
  readonly action: string;
  readonly leaveAction: string;
  readonly guard: FormGuard;
}

export const CheckAnswersPage = (props: CheckAnswersProps) => (
  <Document
    site={props.site}
    title={`Periksa jawaban – ${props.service}`}
    current="services"
    personal
    needsFixing={props.tried && props.open.length > 0}
  >
    <BackLink path={props.back} />
    <h1>Periksa jawaban Anda</h1>
    {props.open.length === 0 ? null : (
      <Notice tone="attention" title="Masih ada yang perlu dilengkapi" live={props.tried}>
        <ul>
          {props.open.map(({ path, message }) => (
            <li>
              <a href={path}>{message}</a>
            </li>
          ))}
        </ul>
      </Notice>
    )}
    {props.warnings.length === 0 ? null : (
      <Notice tone="info" title="Periksa lagi sebelum mengirim">
        <ul>
          {props.warnings.map(({ path, message }) => (
            <li>
              {message} <a href={path}>Lihat jawaban</a>
            </li>
          ))}
        </ul>
      </Notice>
    )}
    {props.sections.map(({ title, rows }) => (
      <section>
        <h2>{title}</h2>
        <SummaryList rows={rows} />
      </section>
    ))}
    {props.open.length > 0 ? null : (
      <section aria-labelledby="kirim">
        <h2 id="kirim">{props.button}</h2>
        <p>Dengan mengirim, Anda menyatakan data ini benar. Setelah dikirim, petugas mulai memeriksa.</p>
        <form method="post" action={props.action} data-once>
          <FormToken guard={props.guard} />
          <button type="submit">{props.button}</button>
        </form>
      </section>
    )}
    <LeavePhone
      action={props.leaveAction}
      guard={props.guard}
      hint="Memakai HP milik orang lain? Anda bisa menghapus permohonan yang belum dikirim ini."
      button="Hapus permohonan ini dari HP"
    />
  </Document>
);
