// The national library: standards that any agency may take as its own and change. Heavy: import it only where it is asked for.
import { TenantId } from '@layan/domain/kernel/ids';
import type { Standard } from '@layan/domain/standard/standard';
import { pengesahanPbiJk } from './kab-lumajang/pengesahan-pbi-jk.ts';
import { usulanDataKesejahteraan } from './kab-lumajang/usulan-data-kesejahteraan.ts';
import { vervalPbiJk } from './kab-lumajang/verval-pbi-jk.ts';
import { pengaduan as pengaduanKupang } from './kota-kupang/pengaduan.ts';
import { rekomendasiKis } from './kota-pekalongan/rekomendasi-kis.ts';
import { ultpk } from './kota-probolinggo/ultpk.ts';
import { pengaduan as pengaduanNasional } from './nasional/pengaduan.ts';

export interface Template {
  /** Stable over versions; kept by whoever adopts it. */
  readonly id: string;
  readonly title: string;
  /** The local government whose published standard it is; absent for what is common to all. */
  readonly tenant?: TenantId;
  /** One sentence: for whom, and what for. */
  readonly sentence: string;
  readonly standard: Standard;
}

export const library: readonly Template[] = [
  {
    id: 'kota-probolinggo-ultpk',
    title: ultpk.shortTitle,
    tenant: TenantId.parse('kota-probolinggo'),
    sentence: 'Permohonan bantuan di unit layanan kemiskinan: periksa data, survei ke rumah, lalu kartu.',
    standard: ultpk,
  },
  {
    id: 'kota-pekalongan-rekomendasi-kis',
    title: rekomendasiKis.shortTitle,
    tenant: TenantId.parse('kota-pekalongan'),
    sentence: 'Surat rekomendasi kartu kesehatan: periksa data, kunjungan, paraf berurutan, tanda tangan.',
    standard: rekomendasiKis,
  },
  {
    id: 'kota-kupang-pengaduan',
    title: pengaduanKupang.shortTitle,
    tenant: TenantId.parse('kota-kupang'),
    sentence: 'Pengaduan tatap muka, surat, kotak saran, LAPOR, dan pesan, sampai jawaban tertulis.',
    standard: pengaduanKupang,
  },
  {
    id: 'kab-lumajang-verval-pbi-jk',
    title: vervalPbiJk.shortTitle,
    tenant: TenantId.parse('kab-lumajang'),
    sentence: 'Usulan bantuan iuran kesehatan dari desa, satu berkas untuk tiap calon.',
    standard: vervalPbiJk,
  },
  {
    id: 'kab-lumajang-pengesahan-pbi-jk',
    title: pengesahanPbiJk.shortTitle,
    tenant: TenantId.parse('kab-lumajang'),
    sentence: 'Calon satu desa bersama-sama: musyawarah, verifikasi, koreksi, paraf, pengesahan Bupati.',
    standard: pengesahanPbiJk,
  },
  {
    id: 'kab-lumajang-usulan-data-kesejahteraan',
    title: usulanDataKesejahteraan.shortTitle,
    tenant: TenantId.parse('kab-lumajang'),
    sentence: 'Usulan data kesejahteraan dari desa, yang dapat membuka usulan PBI-JK.',
    standard: usulanDataKesejahteraan,
  },
  {
    id: 'nasional-pengaduan',
    title: `${pengaduanNasional.shortTitle} (contoh nasional)`,
    sentence: 'Alur pengaduan nasional, untuk dinas yang standarnya hanya menyebut kanalnya.',
    standard: pengaduanNasional,
  },
];
