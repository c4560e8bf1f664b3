// What anybody sees who holds a card or letter: valid or not first, then what to compare with the print.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { CardCheck, type CardCheckProps } from '../parts/card-check.tsx';
import { Identifier } from '../parts/identifier.tsx';
import { Notice, type NoticeProps } from '../parts/notice.tsx';
import { SummaryList } from '../parts/summary-list.tsx';

export interface VerifyProps {
  readonly site: Site;
  readonly product: string;
  readonly number: string;
  readonly state: { readonly tone: NoticeProps['tone']; readonly title: string; readonly sentence: string };
  /** "Sejak Rabu, 25 Maret 2026." */
  readonly since: string;
  /** "W••• U•••" */
  readonly holder?: string;
  readonly agency: string;
  readonly issued: string;
  readonly validUntil: string;
  /** "Rabu, 25 Maret 2026, 14.05 WIB" */
  readonly checked: string;
  readonly check: Pick<CardCheckProps, 'tenant' | 'zone'>;
  readonly script: string;
}

/** Whatever was practised, no stranger may take it for a card that holds. */
const practised: VerifyProps['state'] = {
  tone: 'attention',
  title: 'Kartu latihan',
  sentence: 'Kartu ini dibuat untuk berlatih. Jangan terima sebagai bukti.',
};

const stateOf = ({ site, state }: VerifyProps) => (site.practice ? practised : state);

export const VerifyPage = (props: VerifyProps) => (
  <Document site={props.site} title={`Pemeriksaan ${props.product}`} personal script={props.script}>
    <p class="caption">Tercatat pada {props.site.governmentName}</p>
    <h1>{props.product}</h1>
    <Notice tone={stateOf(props).tone} title={stateOf(props).title}>
      <p>{stateOf(props).sentence}</p>
      <p class="hint">{props.since}</p>
    </Notice>
    <SummaryList
      rows={[
        { label: 'Nomor', value: <Identifier text={props.number} />, verbatim: true },
        ...(props.holder === undefined
          ? []
          : [{ label: 'Huruf depan nama pemegang', value: props.holder, verbatim: true }]),
        { label: 'Penerbit', value: `${props.agency}, ${props.site.governmentName}` },
        { label: 'Tanggal terbit', value: props.issued },
        { label: 'Berlaku sampai', value: props.validUntil },
        { label: 'Diperiksa', value: props.checked },
      ]}
    />
    <p>
      <strong>Cocokkan nomor dan huruf depan nama dengan yang tercetak.</strong> Bila berbeda, gambar kodenya
      mungkin disalin dari kartu lain. Nama lengkap tidak kami tampilkan di sini.
    </p>
    <CardCheck page="record" holds={stateOf(props).tone === 'good'} {...props.check} />
    <p>
      <a class="tap" href="/periksa">
        Cara memeriksa kartu
      </a>
    </p>
  </Document>
);
