// What is wrong with one answer, in words for the person who typed it. Codes are stable; sentences may improve.

const sentences = {
  'answer-missing': 'Isi jawaban ini.',
  'choice-missing': 'Pilih salah satu jawaban.',
  'one-of-missing': 'Isi paling sedikit satu di antaranya.',
  'text-too-long': 'Jawaban terlalu panjang. Persingkat, lalu simpan lagi.',
  'nik-letters': 'NIK hanya berisi angka. Periksa lagi, misalnya huruf O yang seharusnya angka 0.',
  'nik-length': 'NIK terdiri dari 16 angka. Hitung lagi angka di KTP atau kartu keluarga.',
  'nik-leading-zero':
    'NIK yang diawali angka 0 adalah nomor sementara. Pilih "belum punya" atau datang ke loket; petugas akan membantu.',
  'nik-date': 'Angka ke-7 sampai ke-12 pada NIK adalah tanggal lahir. Tanggal ini tidak ada. Periksa lagi.',
  'nik-sequence': 'Empat angka terakhir NIK tidak mungkin 0000. Periksa lagi.',
  'nik-region-unknown':
    'Dua angka pertama NIK ini tidak kami kenal. Periksa lagi. Lanjutkan bila memang benar.',
  'nik-region-elsewhere':
    'NIK ini pertama kali terbit di daerah lain. Lanjutkan bila memang benar, misalnya karena pernah pindah.',
  'nik-birth-date': 'Tanggal lahir berbeda dengan yang ada pada NIK. Periksa keduanya.',
  'nik-sex': 'Jenis kelamin berbeda dengan yang ada pada NIK. Periksa keduanya.',
  'family-card-letters': 'Nomor kartu keluarga hanya berisi angka. Periksa lagi.',
  'family-card-length': 'Nomor kartu keluarga terdiri dari 16 angka. Hitung lagi angka di bagian atas kartu.',
  'family-card-leading-zero': 'Nomor kartu keluarga tidak diawali angka 0. Periksa lagi.',
  'family-card-date':
    'Angka ke-7 sampai ke-12 nomor kartu keluarga adalah tanggal. Tanggal ini tidak ada. Periksa lagi.',
  'family-card-sequence': 'Empat angka terakhir nomor kartu keluarga tidak mungkin 0000. Periksa lagi.',
  'family-card-region-unknown':
    'Dua angka pertama nomor kartu keluarga ini tidak kami kenal. Periksa lagi. Lanjutkan bila memang benar.',
  'family-card-region-elsewhere': 'Kartu keluarga ini terbit di daerah lain. Lanjutkan bila memang benar.',
  'phone-malformed': 'Nomor telepon belum benar. Tulis seperti 0812 3456 7890, atau kosongkan.',
  'email-malformed': 'Alamat surel belum benar. Tulis seperti nama@contoh.id, atau kosongkan.',
  'date-malformed': 'Tanggal belum benar. Tulis seperti 25-03-2026.',
  'number-malformed': 'Tulis dengan angka saja, misalnya 4.',
  'number-too-small': 'Angka terlalu kecil. Periksa lagi.',
  'number-too-large': 'Angka terlalu besar. Periksa lagi.',
  'rupiah-malformed': 'Tulis jumlah rupiah dengan angka saja, misalnya Rp750.000.',
  'choice-unknown': 'Pilih salah satu jawaban yang tersedia.',
  'choice-not-in-force': 'Pilihan ini tidak berlaku pada tanggal itu. Periksa tanggal atau pilihan ini.',
  'geo-malformed':
    'Tulis garis lintang lalu garis bujur dengan titik desimal, misalnya -7.7543, 113.2159. Atau kosongkan.',
  'geo-elsewhere': 'Tempat ini di luar Indonesia. Tulis garis lintang dahulu, lalu garis bujur.',
  'region-unknown': 'Pilih wilayah dari daftar.',
} as const;

export type FactProblemCode = keyof typeof sentences;

export interface FactProblem {
  /** error: cannot be kept as an answer. warning: kept, worth a second look. */
  readonly severity: 'error' | 'warning';
  readonly code: FactProblemCode;
  /** Plain Indonesian: what is wrong and what to do. */
  readonly message: string;
}

export const factError = (code: FactProblemCode, message?: string): FactProblem => ({
  severity: 'error',
  code,
  message: message ?? sentences[code],
});

export const factWarning = (code: FactProblemCode): FactProblem => ({
  severity: 'warning',
  code,
  message: sentences[code],
});
