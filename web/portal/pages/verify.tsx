// What anybody sees who holds a card or letter: valid or not first, then what to compare with the print.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { CardCheck, type CardCheckProps } from '../parts/card-check.tsx';
import { Identifier } from '../parts/identifier.tsx';
import { LetterCheck, type LetterCheckProps, letterRows } from '../parts/letter-check.tsx';
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
  /** Absent for a letter that is good for ever. */
  readonly validUntil?: string;
  /** How a letter was signed. */
  readonly letter?: LetterCheckProps;
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

const practisedLetter: VerifyProps['state'] = {
  ...practised,
  title: 'Surat latihan',
  sentence: 'Surat ini dibuat untuk berlatih. Jangan terima sebagai bukti.',
};

const stateOf = ({ site, state, letter }: VerifyProps) => {
  if (!site.practice) return state;
  return letter ? practisedLetter : practised;
};

const compareWords = ({ letter, holder }: VerifyProps): string => {
  if (!letter) return 'nomor dan huruf depan nama';
  return holder === undefined ? 'nomor dan tanggal' : 'nomor, tanggal, dan huruf depan nama';
};

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
        { label: props.letter ? 'Tanggal surat' : 'Tanggal terbit', value: props.issued },
        ...(props.validUntil === undefined ? [] : [{ label: 'Berlaku sampai', value: props.validUntil }]),
        ...(props.letter ? letterRows(props.letter) : []),
        { label: 'Diperiksa', value: props.checked },
      ]}
    />
    <p>
      <strong>Cocokkan {compareWords(props)} dengan yang tercetak.</strong> Bila berbeda, gambar kodenya
      mungkin disalin dari {props.letter ? 'surat' : 'kartu'} lain. Nama lengkap tidak kami tampilkan di sini.
    </p>
    {props.letter ? <LetterCheck {...props.letter} tenant={props.check.tenant} /> : null}
    <CardCheck
      page="record"
      holds={stateOf(props).tone === 'good'}
      {...props.check}
      {...(props.letter ? { paper: 'surat' as const } : {})}
    />
    <p>
      <a class="tap" href="/periksa">
        Cara memeriksa kartu dan surat
      </a>
    </p>
  </Document>
);
