// A running case of an earlier version, with what the published one would change for it, in words.
import { previewStandard } from '@layan/domain/case/change-standard';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { TermChange } from '@layan/domain/case/term-changes';
import type { TenantCalendar } from '@layan/domain/deadline/calendar';
import { dateInWords, momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { indexOf } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';

export interface RunningCaseView {
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly version: number;
  readonly received: string;
  /** Labels of the steps that wait. */
  readonly waits: readonly string[];
  /** What the published version lacks; empty: it can move. */
  readonly lacks: readonly string[];
  readonly promises: readonly string[];
  /** A promise would become later or end: it moves so only with a reason. */
  readonly needsReason: boolean;
}

const kinds = {
  service: 'layanan',
  channel: 'saluran',
  place: 'titik proses',
  step: 'langkah',
  product: 'produk',
  suspension: 'penundaan',
  requirement: 'persyaratan',
  promise: 'janji',
} as const;

const promiseWords = ({ zone }: TenantCalendar, { label, becomes, before, due }: TermChange): string => {
  const when = (at: InstantText) => momentInWords(zone, at);
  const kept = `${label}: tetap ${when(before)}`;
  switch (becomes) {
    case 'earlier':
      return `${label}: dari ${when(before)} menjadi ${due ? when(due.at) : ''}, lebih cepat.`;
    case 'later':
      return `${label}: dari ${when(before)} menjadi ${due ? when(due.at) : ''}, lebih lambat. Tanpa alasan, ${kept}.`;
    case 'gone':
      return `${label}: janji ini tidak ada pada versi yang baru. Tanpa alasan, berkas tidak dipindahkan.`;
    case 'past':
      return `${kept}, karena batas menurut versi yang baru sudah lewat.`;
    case 'same':
    case 'unknown':
      return `${kept}.`;
  }
};

export const runningCaseView = (
  before: Standard,
  after: Standard,
  snapshot: CaseSnapshot,
  when: { readonly calendar: TenantCalendar; readonly now: InstantText },
): RunningCaseView => {
  const { steps } = indexOf(before.process);
  const { obstacles, changes, needsReason } = previewStandard(before, after, snapshot, when);
  return {
    caseId: snapshot.id,
    ticket: snapshot.ticket,
    version: snapshot.standard.version,
    received: dateInWords(when.calendar.zone, snapshot.receivedAt),
    waits: [...new Set(snapshot.tasks.map(({ step }) => steps.get(step)?.label ?? step))],
    lacks: obstacles.map(({ kind, label }) => `${kinds[kind]} "${label}"`),
    promises: changes.map((change) => promiseWords(when.calendar, change)),
    needsReason,
  };
};
