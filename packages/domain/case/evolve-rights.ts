// The state of a case after somebody's rights over their data were carried out in it.
import { withMembers } from '../kernel/with-members.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { CaseEvent, CaseEventBody } from './event.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { told } from './timeline.ts';

type Body<T extends CaseEventBody['type']> = Extract<CaseEventBody, { type: T }>;
type Change = Partial<CaseSnapshot>;

export const corrected = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  { request, ticket, facts, affects, note }: Body<'factsCorrected'>,
): Change => {
  const ids = Object.keys(facts);
  const labels = ids.map((id) => index.facts.get(id)?.label ?? id).join(', ');
  return {
    facts: withMembers(snapshot.facts, facts),
    corrections: [
      ...(snapshot.corrections ?? []),
      { request, ticket, at: event.at, facts: ids, ...(affects && { affects }) },
    ],
    timeline: told(snapshot, event, `Data diperbaiki atas permintaan ${ticket}: ${labels}.`, {
      note,
      notify: true,
    }),
    lastChange: { at: event.at, by: event.by, what: 'Data diperbaiki' },
  };
};

export const restricted = (
  snapshot: CaseSnapshot,
  event: CaseEvent,
  { request, ticket, note }: Body<'processingRestricted'>,
): Change => {
  const before = snapshot.restricted;
  const clocks = snapshot.ended ? '' : ' Janji waktu berhenti dihitung sampai pembatasan berakhir.';
  return {
    restricted: {
      at: before?.at ?? event.at,
      requests: [...(before?.requests ?? []), { request, ticket }],
    },
    timeline: told(
      snapshot,
      event,
      `Pemrosesan data pada berkas ini dibatasi atas permintaan ${ticket}: data hanya disimpan.${clocks}`,
      { note, notify: true },
    ),
    lastChange: { at: event.at, by: event.by, what: 'Pemrosesan data dibatasi' },
  };
};

/** What was on hold before it was restricted has stood still since then, and goes on standing still. */
export const lifted = (
  snapshot: CaseSnapshot,
  event: CaseEvent,
  { request, ticket }: Body<'restrictionLifted'>,
): Change => {
  const { restricted: before, suspended, timers } = snapshot;
  const left = (before?.requests ?? []).filter((one) => one.request !== request);
  const free = before !== undefined && left.length === 0;
  return {
    restricted: before && left.length > 0 ? { at: before.at, requests: left } : undefined,
    ...(free &&
      !suspended && {
        timers: timers.map((timer) => ({
          ...timer,
          held: [...(timer.held ?? []), { from: before.at, to: event.at }],
        })),
      }),
    timeline: told(
      snapshot,
      event,
      free
        ? `Pembatasan pemrosesan data atas permintaan ${ticket} berakhir.`
        : `Pembatasan atas permintaan ${ticket} berakhir. Pembatasan lain pada berkas ini masih berlaku.`,
      { notify: true },
    ),
    lastChange: { at: event.at, by: event.by, what: 'Pembatasan pemrosesan data berakhir' },
  };
};
