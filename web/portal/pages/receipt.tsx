// The receipt: the two numbers to keep, the promise in words, and what happens next. Made to be printed or photographed.
import { Document } from '../layout/document.tsx';
import type { AgencyContact, Site } from '../layout/site.tsx';
import { AgencyAddress } from '../parts/agency-address.tsx';
import { type FormGuard, FormToken } from '../parts/form-token.tsx';
import { Identifier } from '../parts/identifier.tsx';
import { LeavePhone } from '../parts/leave-phone.tsx';
import { PromiseCards, type PromiseProps } from '../parts/promise-card.tsx';

export interface ReceiptProps {
  readonly site: Site;
  readonly service: string;
  /** "Permohonan Anda sudah terkirim". */
  readonly heading: string;
  readonly ticket: string;
  readonly secret: string;
  /** "Senin, 23 Maret 2026 pukul 14.05 WIB". */
  readonly received: string;
  readonly promises: readonly PromiseProps[];
  readonly next: readonly string[];
  /** Questions whose answers were unusual. */
  readonly lookedAtAgain: readonly string[];
  /** The version of the standard that the promise is made under. */
  readonly standard: { readonly path: string; readonly version: number };
  readonly agency: AgencyContact;
  /** Opens the own file without typing the numbers. */
  readonly openAction: string;
  readonly leaveAction: string;
  readonly guard: FormGuard;
  /** The address of tracking, as people type it. */
  readonly trackAddress: string;
}

export const ReceiptPage = (props: ReceiptProps) => (
  <Document site={props.site} title={`Tanda terima – ${props.service}`} current="services" personal>
    <div class="receipt">
      <p class="caption">{props.agency.name}</p>
      <h1>{props.heading}</h1>
      <p>{props.service}</p>
      <dl class="keys">
        <div>
          <dt>Nomor tiket</dt>
          <dd>
            <Identifier text={props.ticket} id="nomor-tiket" />
          </dd>
        </div>
        <div>
          <dt>Kode rahasia</dt>
          <dd>
            <Identifier text={props.secret} id="kode-rahasia" />
          </dd>
        </div>
      </dl>
      <p>
        Diterima <strong>{props.received}</strong>
      </p>
    </div>
    <p class="keep">
      <strong>Simpan dua nomor ini sekarang.</strong> Foto layar ini, cetak, atau tulis di kertas. Tanpa
      keduanya, berkas hanya bisa ditanyakan di loket.
    </p>
    <p>Jangan berikan kode rahasia kepada orang yang tidak Anda percaya. Petugas tidak pernah memintanya.</p>
    <p class="no-print">
      <button type="button" class="second" data-print hidden>
        Cetak tanda terima
      </button>
    </p>
    <PromiseCards promises={props.promises} title="Janji kami kepada Anda" />
    <p class="hint">
      Janji ini menurut <a href={props.standard.path}>standar layanan versi {props.standard.version}</a>, juga
      bila standar berubah nanti.
    </p>
    <section aria-labelledby="lanjut">
      <h2 id="lanjut">Yang terjadi sekarang</h2>
      <ul>
        {props.next.map((sentence) => (
          <li>{sentence}</li>
        ))}
        {props.lookedAtAgain.map((label) => (
          <li>Petugas akan memeriksa lagi: {label}.</li>
        ))}
      </ul>
      <p>
        Ikuti berkas Anda di <strong translate="no">{props.trackAddress}</strong>
      </p>
      <form method="post" action={props.openAction} class="no-print">
        <FormToken guard={props.guard} />
        <button type="submit">Lihat berkas saya</button>
      </form>
    </section>
    <section aria-labelledby="tanya">
      <h2 id="tanya">Ada pertanyaan?</h2>
      <AgencyAddress agency={props.agency} />
    </section>
    <LeavePhone
      action={props.leaveAction}
      guard={props.guard}
      hint="Memakai HP milik orang lain? Catat dulu kedua nomor di atas."
      button="Hapus tanda terima dari HP ini"
    />
  </Document>
);
