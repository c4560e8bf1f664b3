// The certificate as an official record, in words that stand by themselves.
import { dateInWords, dayInWords, momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import type { Signature } from '../../ports/certificates.ts';
import type { Certificate } from '../../ports/offboarding.ts';
import type { TenantRegistration } from '../../ports/tenants.ts';

const count = (number: number): string => number.toLocaleString('id-ID');
/** The last part of a JWS, in pieces that fit a line. */
const inPieces = (text: string): string => text.match(/.{1,43}/g)?.join(' ') ?? text;

function facts(certificate: Certificate, zone: TenantRegistration['tenant']['calendar']['zone']) {
  const { exported, keys, heads } = certificate;
  return [
    { label: 'Daerah', value: `${certificate.name} (${certificate.tenant})` },
    { label: 'Diumumkan oleh', value: certificate.announcedBy },
    { label: 'Disetujui oleh', value: certificate.confirmedBy },
    { label: 'Pemusnahan diminta oleh', value: certificate.destroyedBy },
    { label: 'Pemusnahan disetujui oleh', value: certificate.agreedBy },
    { label: 'Selesai dimusnahkan', value: momentInWords(zone, certificate.destroyedAt) },
    {
      label: 'Data diambil daerah',
      value:
        certificate.fetchedAt === undefined
          ? `Tidak diambil. ${certificate.unfetched ?? ''}`.trim()
          : momentInWords(zone, certificate.fetchedAt),
    },
    { label: 'Berkas catatan', value: count(exported.data) },
    { label: 'Bundel pindaian, surat, dan segel', value: count(exported.bundles) },
    { label: 'Ukuran seluruhnya', value: `${count(exported.bytes)} byte` },
    { label: 'Sidik daftar berkas', value: inPieces(exported.sums ?? '') },
    { label: 'Pindaian dan surat dihapus', value: count(certificate.objects) },
    { label: 'Akun petugas dimatikan', value: count(certificate.accounts) },
    { label: 'Tabel data dihapus', value: certificate.table },
    ...keys.map(({ arn, deletedOn }) => ({
      label: `Kunci ${arn.slice(arn.lastIndexOf('/') + 1)}`,
      value: `tidak dapat dipakai sejak dimusnahkan, terhapus pada ${momentInWords(zone, deletedOn)}`,
    })),
    ...Object.entries(heads).map(([chain, head]) => ({
      label: `Ujung rantai ${chain === 'administration' ? 'administrasi' : 'pembukaan data'}`,
      value: inPieces(head),
    })),
  ];
}

export const certificateArtwork = (
  { tenant }: Pick<TenantRegistration, 'tenant'>,
  certificate: Certificate,
  { jws }: Signature,
): LetterArtwork => {
  const { zone } = tenant.calendar;
  return {
    governmentName: 'Layan',
    agencyName: 'Penyelenggara Layanan Bersama Pemerintah Daerah',
    agencyAddress: '',
    letterhead: [],
    accent: '#1f4e8c',
    productLabel: 'Berita Acara Pemusnahan Data',
    text: {
      layout: 'minutes',
      paper: 'a4',
      title: `Berita Acara Pemusnahan Data ${tenant.name}`,
      to: [],
      body: [
        {
          kind: 'paragraph',
          text: `Pada ${dateInWords(zone, certificate.destroyedAt)}, seluruh data ${tenant.governmentName} yang diproses di Layan telah dimusnahkan atas berakhirnya kerja sama, dengan rincian berikut.`,
        },
        { kind: 'table', rows: facts(certificate, zone) },
        {
          kind: 'paragraph',
          text: `Salinan cadangan yang tersandi berakhir sendiri paling lambat ${dayInWords(certificate.backupsUntil)}. Tanpa kunci di atas isinya tidak dapat dibaca.`,
        },
        {
          kind: 'paragraph',
          text: 'Segel jejak audit disimpan terkunci lima tahun. Isinya hanya nomor dan sidik, tanpa data pribadi.',
        },
        {
          kind: 'table',
          rows: [
            { label: 'Sidik berita acara', value: inPieces(certificate.hash) },
            { label: 'Tanda tangan (ES256)', value: inPieces(jws.slice(jws.lastIndexOf('.') + 1)) },
          ],
        },
      ],
      annexes: [],
      others: [],
      copies: [],
    },
    place: 'Layan',
    date: dateInWords(zone, certificate.destroyedAt).replace(/^[^,]+, /, ''),
    at: certificate.destroyedAt,
    signature: {
      office: ['Penyelenggara Layan,'],
      name: certificate.destroyedBy,
      below: [`disetujui ${certificate.agreedBy}`],
    },
    method: 'seal',
  };
};
