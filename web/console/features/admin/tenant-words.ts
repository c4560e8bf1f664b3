// How a tenant stands, in words.
import type { TenantView } from '@layan/contract/admin/tenants';

type StepState = TenantView['provisioning']['steps'][number]['state'];
type Leaving = NonNullable<TenantView['offboarding']>['state'];

const steps = new Map([
  ['stack', 'Menyiapkan tempat penyimpanan dan kunci'],
  ['keys', 'Membuat kunci penyandian'],
  ['profile', 'Menulis profil daerah'],
  ['identity', 'Menyiapkan akun petugas'],
  ['manager', 'Mengundang pengelola layanan pertama'],
  ['close', 'Menutup portal dan meja kerja'],
  ['settle', 'Menunggu sampai semua bagian melihat penutupan'],
  ['export', 'Mengekspor semua data'],
  ['accounts', 'Mematikan akun petugas'],
  ['objects', 'Menghapus semua pindaian'],
  ['table', 'Menghapus tempat penyimpanan'],
  ['keys-away', 'Menjadwalkan penghapusan kunci'],
  ['certificate', 'Membuat berita acara'],
  ['tell', 'Mengirim berita acara'],
]);

export const stepInWords = (step: string): string => steps.get(step) ?? step;
export const leavingStepInWords = (step: string): string => stepInWords(step === 'keys' ? 'keys-away' : step);

export const stepStates = {
  done: 'selesai',
  running: 'sedang dikerjakan',
  failed: 'gagal',
  waiting: 'menunggu',
} as const satisfies Record<StepState, string>;

export const leavingWords = {
  announced: 'Pengakhiran diumumkan, menunggu persetujuan',
  confirmed: 'Pengakhiran disetujui',
  closing: 'Sedang ditutup dan diekspor',
  exported: 'Ditutup, data siap diambil',
  destroying: 'Sedang dimusnahkan',
  destroyed: 'Sudah dimusnahkan',
} as const satisfies Record<Leaving, string>;

interface Standing {
  readonly words: string;
  readonly tone: 'plain' | 'warn' | 'bad';
}

/** The one thing to know first about a tenant in a list. */
export function standingOf({ provisioning, offboarding, state }: TenantView): Standing {
  if (offboarding) {
    return offboarding.failure === undefined
      ? { words: leavingWords[offboarding.state], tone: 'warn' }
      : { words: 'Pengakhiran terhenti', tone: 'bad' };
  }
  if (provisioning.state === 'failed') return { words: 'Penyiapan gagal', tone: 'bad' };
  if (provisioning.state === 'running') return { words: 'Sedang disiapkan', tone: 'warn' };
  return state !== 'active'
    ? { words: 'Dihentikan sementara', tone: 'warn' }
    : { words: 'Berjalan', tone: 'plain' };
}
