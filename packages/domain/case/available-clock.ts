// What somebody may do to the time of a case: put it on hold, let it go on, extend a promise.
import type { TenantCalendar } from '../deadline/calendar.ts';
import type { InstantText } from '../kernel/ids.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { By, CaseRejection } from './command.ts';
import { extendedDue, refuseExtension } from './may-extend.ts';
import { refuseResume, refuseSuspension } from './may-suspend.ts';
import { isOpen } from './promise-records.ts';
import type { CaseSnapshot } from './snapshot.ts';

export type ClockOffer =
  | {
      readonly type: 'suspend';
      readonly suspension: string;
      readonly label: string;
      readonly note: 'required';
    }
  | {
      readonly type: 'resume';
      readonly suspension: string;
      readonly label: string;
      readonly note: 'optional';
    }
  | {
      readonly type: 'extendPromise';
      readonly promise: string;
      readonly label: string;
      readonly note: 'required';
      /** Due then, where it may be extended. */
      readonly dueAt?: InstantText;
    };

export interface JudgedOffer {
  readonly offer: ClockOffer;
  readonly refusal: CaseRejection | undefined;
}

const extensions = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  by: By,
  now: InstantText | undefined,
  calendar: TenantCalendar | undefined,
): readonly JudgedOffer[] =>
  snapshot.promises.filter(isOpen).flatMap(({ promise }): JudgedOffer[] => {
    const deadline = index.deadlines.get(promise);
    if (!deadline?.extension) return [];
    const offer = { type: 'extendPromise', promise, label: deadline.label, note: 'required' } as const;
    if (!now || !calendar)
      return [{ offer, refusal: refuseExtension(index, snapshot, promise, { by, now }) }];
    const due = extendedDue(index, snapshot, promise, { by, now, calendar });
    if (!due.ok) return [{ offer, refusal: due.error }];
    return [{ offer: { ...offer, dueAt: due.value.at }, refusal: undefined }];
  });

/** Without the calendar it is not known whether an extension would pass the outer limit. */
export const clockOffers = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  by: By,
  now?: InstantText,
  calendar?: TenantCalendar,
): readonly JudgedOffer[] => {
  const { suspended } = snapshot;
  const extended = extensions(index, snapshot, by, now, calendar);
  if (suspended) {
    const { suspension } = suspended;
    const offer = { type: 'resume', suspension, label: 'Lanjutkan berkas', note: 'optional' } as const;
    const refusal = refuseResume(index, snapshot, { by, now: now ?? suspended.at });
    return [{ offer, refusal }, ...extended];
  }
  const suspensions = [...index.suspensions.values()].map((suspension): JudgedOffer => {
    const { id, label } = suspension;
    const offer = { type: 'suspend', suspension: id, label, note: 'required' } as const;
    return { offer, refusal: refuseSuspension(index, snapshot, suspension, by) };
  });
  return [...suspensions, ...extended];
};
