// What central admins and the system did, in words, as what somebody did.
import type { AdminActView } from '@layan/contract/admin/chain';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { leavingStepInWords, stepInWords } from './tenant-words.ts';

const acts = new Map([
  ['create-tenant', 'mendaftarkan daerah'],
  ['suspend-tenant', 'menghentikan sementara'],
  ['resume-tenant', 'membuka kembali'],
  ['retry-provisioning', 'mengulang penyiapan'],
  ['provision-done', 'menyelesaikan langkah penyiapan'],
  ['provision-failed', 'gagal pada langkah penyiapan'],
  ['announce-offboarding', 'mengumumkan pengakhiran'],
  ['confirm-offboarding', 'menyetujui pengakhiran'],
  ['cancel-offboarding', 'membatalkan pengakhiran'],
  ['close-tenant', 'memulai penutupan dan ekspor'],
  ['destroy-export', 'memusnahkan berkas ekspor yang dibatalkan'],
  ['ask-destruction', 'meminta pemusnahan'],
  ['export-fetched', 'mencatat bahwa daerah sudah mengambil semua datanya'],
  ['destroy-tenant', 'menyetujui dan memulai pemusnahan'],
  ['offboarding-step', 'menyelesaikan langkah pengakhiran'],
  ['offboarding-goes-on', 'melanjutkan langkah pengakhiran'],
  ['offboarding-failed', 'terhenti pada langkah pengakhiran'],
  ['ask-emergency-access', 'meminta akses darurat'],
  ['confirm-emergency-access', 'menyetujui akses darurat'],
  ['decline-emergency-access', 'menolak atau menarik permintaan akses darurat'],
  ['end-emergency-access', 'mengakhiri akses darurat'],
  ['open-emergency-access', 'membuka akses darurat'],
  ['close-emergency-access', 'menutup akses darurat'],
  ['fail-emergency-access', 'tidak dapat membuka akses darurat'],
]);

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const HASH = /^[0-9a-f]{64}$/;

function detailInWords(act: string, detail: string): string {
  if (DATE.test(detail)) return `ditutup mulai ${plainDateInWords(detail)}`;
  if (HASH.test(detail)) return `sidik berita acara ${detail.slice(0, 12)}…`;
  return act.startsWith('offboarding') ? leavingStepInWords(detail) : stepInWords(detail);
}

/** Whom it is about and what more is known; an emergency names its tenant and how long it lasts. */
export function actInWords({ act, about, detail }: Pick<AdminActView, 'act' | 'about' | 'detail'>): string {
  const deed = acts.get(act) ?? act;
  if (act.endsWith('-emergency-access')) {
    const [, tenant = about, minutes] = /^(\S+) (\d+)m /.exec(detail ?? '') ?? [];
    return `${deed}: ${tenant}${minutes === undefined ? '' : `, ${minutes} menit`}`;
  }
  return `${deed}: ${about}${detail === undefined ? '' : ` (${detailInWords(act, detail)})`}`;
}
