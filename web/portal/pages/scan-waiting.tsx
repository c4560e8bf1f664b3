// The scan has left the phone and is being looked at. Loads itself again until the answer is there.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';

export interface ScanWaitingProps {
  readonly site: Site;
  readonly service: string;
  readonly label: string;
  /** This page with the next count; it leads on when the check is done. */
  readonly again: string;
  /** Back to sending, once waiting has taken too long to be normal. */
  readonly resend: string;
  readonly slow: boolean;
}

export const ScanWaitingPage = (props: ScanWaitingProps) => (
  <Document
    site={props.site}
    title={`Foto sedang diperiksa – ${props.service}`}
    current="services"
    personal
    {...(props.slow ? {} : { refresh: { seconds: 3, path: props.again } })}
  >
    <p class="caption">{props.label}</p>
    <h1>Foto sedang diperiksa</h1>
    {props.slow ? (
      <>
        <p>Pemeriksaan lebih lama dari biasanya, atau foto belum sampai. Jawaban lain sudah tersimpan.</p>
        <p>
          <a class="button" href={props.again}>
            Lihat lagi
          </a>
        </p>
        <p>
          <a class="tap" href={props.resend}>
            Kirim foto sekali lagi
          </a>
        </p>
      </>
    ) : (
      <>
        <p role="status" data-wait={props.again}>
          Biasanya hanya beberapa detik. Halaman ini berlanjut sendiri.
        </p>
        <p>
          <a class="tap" href={props.again}>
            Lihat sekarang
          </a>
        </p>
      </>
    )}
  </Document>
);
