// The start page of a tenant: which services there are, and the way to a file that is already running.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { type Closing, ClosingNotice } from '../parts/closing-notice.tsx';
import { Notice } from '../parts/notice.tsx';

export interface ServiceCard {
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly agency: string;
  /** "1 jam kerja sampai 3 hari kerja". */
  readonly duration?: string;
  /** "Tidak dipungut biaya (Gratis)". */
  readonly fee?: string;
}

export interface HomeProps {
  readonly site: Site;
  readonly services: readonly ServiceCard[];
  /** Drafts about which the public is asked now. */
  readonly drafts: readonly {
    readonly path: string;
    readonly title: string;
    /** "Rabu, 25 Maret 2026". */
    readonly until: string;
  }[];
  /** A filing that was begun on this phone and not sent. */
  readonly unfinished?: { readonly service: string; readonly path: string };
  readonly closing?: Closing | undefined;
}

export const HomePage = ({ site, services, drafts, unfinished, closing }: HomeProps) => (
  <Document site={site} title="Layanan" current="services">
    <h1>Layanan {site.name}</h1>
    <p class="lead">Baca syaratnya, ajukan dari HP, lalu ikuti berkas Anda sampai selesai.</p>
    <ClosingNotice closing={closing} />
    {unfinished ? (
      <Notice tone="info" title="Permohonan Anda belum dikirim">
        <p>{unfinished.service}. Jawaban Anda masih tersimpan.</p>
        <p>
          <a class="button" href={unfinished.path}>
            Lanjutkan permohonan
          </a>
        </p>
      </Notice>
    ) : null}
    <section aria-labelledby="daftar">
      <h2 id="daftar">Pilih layanan</h2>
      {services.length === 0 ? (
        <p>
          Belum ada layanan yang diterbitkan di sini. Silakan datang ke loket atau telepon dinas di bawah.
        </p>
      ) : (
        <ul class="cards">
          {services.map((service) => (
            <li>
              <h3>
                <a href={service.path}>{service.title}</a>
              </h3>
              <p>{service.summary}</p>
              <dl class="facts">
                {service.duration === undefined ? null : (
                  <div>
                    <dt>Waktu</dt>
                    <dd>{service.duration}</dd>
                  </div>
                )}
                {service.fee === undefined ? null : (
                  <div>
                    <dt>Biaya</dt>
                    <dd>{service.fee}</dd>
                  </div>
                )}
                <div>
                  <dt>Dilayani oleh</dt>
                  <dd>{service.agency}</dd>
                </div>
              </dl>
            </li>
          ))}
        </ul>
      )}
    </section>
    {drafts.length === 0 ? null : (
      <section aria-labelledby="rancangan">
        <h2 id="rancangan">Rancangan yang menunggu masukan Anda</h2>
        <ul>
          {drafts.map(({ path, title, until }) => (
            <li>
              <a href={path}>{title}</a>, masukan ditunggu sampai {until}
            </li>
          ))}
        </ul>
      </section>
    )}
    <section class="panel" aria-labelledby="lacak">
      <h2 id="lacak">Sudah mengajukan?</h2>
      <p>Siapkan nomor tiket dan kode rahasia dari tanda terima.</p>
      <p>
        <a class="button second" href="/lacak">
          Lacak berkas
        </a>
      </p>
    </section>
  </Document>
);
