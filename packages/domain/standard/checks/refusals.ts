// Why the engine refused a turn of an example, in words for the author of a standard.
import { agreedFaultInWords } from '../../case/agreed-fault-in-words.ts';
import type { CaseRejection } from '../../case/command.ts';
import type { StoryFault } from '../../case/stage.ts';
import type { Process } from '../process.ts';

const labelled = (
  items: readonly { readonly id: string; readonly label: string }[],
  ids: readonly string[],
): string => ids.map((id) => `"${items.find((item) => item.id === id)?.label ?? id}"`).join(', ');

/** The outcome as its button says, where only one button has this id or all say the same. */
const outcomeLabelled = ({ steps }: Process, id: string): string => {
  const labels = new Set(
    steps.flatMap(({ outcomes }) =>
      outcomes.filter((outcome) => outcome.id === id).map(({ label }) => label),
    ),
  );
  const [label] = labels;
  return labels.size === 1 ? `"${label}"` : `"${id}"`;
};

/** Of a group one answer is enough. */
const missingInWords = (
  { facts }: Process,
  { facts: missing, anyOf = [] }: Extract<CaseRejection, { code: 'facts-missing' }>,
): string => {
  const single = missing.filter((id) => !anyOf.flat().includes(id));
  const groups = anyOf.map((group) => `salah satu dari ${labelled(facts, group)}`);
  return `data ${[...(single.length > 0 ? [labelled(facts, single)] : []), ...groups].join(', ')} belum diisi.`;
};

const extensions = {
  'not-extendable': 'tidak boleh diperpanjang',
  'not-running': 'tidak sedang berjalan',
  overdue: 'sudah terlewat',
  'used-up': 'sudah diperpanjang sebanyak yang diperbolehkan',
  'outer-limit': 'akan melewati batas luarnya',
} as const satisfies Record<Extract<CaseRejection, { code: 'extension-refused' }>['reason'], string>;

/** A date that is agreed has bounds of its own. */
const invalidInWords = (
  { facts }: Process,
  { facts: invalid, agreed }: Extract<CaseRejection, { code: 'facts-invalid' }>,
): string => {
  const why = agreed ? agreedFaultInWords(agreed) : 'tidak dapat bernilai seperti itu, atau bersifat pribadi';
  return `data ${labelled(facts, invalid)} ${why}.`;
};

const happened = {
  'not-entered': 'langkah ini tidak dicatat oleh dinas, jadi tidak mempunyai saat kejadian tersendiri.',
  'in-future': 'saat kejadian di luar itu belum tiba.',
  'before-task': 'saat kejadian di luar itu mendahului mulainya langkah.',
} as const satisfies Record<Extract<CaseRejection, { code: 'happened-refused' }>['reason'], string>;

export const refusalInWords = (process: Process, rejection: CaseRejection | StoryFault): string => {
  switch (rejection.code) {
    case 'no-such-moment':
      return `waktu "${rejection.at}" tidak ada pada kalender.`;
    case 'turn-too-early':
      return `waktu "${rejection.at}" lebih awal daripada giliran sebelumnya.`;
    case 'case-ended':
      return `berkas sudah berakhir dengan ${labelled(process.endings, [rejection.ending])}.`;
    case 'step-not-active':
      return `langkah ${labelled(process.steps, [rejection.step])} belum waktunya.`;
    case 'outcome-not-offered':
      return `hasil ${outcomeLabelled(process, rejection.outcome)} tidak tersedia pada keadaan itu.`;
    case 'outcome-used-up':
      return `hasil ${outcomeLabelled(process, rejection.outcome)} sudah dipilih ${rejection.atMost} kali.`;
    case 'facts-missing':
      return missingInWords(process, rejection);
    case 'facts-unexpected':
      return `data ${labelled(process.facts, rejection.facts)} tidak diminta di sini.`;
    case 'facts-invalid':
      return invalidInWords(process, rejection);
    case 'requirements-missing':
      return `persyaratan ${labelled(process.requirements, rejection.requirements)} belum ada.`;
    case 'requirements-unexpected':
      return `persyaratan ${labelled(process.requirements, rejection.requirements)} tidak diminta di sini.`;
    case 'requirements-choice-missing':
      return `persyaratan ${labelled(process.requirements, rejection.requirements)} belum disebut yang mana.`;
    case 'requirements-invalid':
      return `persyaratan ${labelled(process.requirements, rejection.requirements)} tidak dibawa seperti yang diatur.`;
    case 'anonymity-not-offered':
      return `cara pengajuan ${labelled(process.channels, [rejection.channel])} tidak menerima pelapor tanpa nama.`;
    case 'confidentiality-not-offered':
      return `cara pengajuan ${labelled(process.channels, [rejection.channel])} tidak menyediakan kerahasiaan isi.`;
    case 'delegation-refused':
      return `peran ${labelled(process.roles, [rejection.role])} tidak boleh mengerjakannya.`;
    case 'unknown-timer':
      return `batas waktu ${labelled(process.timers, [rejection.timer])} tidak sedang berjalan.`;
    case 'product-provisional':
      return `produk ${labelled(process.products, [rejection.product])} masih sementara.`;
    case 'letter-values-missing':
      return `surat ${labelled(process.products, [rejection.product])} memerlukan data ${labelled(process.facts, rejection.facts)}.`;
    case 'letter-unprintable':
    case 'document-not-ready':
      return `surat ${labelled(process.products, [rejection.product])} belum ditetapkan untuk ditandatangani.`;
    case 'role-missing':
    case 'area-missing':
    case 'own-work':
    case 'held-by-other':
      return 'tidak ada petugas yang boleh mengerjakannya.';
    case 'unknown-step':
    case 'unknown-outcome':
    case 'unknown-task':
    case 'unknown-channel':
    case 'unknown-interruption':
      return 'bagian yang disebut tidak ada dalam proses.';
    case 'receipt-refused':
      return rejection.reason === 'in-future'
        ? 'saat diterima itu belum tiba.'
        : `ditolak (${rejection.code}).`;
    case 'happened-refused':
      return happened[rejection.reason];
    case 'case-suspended':
      return 'berkas sedang ditunda.';
    case 'case-restricted':
      return 'pemrosesan data berkas sedang dibatasi.';
    case 'extension-refused':
      return `batas waktu ${labelled(process.deadlines, [rejection.promise])} ${extensions[rejection.reason]}.`;
    case 'suspension-used-up':
      return `berkas sudah ditunda ${rejection.atMost} kali.`;
    case 'not-suspended':
      return 'berkas tidak sedang ditunda.';
    case 'unknown-subcase':
      return 'berkas lain itu belum dibuka, atau sudah berakhir.';
    case 'lines-undecided':
      return `masih ada ${rejection.count} baris yang belum diputuskan.`;
    case 'no-lines-left':
      return 'tidak ada lagi baris di dalamnya.';
    case 'lines-refused':
    case 'unknown-lines':
    case 'in-other-batch':
    case 'not-waiting':
    case 'unknown-suspension':
    case 'unit-code-missing':
    case 'other-signatory':
    case 'signature-missing':
    case 'signature-invalid':
    case 'upload-altered':
    case 'other-document':
    case 'number-unconfirmed':
    case 'tier-not-skipped':
    case 'note-missing':
    case 'missing-not-named':
    case 'not-due':
    case 'receipt-missing':
    case 'unknown-product':
    case 'unknown-product-action':
    case 'product-state':
    case 'case-running':
    case 'assignee-refused':
    case 'earlier-case-missing':
    case 'earlier-case-unfit':
    case 'standard-unfit':
    case 'objection-too-late':
      return `ditolak (${rejection.code}).`;
  }
};
