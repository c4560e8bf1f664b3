// The page a phone keeps: shown instead of the record when there is no network, filled in by the script.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { CardCheck, type CardCheckProps } from '../parts/card-check.tsx';

export interface VerifyKeptProps {
  readonly site: Site;
  readonly check: Pick<CardCheckProps, 'tenant' | 'zone'>;
  readonly script: string;
}

export const VerifyKeptPage = ({ site, check, script }: VerifyKeptProps) => (
  <Document site={site} title="Pemeriksaan tanpa internet" personal script={script}>
    <p class="caption">{site.governmentName}</p>
    <h1>Pemeriksaan tanpa internet</h1>
    <p>Situs tidak dapat dihubungi. Kode pada kartu diperiksa di HP ini saja.</p>
    <CardCheck page="kept" {...check}>
      <p data-working>Kode sedang diperiksa.</p>
      <div data-no-code hidden>
        <p>Alamat ini tidak membawa kode dari kartu. Pindai gambar kode di kartu dengan kamera HP.</p>
      </div>
    </CardCheck>
    <p>
      Tanpa internet, HP ini memakai daftar yang disimpan terakhir kali. Kartu yang dicabut sesudah itu belum
      terlihat.
    </p>
  </Document>
);
