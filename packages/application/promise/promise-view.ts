// A promise as people see it, the same wherever a case appears: what, by when, how much time is left, in which state.
import type { PromiseRecord } from '@layan/domain/case/snapshot';
import type { InstantText } from '@layan/domain/kernel/ids';

export interface PromiseView {
  readonly id: string;
  /** norm: internal, only staff see it. */
  readonly kind: 'promise' | 'norm';
  readonly label: string;
  /** The official sentences it comes from. */
  readonly verbatim: string;
  readonly state: PromiseRecord['state'];
  readonly dueAt: InstantText;
  /** "Rabu, 25 Maret 2026, 14.05 WIB" */
  readonly due: string;
  /** "sisa 2 hari kerja", "terlewat 1 jam kerja", "berhenti sementara: menunggu Anda" */
  readonly words: string;
}
