// A standard as a citizen needs it: what to bring, what happens, how long, what it costs, what comes out, where to complain.
import { Document } from '../layout/document.tsx';
import type { AgencyContact, Site } from '../layout/site.tsx';
import { AgencyAddress } from '../parts/agency-address.tsx';
import { type Closing, ClosingNotice } from '../parts/closing-notice.tsx';
import { type Enactment, EnactmentBadge } from '../parts/enactment-badge.tsx';
import { Notice } from '../parts/notice.tsx';
import { BackLink } from '../parts/way.tsx';

export interface ServiceProps {
  readonly site: Site;
  readonly title: string;
  readonly officialTitle: string;
  readonly summary: string;
  readonly agency: AgencyContact;
  readonly decree?: Enactment;
  readonly bring: readonly { readonly label: string; readonly hint?: string; readonly required: boolean }[];
  /** Data to have at hand, as the form asks for it. */
  readonly know: readonly string[];
  readonly steps: readonly string[];
  readonly durations: readonly {
    readonly label: string;
    readonly words: string;
    readonly verbatim: string;
    readonly note?: string;
  }[];
  readonly fee: readonly string[];
  readonly products: readonly string[];
  readonly complaints: { readonly lead?: string; readonly ways: readonly string[] };
  /** Service that takes complaints about this one. */
  readonly complaintsPath?: string;
  readonly documentPath: string;
  readonly noticePath: string;
  /** Absent when the standard cannot be filed through the portal. */
  readonly start?: { readonly action: string };
  readonly unfinishedPath?: string;
  /** The next version is before the public now. */
  readonly draft?: { readonly path: string; readonly until: string };
  readonly closing?: Closing | undefined;
}

export const ServicePage = (props: ServiceProps) => (
  <Document site={props.site} title={props.title} current="services">
    <BackLink path="/" label="Semua layanan" />
    <p class="caption">{props.agency.name}</p>
    <h1>{props.title}</h1>
    <p class="lead">{props.summary}</p>
    <EnactmentBadge {...(props.decree ? { decree: props.decree } : {})} />
    <ClosingNotice closing={props.closing} />
    <Start {...props} />
    {props.draft === undefined ? null : (
      <Notice tone="info" title="Standar ini sedang diperbarui">
        <p>
          Rancangannya menunggu masukan Anda sampai {props.draft.until}. Yang berlaku tetap yang di halaman
          ini.
        </p>
        <p>
          <a class="tap" href={props.draft.path}>
            Baca rancangannya
          </a>
        </p>
      </Notice>
    )}

    <section aria-labelledby="siapkan">
      <h2 id="siapkan">Yang perlu disiapkan</h2>
      <ul class="checks">
        {props.bring.map(({ label, hint, required }) => (
          <li>
            {label}
            {required ? null : ' (bila ada)'}
            {hint === undefined ? null : <span class="hint block">{hint}</span>}
          </li>
        ))}
      </ul>
      {props.know.length === 0 ? null : (
        <details>
          <summary>Data yang akan ditanyakan</summary>
          <ul>
            {props.know.map((label) => (
              <li>{label}</li>
            ))}
          </ul>
        </details>
      )}
    </section>

    <section aria-labelledby="langkah">
      <h2 id="langkah">Langkahnya</h2>
      <ol class="steps">
        {props.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p class="hint">Langkah dapat berbeda menurut hasil pemeriksaan.</p>
    </section>

    <section aria-labelledby="lama">
      <h2 id="lama">Berapa lama</h2>
      <ul class="durations">
        {props.durations.map(({ label, words, verbatim, note }) => (
          <li>
            <strong>{label}</strong>: {words}
            {note === undefined ? null : <span class="hint block">{note}</span>}
            {verbatim === label ? null : <span class="hint block">Bunyi standar: “{verbatim}”</span>}
          </li>
        ))}
      </ul>
    </section>

    <section aria-labelledby="biaya">
      <h2 id="biaya">Biaya</h2>
      {props.fee.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p class="hint">Jangan membayar lebih dari yang tertulis. Laporkan bila ada yang meminta uang.</p>
    </section>

    <section aria-labelledby="hasil">
      <h2 id="hasil">Yang Anda terima</h2>
      <ul>
        {props.products.map((product) => (
          <li>{product}</li>
        ))}
      </ul>
    </section>

    <section aria-labelledby="adukan">
      <h2 id="adukan">Bila layanan tidak sesuai</h2>
      {props.complaints.lead === undefined ? null : <p>{props.complaints.lead}</p>}
      <ul>
        {props.complaints.ways.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {props.complaintsPath === undefined ? null : (
        <p>
          <a class="tap" href={props.complaintsPath}>
            Sampaikan pengaduan tentang layanan ini
          </a>
        </p>
      )}
    </section>

    <section aria-labelledby="loket">
      <h2 id="loket">Lebih suka datang langsung?</h2>
      <p>Bawa berkas di atas ke loket. Petugas mengisikan permohonan bersama Anda.</p>
      <AgencyAddress agency={props.agency} />
    </section>

    <section aria-labelledby="resmi">
      <h2 id="resmi">Dokumen resmi</h2>
      <p>{props.officialTitle}</p>
      <p>
        <a class="tap" href={props.documentPath}>
          Baca standar pelayanan lengkap
        </a>
      </p>
    </section>
  </Document>
);

const Start = ({
  start,
  unfinishedPath,
  noticePath,
}: Pick<ServiceProps, 'start' | 'unfinishedPath' | 'noticePath'>) => {
  if (!start) return null;
  return (
    <div class="start no-print">
      {unfinishedPath === undefined ? null : (
        <p>
          <a class="button" href={unfinishedPath}>
            Lanjutkan permohonan
          </a>
        </p>
      )}
      <form method="post" action={start.action} data-once>
        {unfinishedPath === undefined ? null : <input type="hidden" name="_baru" value="ya" />}
        <button type="submit" {...(unfinishedPath === undefined ? {} : { class: 'second' })}>
          {unfinishedPath === undefined ? 'Ajukan sekarang' : 'Mulai dari awal'}
        </button>
      </form>
      <p class="hint">
        Anda boleh berhenti di tengah jalan; jawaban tersimpan. Data Anda dipakai hanya untuk layanan ini.{' '}
        <a href={noticePath}>Cara kami menjaga data Anda</a>
      </p>
    </div>
  );
};
