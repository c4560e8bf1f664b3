// How to find out whether a card or letter is real: by its code, by its long id, and without a network.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { CardCheck, type CardCheckProps } from '../parts/card-check.tsx';
import { Field } from '../parts/field.tsx';
import { type FieldProblem, ProblemSummary } from '../parts/problem-summary.tsx';

export interface VerifyStartProps {
  readonly site: Site;
  readonly action: string;
  readonly value: string;
  readonly problems: readonly FieldProblem[];
  readonly keysPath: string;
  readonly check: Pick<CardCheckProps, 'tenant' | 'zone'>;
  readonly script: string;
}

export const VerifyStartPage = (props: VerifyStartProps) => (
  <Document
    site={props.site}
    title="Periksa kartu atau surat"
    needsFixing={props.problems.length > 0}
    script={props.script}
  >
    <ProblemSummary problems={props.problems} kept={false} />
    <h1>Periksa kartu atau surat</h1>
    <p class="lead">
      Pastikan kartu atau surat dari {props.site.governmentName} asli dan masih berlaku. Tanpa aplikasi, tanpa
      masuk.
    </p>
    <section aria-labelledby="pindai">
      <h2 id="pindai">Pindai gambar kode</h2>
      <ol class="steps">
        <li>Buka kamera HP, arahkan ke gambar kode di kartu atau surat.</li>
        <li>Buka alamat yang muncul. Pastikan alamatnya milik {props.site.name}, sama dengan situs ini.</li>
        <li>Baca keadaannya, lalu cocokkan nomor dan nama dengan yang tercetak.</li>
      </ol>
      <p class="hint">
        Nomor kartu atau surat saja tidak cukup. Nomor mudah ditebak, jadi tidak bisa dicari di sini.
      </p>
    </section>
    <section aria-labelledby="ketik">
      <h2 id="ketik">Gambar kode rusak?</h2>
      <form method="post" action={props.action} novalidate>
        <Field
          field={{
            id: 'kode',
            label: 'Kode panjang di kartu atau surat',
            hint: '26 huruf dan angka. Huruf besar atau kecil sama saja.',
            required: true,
            type: 'text',
            value: props.value,
            options: [],
            maxLength: 40,
            isHeading: false,
            code: true,
            ...(props.problems[0] === undefined ? {} : { problem: props.problems[0].message }),
          }}
        />
        <button type="submit">Periksa kartu atau surat</button>
      </form>
    </section>
    <section aria-labelledby="petugas">
      <h2 id="petugas">Untuk petugas rumah sakit, sekolah, dan kantor</h2>
      <ul>
        <li>“Berlaku” dan “Berlaku sementara” sama-sama boleh dipakai.</li>
        <li>
          “Ditangguhkan”, “Dicabut”, dan “Tidak berlaku lagi” tidak boleh dipakai. Arahkan warga ke dinas.
        </li>
        <li>Jangan simpan foto kartu atau surat. Cukup catat nomor dan waktu pemeriksaan.</li>
        <li>Nama berbeda dengan yang tercetak? Jangan tahan kartu atau suratnya. Telepon dinas di bawah.</li>
      </ul>
      <h3>Tanpa internet</h3>
      <p>
        Buka halaman ini sekali saat ada internet. Sesudah itu HP Anda dapat memeriksa kode tanpa internet.
        Buka lagi paling lama seminggu sekali, agar daftarnya baru.
      </p>
      <CardCheck page="ready" {...props.check}>
        <p data-ready hidden>
          <strong>✓ HP ini siap memeriksa tanpa internet.</strong>
        </p>
        <p data-not-ready hidden>
          HP ini belum dapat menyimpan daftar. Pemeriksaan tetap bisa dengan internet.
        </p>
      </CardCheck>
      <p class="hint">
        Membuat aplikasi sendiri? Kunci pemeriksa terbuka di <a href={props.keysPath}>alamat ini</a>.
      </p>
    </section>
  </Document>
);
