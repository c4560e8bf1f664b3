// The state of a case after it was put on hold, went on, or opened a case of another service.
import { mustHave, type ProcessIndex } from '../process/process-index.ts';
import type { CaseEvent, CaseEventBody } from './event.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { told } from './timeline.ts';

type Body<T extends CaseEventBody['type']> = Extract<CaseEventBody, { type: T }>;
type Change = Partial<CaseSnapshot>;

export const suspended = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  { suspension: id, note, until }: Body<'caseSuspended'>,
): Change => {
  const suspension = mustHave(index.suspensions.get(id), `suspension ${id}`);
  return {
    suspended: { suspension: id, at: event.at, until, note },
    suspensions: { ...snapshot.suspensions, [id]: (snapshot.suspensions?.[id] ?? 0) + 1 },
    timeline: told(snapshot, event, suspension.citizen, { note, notify: suspension.notify }),
    lastChange: { at: event.at, by: event.by, what: suspension.label },
  };
};

export const resumed = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  { suspension: id, note }: Body<'caseResumed'>,
): Change => {
  const suspension = mustHave(index.suspensions.get(id), `suspension ${id}`);
  const from = snapshot.suspended?.at ?? event.at;
  return {
    suspended: undefined,
    timers: snapshot.timers.map((timer) => ({
      ...timer,
      held: [...(timer.held ?? []), { from, to: event.at }],
    })),
    timeline: told(snapshot, event, suspension.resumed ?? (note && 'Berkas Anda kami lanjutkan.'), {
      note,
      notify: suspension.notify,
    }),
    lastChange: { at: event.at, by: event.by, what: 'Berkas dilanjutkan' },
  };
};

export const timerMoved = (snapshot: CaseSnapshot, { timer, firesAt }: Body<'timerMoved'>): Change => ({
  timers: snapshot.timers.map((armed) => (armed.timer === timer ? { ...armed, firesAt } : armed)),
});

export const subcaseOpened = (
  snapshot: CaseSnapshot,
  { step, task, caseId, ticket }: Body<'subcaseOpened'>,
): Change => ({ subcases: [...(snapshot.subcases ?? []), { step, task, caseId, ticket }] });

const leftInWords = { ended: 'sudah berakhir', goneOn: 'tidak menunggunya lagi' } as const;

export const parentLeft = (
  { parent, ...snapshot }: CaseSnapshot,
  event: CaseEvent,
  { why }: Body<'parentLeft'>,
): Change => {
  if (!parent) throw new Error('a case that nobody waited for');
  const what = `Berkas ${parent.ticket}, yang membuka berkas ini, ${leftInWords[why]}`;
  return {
    parent: { ...parent, left: why },
    timeline: told(snapshot, event, `${what}. Berkas ini tetap kami selesaikan.`, {}),
    lastChange: { at: event.at, by: event.by, what },
  };
};
