// A promise as people see it, the same wherever a case appears: what, by when, how much time is left, in which state.
import type { StatedPromise } from '@layan/domain/case/stated-promises';
import {
  type LedgerLine,
  ledgerInWords,
  promiseInWords,
  type Reader,
} from '@layan/domain/deadline/promise-in-words';
import type { InstantText } from '@layan/domain/kernel/ids';
import type { Setting } from '../tenant/setting.ts';

export interface PromiseView {
  readonly id: string;
  /** norm: internal, only staff see it. */
  readonly kind: StatedPromise['kind'];
  readonly label: string;
  /** The official sentences it comes from. */
  readonly verbatim: string;
  readonly state: StatedPromise['state'];
  readonly dueAt: InstantText;
  /** "Rabu, 25 Maret 2026", with the time of day when hours count. */
  readonly due: string;
  /** "sisa 2 hari kerja", "lewat 1 jam kerja", "berhenti sementara: menunggu Anda" */
  readonly words: string;
  /** Present when the date is an estimate, and why. */
  readonly caution?: string;
  /** Every turn of its clock, oldest first. */
  readonly ledger: readonly LedgerLine[];
}

export const promiseView = (
  promise: StatedPromise,
  { tenant, now }: Pick<Setting, 'tenant' | 'now'>,
  reader: Reader,
): PromiseView => {
  const { due, standing, caution } = promiseInWords(promise, tenant.calendar, now, reader);
  const { kind, label, verbatim, state, dueAt } = promise;
  return {
    id: promise.promise,
    kind,
    label,
    verbatim,
    state,
    dueAt,
    due,
    words: standing,
    ledger: ledgerInWords(promise, tenant.calendar, reader),
    ...(caution !== undefined && { caution }),
  };
};
