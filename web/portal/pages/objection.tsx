// Before an objection begins: which decision, until when, what happens then. One button.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { type FormGuard, FormToken } from '../parts/form-token.tsx';
import { BackLink } from '../parts/way.tsx';

export interface ObjectionProps {
  readonly site: Site;
  readonly service: string;
  readonly ticket: string;
  /** The decision as it was told. */
  readonly decision: string;
  /** "Jumat, 18 Desember 2026" */
  readonly until: string;
  readonly agency: string;
  readonly back: string;
  readonly action: string;
  readonly guard: FormGuard;
}

export const ObjectionPage = (props: ObjectionProps) => (
  <Document site={props.site} title={`Ajukan keberatan – ${props.service}`} current="track" personal>
    <BackLink path={props.back} label="Kembali ke berkas" />
    <h1>Ajukan keberatan</h1>
    <p>Keputusan yang Anda tanggapi:</p>
    <blockquote>{props.decision}</blockquote>
    <p>
      Kirim paling lambat <strong>{props.until}</strong>.
    </p>
    <ul>
      <li>Ceritakan mengapa keputusan itu tidak tepat. Bukti boleh disertakan.</li>
      <li>Petugas lain memeriksanya, bukan yang memutuskan sebelumnya.</li>
      <li>Data diri tidak perlu diisi lagi. Kami memakai data pada berkas Anda.</li>
      <li>Anda mendapat nomor tiket dan kode rahasia sendiri untuk keberatan ini.</li>
    </ul>
    <form method="post" action={props.action} data-once>
      <FormToken guard={props.guard} />
      <button type="submit">Mulai keberatan</button>
    </form>
    <p class="hint">
      Sulit menulis? Datang ke loket {props.agency}. Petugas mencatat keberatan Anda, tanpa biaya.
    </p>
  </Document>
);
