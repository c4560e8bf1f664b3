// Answers to what people ask at the counter, and whom to ask instead.
import { maxScanBytes } from '@layan/domain/document/scan';
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { AgencyAddress } from '../parts/agency-address.tsx';

const questions = [
  {
    question: 'Bagaimana cara mengajukan?',
    answer: [
      'Pilih layanan, baca syaratnya, lalu tekan “Ajukan sekarang”.',
      'Jawab satu pertanyaan setiap halaman dan kirim foto berkas.',
      'Periksa jawaban, kirim, lalu simpan nomor tiket dan kode rahasia.',
    ],
  },
  {
    question: 'Saya berhenti di tengah jalan. Apakah jawaban hilang?',
    answer: [
      'Tidak. Buka lagi situs ini dari HP yang sama dalam 30 hari, lalu tekan “Lanjutkan permohonan”.',
    ],
  },
  {
    question: 'Foto tidak mau terkirim',
    answer: [
      `Periksa sinyal, lalu coba lagi. Pakai foto JPG, PNG, atau berkas PDF paling besar ${Math.floor(maxScanBytes / 1_048_576)} MB.`,
      'Ambil foto di tempat terang tanpa bayangan tangan.',
      'Bila tetap tidak bisa, bawa berkas ke loket.',
    ],
  },
  {
    question: 'Apa itu nomor tiket dan kode rahasia?',
    answer: [
      'Nomor tiket adalah nama berkas Anda. Kode rahasia adalah kuncinya.',
      'Siapa pun yang memegang keduanya dapat membaca berkas Anda. Simpan baik-baik.',
    ],
  },
  {
    question: 'Apa itu janji layanan?',
    answer: [
      'Janji layanan adalah batas waktu di standar pelayanan yang diumumkan dinas.',
      'Halaman berkas Anda menunjukkan batas itu, sisa waktunya, dan apakah ditepati.',
    ],
  },
  {
    question: 'Saya tidak punya HP atau sulit membaca',
    answer: ['Datang ke loket. Petugas mengisikan permohonan bersama Anda, tanpa biaya.'],
  },
] as const;

export const HelpPage = ({ site }: { site: Site }) => (
  <Document site={site} title="Bantuan" current="help">
    <h1>Bantuan</h1>
    {questions.map(({ question, answer }) => (
      <section>
        <h2>{question}</h2>
        {answer.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </section>
    ))}
    <section aria-labelledby="hubungi">
      <h2 id="hubungi">Hubungi kami</h2>
      {site.agencies.map((agency) => (
        <AgencyAddress agency={agency} />
      ))}
    </section>
  </Document>
);
