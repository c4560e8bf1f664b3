// What UU 27/2022 art. 21 requires to be told before data are taken, from the tenant's own particulars.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { AgencyAddress } from '../parts/agency-address.tsx';

export interface PrivacyProps {
  readonly site: Site;
  /** Services with the data and scans each one asks for. */
  readonly services: readonly {
    readonly title: string;
    readonly agency: string;
    readonly data: readonly string[];
    readonly scans: readonly string[];
  }[];
}

export const PrivacyPage = ({ site, services }: PrivacyProps) => (
  <Document site={site} title="Data pribadi Anda">
    <h1>Data pribadi Anda</h1>
    <p class="lead">Apa yang kami tanyakan, untuk apa, berapa lama disimpan, dan hak Anda.</p>

    <section aria-labelledby="siapa">
      <h2 id="siapa">Siapa yang bertanggung jawab</h2>
      <p>Pengendali data adalah dinas yang melayani Anda:</p>
      {site.agencies.map((agency) => (
        <AgencyAddress agency={agency} />
      ))}
      <p>
        Pertanyaan tentang data pribadi dapat Anda ajukan kepada Pejabat Pelindungan Data Pribadi melalui
        alamat di atas.
      </p>
    </section>

    <section aria-labelledby="dasar">
      <h2 id="dasar">Dasar hukum</h2>
      <p>
        Data dipakai untuk melaksanakan pelayanan publik. Dasarnya Pasal 20 ayat (2) huruf e Undang-Undang
        Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi. Karena itu kami memberi tahu Anda, bukan meminta
        persetujuan.
      </p>
    </section>

    <section aria-labelledby="tujuan">
      <h2 id="tujuan">Untuk apa</h2>
      <ul>
        <li>memeriksa dan memutuskan permohonan Anda;</li>
        <li>menghubungi Anda tentang permohonan itu;</li>
        <li>menjamin janji waktu layanan dan mengawasi petugas;</li>
        <li>mencegah satu orang atau keluarga menerima hasil yang sama dua kali.</li>
      </ul>
      <p>Data tidak dijual dan tidak dipakai untuk iklan.</p>
    </section>

    <section aria-labelledby="apa">
      <h2 id="apa">Data apa</h2>
      {services.map(({ title, agency, data, scans }) => (
        <>
          <h3>{title}</h3>
          <p class="hint">{agency}</p>
          <ul>
            {data.map((label) => (
              <li>{label}</li>
            ))}
            {scans.map((label) => (
              <li>Foto: {label}</li>
            ))}
          </ul>
        </>
      ))}
      <p>
        Nomor Induk Kependudukan (NIK), nomor Kartu Keluarga, dan nomor telepon disimpan tersandi. Petugas
        hanya melihat empat angka terakhir. Setiap kali dibuka penuh, nama petugas dan waktunya tercatat.
      </p>
      <p>Situs ini memakai kuki hanya agar jawaban Anda tidak hilang. Tidak ada pelacak dari pihak lain.</p>
    </section>

    <section aria-labelledby="simpan">
      <h2 id="simpan">Berapa lama disimpan</h2>
      <ul>
        <li>Permohonan yang belum dikirim: terhapus sendiri setelah 30 hari.</li>
        <li>
          Permohonan yang dikirim: 5 tahun setelah selesai, lalu dimusnahkan menurut jadwal retensi arsip.
        </li>
        <li>Foto yang ditolak: dihapus segera.</li>
      </ul>
      <p>Semua data berada di Indonesia.</p>
    </section>

    <section aria-labelledby="hak">
      <h2 id="hak">Hak Anda</h2>
      <ul>
        <li>mengetahui siapa yang memakai data Anda dan untuk apa;</li>
        <li>melihat dan mendapat salinan data Anda;</li>
        <li>memperbaiki data yang keliru;</li>
        <li>meminta pemrosesan dibatasi, dihentikan, atau data dihapus sesuai aturan arsip;</li>
        <li>berkeberatan atas keputusan dan mengajukan pengaduan.</li>
      </ul>
      <p>
        Sampaikan kepada dinas di atas. Permintaan melihat atau memperbaiki data dijawab paling lambat 3 kali
        24 jam.
      </p>
    </section>
  </Document>
);
