// The own file: the promise at the centre, then what is asked of the citizen, what happens now, and what happened.
import { Document } from '../layout/document.tsx';
import type { AgencyContact, Site } from '../layout/site.tsx';
import { AgencyAddress } from '../parts/agency-address.tsx';
import type { FormGuard } from '../parts/form-token.tsx';
import { Identifier } from '../parts/identifier.tsx';
import { LeavePhone } from '../parts/leave-phone.tsx';
import { Notice } from '../parts/notice.tsx';
import { PromiseCards, type PromiseProps } from '../parts/promise-card.tsx';
import { Timeline, type TimelineEntry } from '../parts/timeline.tsx';

interface LinkedMatter {
  readonly ticket: string;
  readonly path: string;
}

export interface OwnCaseProps {
  readonly site: Site;
  readonly service: string;
  readonly ticket: string;
  readonly received: string;
  readonly agency: AgencyContact;
  readonly promises: readonly PromiseProps[];
  readonly next: readonly string[];
  readonly timeline: readonly TimelineEntry[];
  readonly products: readonly {
    readonly label: string;
    readonly number?: string;
    readonly tone: 'good' | 'attention' | 'info';
    /** "Berlaku sementara" */
    readonly state: string;
    /** "Terbit Rabu, 25 Maret 2026", "Berlaku sampai …". */
    readonly dates: readonly string[];
    /** What to do with it now. */
    readonly advice: string;
    /** Of a signed letter: "24 KB". */
    readonly download?: { readonly path: string; readonly size: string };
    /** What others see who check it. */
    readonly path?: string;
  }[];
  /** The way to object to the latest decision, or how the objection stands. */
  readonly objection?: {
    readonly title: string;
    readonly sentences: readonly string[];
    readonly start?: { readonly label: string; readonly path: string };
  };
  /** Ticket of the earlier case whose decision this one objects to. */
  readonly about?: string;
  /** The matters before and after this one, opened from here: the one after has no secret of its own. */
  readonly predecessor?: LinkedMatter;
  readonly successor?: LinkedMatter;
  readonly returned?: { readonly labels: readonly string[]; readonly note?: string; readonly path: string };
  readonly ended?: {
    readonly title: string;
    readonly sentence: string;
    readonly when: string;
    readonly granted: boolean;
  };
  /** What they may say now; one way for all of it. */
  readonly asks?: { readonly labels: readonly string[]; readonly path: string };
  readonly answerPath?: string;
  readonly suspended?: { readonly until: string; readonly note?: string };
  /** Service that takes complaints about this one. */
  readonly complaintsPath?: string;
  readonly withdraw?: { readonly label: string; readonly path: string };
  /** What was just done here, e.g. after completing the file. */
  readonly done?: string;
  readonly standardPath: string;
  readonly rightsPath: string;
  readonly leaveAction: string;
  readonly guard: FormGuard;
}

export const OwnCasePage = (props: OwnCaseProps) => (
  <Document site={props.site} title={`Berkas Anda – ${props.service}`} current="track" personal>
    {props.done === undefined ? null : <Notice tone="good" title={`✓ ${props.done}`} live />}
    <p class="caption">
      Tiket <Identifier text={props.ticket} />
      {props.about === undefined ? null : (
        <span class="block">
          Keberatan atas keputusan berkas <Identifier text={props.about} />
        </span>
      )}
      {props.predecessor === undefined ? null : (
        <span class="block">
          Lanjutan dari berkas <Identifier text={props.predecessor.ticket} />
        </span>
      )}
      {props.successor === undefined ? null : (
        <span class="block">
          Dilanjutkan dalam berkas <Identifier text={props.successor.ticket} />
        </span>
      )}
    </p>
    <h1>{props.service}</h1>
    {props.ended ? <Ended ended={props.ended} /> : null}
    {props.successor === undefined ? null : (
      <p>
        <a class="button" href={props.successor.path}>
          Buka berkas lanjutan
        </a>
      </p>
    )}
    {props.predecessor === undefined ? null : (
      <p>
        Untuk membuka berkas ini lagi, pakai nomor tiket <Identifier text={props.predecessor.ticket} /> dan
        kode rahasianya.{' '}
        <a class="tap" href={props.predecessor.path}>
          Buka berkas sebelumnya
        </a>
      </p>
    )}
    {props.objection ? <Objection objection={props.objection} /> : null}
    {props.returned ? <Returned returned={props.returned} /> : null}
    {props.suspended ? <Suspended suspended={props.suspended} /> : null}
    {props.answerPath === undefined ? null : (
      <p>
        <a class="button" href={props.answerPath}>
          Baca jawaban kami
        </a>
      </p>
    )}
    {props.asks === undefined ? null : (
      <section aria-labelledby="giliran">
        <h2 id="giliran">Giliran Anda</h2>
        {props.asks.labels.map((label) => (
          <p>
            <a class="button" href={props.asks?.path}>
              {label}
            </a>
          </p>
        ))}
      </section>
    )}
    <PromiseCards promises={props.promises} title="Janji kami kepada Anda" />
    {props.next.length === 0 ? null : (
      <section aria-labelledby="sekarang">
        <h2 id="sekarang">Sekarang</h2>
        <ul>
          {props.next.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </section>
    )}
    {props.products.length === 0 ? null : (
      <section aria-labelledby="hasil">
        <h2 id="hasil">Hasil layanan</h2>
        {props.products.map((product) => (
          <Product product={product} />
        ))}
      </section>
    )}
    <section aria-labelledby="riwayat">
      <h2 id="riwayat">Yang sudah terjadi</h2>
      <Timeline entries={props.timeline} />
      <p class="hint">Dianggap diterima {props.received}</p>
    </section>
    <section aria-labelledby="tanya">
      <h2 id="tanya">Ada pertanyaan?</h2>
      <AgencyAddress agency={props.agency} />
      <p>
        <a class="tap" href={props.standardPath}>
          Baca standar layanan ini
        </a>
      </p>
      <p>
        <a class="tap" href={props.rightsPath}>
          Hak Anda atas data pribadi
        </a>
      </p>
      {props.complaintsPath === undefined ? null : (
        <p>
          <a class="tap" href={props.complaintsPath}>
            Sampaikan pengaduan tentang layanan ini
          </a>
        </p>
      )}
      {props.withdraw === undefined ? null : (
        <p>
          <a class="tap" href={props.withdraw.path}>
            {props.withdraw.label}
          </a>
        </p>
      )}
    </section>
    <LeavePhone
      action={props.leaveAction}
      guard={props.guard}
      hint="Halaman ini tertutup sendiri setelah 30 menit tidak dipakai."
      button="Tutup berkas di HP ini"
    />
  </Document>
);

const Returned = ({ returned }: { returned: NonNullable<OwnCaseProps['returned']> }) => (
  <Notice tone="attention" title="Perlu Anda lengkapi">
    {returned.note === undefined ? null : (
      <>
        <p>Catatan petugas:</p>
        <blockquote>{returned.note}</blockquote>
      </>
    )}
    {returned.labels.length === 0 ? null : (
      <ul>
        {returned.labels.map((label) => (
          <li>{label}</li>
        ))}
      </ul>
    )}
    <p>
      <a class="button" href={returned.path}>
        Lengkapi berkas
      </a>
    </p>
  </Notice>
);

const Suspended = ({ suspended: { until, note } }: { suspended: NonNullable<OwnCaseProps['suspended']> }) => (
  <Notice tone="attention" title="Sedang ditunda">
    <p>Paling lama sampai {until}. Selama ditunda, janji kami berhenti dihitung.</p>
    {note === undefined ? null : (
      <>
        <p>Alasannya:</p>
        <blockquote>{note}</blockquote>
      </>
    )}
  </Notice>
);

const Product = ({ product }: { product: OwnCaseProps['products'][number] }) => (
  <Notice tone={product.tone} title={`${product.label}: ${product.state}`}>
    {product.number === undefined ? null : (
      <p>
        Nomor <Identifier text={product.number} />
      </p>
    )}
    <p>{product.advice}</p>
    {product.download === undefined ? null : (
      <p>
        <a class="button" href={product.download.path}>
          Unduh {product.label} ({product.download.size})
        </a>
      </p>
    )}
    {product.dates.map((date) => (
      <p class="hint">{date}</p>
    ))}
    {product.path === undefined ? null : (
      <p>
        <a class="tap" href={product.path}>
          Lihat yang dibaca orang saat memeriksa {product.label} ini
        </a>
      </p>
    )}
  </Notice>
);

const Objection = ({ objection }: { objection: NonNullable<OwnCaseProps['objection']> }) => (
  <section aria-labelledby="keberatan">
    <h2 id="keberatan">{objection.title}</h2>
    {objection.sentences.map((sentence) => (
      <p>{sentence}</p>
    ))}
    {objection.start === undefined ? null : (
      <p>
        <a class="button" href={objection.start.path}>
          {objection.start.label}
        </a>
      </p>
    )}
  </section>
);

const Ended = ({ ended }: { ended: NonNullable<OwnCaseProps['ended']> }) => (
  <Notice tone={ended.granted ? 'good' : 'info'} title={ended.title}>
    <p>{ended.sentence}</p>
    <p class="hint">{ended.when}</p>
  </Notice>
);
