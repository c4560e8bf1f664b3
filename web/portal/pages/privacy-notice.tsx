// What is told about one service before data are taken (UU 27/2022 art. 21), in one version. Old versions stay readable here.
import { Document } from '../layout/document.tsx';
import type { AgencyContact, Site } from '../layout/site.tsx';
import { AgencyAddress } from '../parts/agency-address.tsx';
import { BackLink } from '../parts/way.tsx';

export interface PrivacyNoticeProps {
  readonly site: Site;
  readonly service: string;
  readonly servicePath: string;
  /** "3.1" */
  readonly version: string;
  readonly path: string;
  /** Present on an old version. */
  readonly newestPath?: string;
  readonly agency: AgencyContact;
  readonly officer?: { readonly name: string; readonly contact: string };
  readonly basis: string;
  readonly purposes: readonly string[];
  readonly data: readonly string[];
  readonly specific: readonly string[];
  readonly scans: readonly string[];
  readonly kept: readonly string[];
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
);

export const PrivacyNoticePage = (props: PrivacyNoticeProps) => (
  <Document site={props.site} title={`Pemberitahuan data pribadi – ${props.service}`}>
    <BackLink path={props.servicePath} label={props.service} />
    <h1>Pemberitahuan data pribadi</h1>
    <p class="lead">{props.service}</p>
    <p class="hint">
      Versi {props.version}. Alamat tetap versi ini: <a href={props.path}>{props.path}</a>
    </p>
    {props.newestPath === undefined ? null : (
      <p>
        Ini versi lama. <a href={props.newestPath}>Baca versi yang berlaku sekarang</a>
      </p>
    )}
    <h2>Siapa yang bertanggung jawab</h2>
    <AgencyAddress agency={props.agency} />
    {props.officer === undefined ? null : (
      <p>
        Pejabat pelindungan data pribadi: {props.officer.name}, {props.officer.contact}
      </p>
    )}
    <h2>Dasar dan tujuan</h2>
    <p>Dasar pemrosesan: {props.basis}.</p>
    <List items={props.purposes} />
    <h2>Data yang diminta</h2>
    <List items={[...props.data, ...props.scans.map((scan) => `Foto: ${scan}`)]} />
    {props.specific.length === 0 ? null : (
      <>
        <p>Di antaranya data pribadi yang bersifat spesifik, dengan pelindungan tambahan:</p>
        <List items={props.specific} />
      </>
    )}
    <h2>Berapa lama disimpan</h2>
    <List items={props.kept} />
    <h2>Hak Anda</h2>
    <p>
      Anda berhak melihat, memperbaiki, membatasi, menolak pemrosesan, dan meminta penghapusan data Anda.
      Permintaan dijawab paling lambat 3 kali 24 jam. <a href="/privasi#hak">Baca hak Anda selengkapnya</a>
    </p>
  </Document>
);
