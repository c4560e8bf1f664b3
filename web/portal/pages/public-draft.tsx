// A draft that is before the public: its text as it stands, marked at its beginning and end as not in force.
import { raw } from 'hono/html';
import { Document } from '../layout/document.tsx';
import type { AgencyContact, Site } from '../layout/site.tsx';
import { AgencyAddress } from '../parts/agency-address.tsx';
import { Notice } from '../parts/notice.tsx';
import { BackLink } from '../parts/way.tsx';

export interface PublicDraftProps {
  readonly site: Site;
  readonly title: string;
  /** Markup of the document, everything in it escaped. Has the heading of the page. */
  readonly article: string;
  readonly style: string;
  /** "Senin, 2 Maret 2026". */
  readonly from: string;
  readonly until: string;
  /** Whether remarks are welcome now. */
  readonly open: boolean;
  readonly agency: AgencyContact;
  /** The service that takes complaints and remarks, where there is one. */
  readonly remarksPath?: string;
  /** The service as it is in force meanwhile. */
  readonly inForcePath?: string;
}

export const PublicDraftPage = (props: PublicDraftProps) => (
  <Document
    site={props.site}
    title={`Rancangan standar pelayanan: ${props.title}`}
    current="services"
    style={props.style}
    wide
  >
    <BackLink path="/" label="Semua layanan" />
    <Notice tone="attention" title="Rancangan. Belum berlaku.">
      <p>
        Naskah ini sedang dibahas dengan masyarakat, {props.from} sampai {props.until}. Isinya masih dapat
        berubah dan belum menjadi janji.
      </p>
      {props.inForcePath === undefined ? null : (
        <p>
          <a class="tap" href={props.inForcePath}>
            Lihat standar yang berlaku sekarang
          </a>
        </p>
      )}
    </Notice>
    {raw(props.article)}
    <section aria-labelledby="masukan" class="no-print">
      <h2 id="masukan">Sampaikan masukan Anda</h2>
      {props.open ? (
        <p>Masukan ditunggu sampai {props.until}. Sebutkan bagian mana, dan bagaimana sebaiknya.</p>
      ) : (
        <p>Waktu masukan bukan hari ini. Berita acara pembahasannya disimpan dinas.</p>
      )}
      {props.open && props.remarksPath !== undefined ? (
        <p>
          <a class="button" href={props.remarksPath}>
            Kirim masukan
          </a>
        </p>
      ) : null}
      <p>Anda juga dapat menyampaikannya kepada dinas:</p>
      <AgencyAddress agency={props.agency} />
    </section>
  </Document>
);
