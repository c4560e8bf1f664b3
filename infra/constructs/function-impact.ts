// What people notice when a function fails or is held back, and what to look at first. Shown in its alarms.
import type { FunctionName } from './names.ts';

interface Impact {
  readonly failing: string;
  readonly heldBack: string;
  readonly firstStep: string;
}

const log = (name: FunctionName) => `baca catatan kesalahan fungsi ${name} pada 15 menit terakhir.`;

export const functionImpact = {
  portal: {
    failing: 'Sebagian warga tidak dapat membuka portal, mengajukan, atau melihat status pengajuannya.',
    heldBack: 'Portal menolak sebagian warga karena terlalu banyak permintaan bersamaan.',
    firstStep: log('portal'),
  },
  'staff-api': {
    failing: 'Sebagian petugas tidak dapat membuka atau memproses pengajuan di konsol.',
    heldBack: 'Konsol menolak sebagian petugas karena terlalu banyak permintaan bersamaan.',
    firstStep: log('staff-api'),
  },
  'admin-api': {
    failing: 'Pengelola pusat tidak dapat menambah atau mengubah daerah; warga dan petugas tidak terdampak.',
    heldBack: 'Pengelola pusat ditolak sementara; warga dan petugas tidak terdampak.',
    firstStep: log('admin-api'),
  },
  provisioner: {
    failing: 'Daerah baru belum dapat dipakai karena penyiapannya gagal di salah satu langkah.',
    heldBack: 'Penyiapan daerah baru tertunda.',
    firstStep: 'buka keadaan penyiapan daerah di konsol pusat, lalu baca catatan fungsi provisioner.',
  },
  documents: {
    failing: 'Berkas yang diunggah warga tidak diperiksa, sehingga pengajuannya belum lengkap.',
    heldBack: 'Pemeriksaan berkas warga tertunda.',
    firstStep: log('documents'),
  },
  relay: {
    failing: 'Perubahan pengajuan tidak diteruskan: pemberitahuan dan angka di dasbor tertinggal.',
    heldBack: 'Pemberitahuan dan angka di dasbor tertinggal.',
    firstStep: log('relay'),
  },
  projections: {
    failing: 'Angka di dasbor dan daftar tertinggal dari keadaan sebenarnya.',
    heldBack: 'Angka di dasbor dan daftar tertinggal dari keadaan sebenarnya.',
    firstStep: log('projections'),
  },
  deadlines: {
    failing: 'Janji waktu layanan yang terlewat tidak diperingatkan kepada petugas dan atasannya.',
    heldBack: 'Peringatan janji waktu layanan terlambat.',
    firstStep: log('deadlines'),
  },
  notifier: {
    failing: 'Sebagian warga tidak menerima surel tentang permohonannya; halaman lacak tetap benar.',
    heldBack: 'Surel kepada warga terlambat; halaman lacak tetap benar.',
    firstStep: log('notifier'),
  },
  renderer: {
    failing:
      'Petugas tidak dapat mencetak kartu; penerbitan, pencabutan dan pemeriksaan kartu tetap berjalan.',
    heldBack: 'Sebagian petugas diminta mengulang pencetakan kartu.',
    firstStep: log('renderer'),
  },
} as const satisfies Record<FunctionName, Impact>;
