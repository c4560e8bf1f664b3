// What the counter adds to a case: papers it keeps, a receipt that was entered late, slips to print, the way to object.
import type { CaseEvent } from '@layan/domain/case/event';
import { objectableDecision } from '@layan/domain/case/objection';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { dateInWords } from '@layan/domain/deadline/dates-in-words';
import type { StandardId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { indexOf } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import type { Membership } from '../ports/staff.ts';
import type { CaseSeal } from '../sealing/case-seal.ts';
import type { Setting } from '../tenant/setting.ts';
import { objectionChannel } from './counter-channel.ts';
import { onPaperText } from './kept-receipt.ts';

export interface CounterView {
  /** Requirements brought on paper, which the counter keeps. */
  readonly papers: readonly string[];
  /** "diterima di kertas karena listrik padam" */
  readonly onPaper?: string;
  /** A survey waits: the slip of its queue can be printed. */
  readonly slip: boolean;
  /** This member may file an objection to the decision for the person at the counter. */
  readonly objection?: {
    readonly standard: StandardId;
    /** Last day, in words. */
    readonly until: string;
    /** It is over, but for what was received in time on paper. */
    readonly late: boolean;
  };
}

export const counterView = async (
  standard: Standard,
  {
    record,
    events,
  }: { readonly record: { readonly snapshot: CaseSnapshot }; readonly events: readonly CaseEvent[] },
  member: Membership,
  { tenant, now }: Pick<Setting, 'tenant' | 'now'>,
  seal: CaseSeal,
): Promise<CounterView> => {
  const { snapshot } = record;
  const { roles } = indexOf(standard.process);
  const filed = events[0]?.body;
  const decision = snapshot.ended && objectableDecision(snapshot);
  const channel = decision && objectionChannel(standard, member, snapshot, decision);
  return {
    papers: [
      ...new Set(
        snapshot.attachments.flatMap((attached) => ('paper' in attached ? [attached.requirement] : [])),
      ),
    ],
    ...(filed?.type === 'caseFiled' &&
      filed.lateEntryReason !== undefined && { onPaper: await onPaperText(seal, filed.lateEntryReason) }),
    // Villages work by area as well, and have no queue of surveys.
    slip: snapshot.tasks.some(({ role }) => {
      const { byArea, party } = roles.get(role) ?? {};
      return byArea === true && party === 'staff';
    }),
    ...(decision &&
      channel && {
        objection: {
          standard: standard.id,
          until: dateInWords(tenant.calendar.zone, decision.way.until),
          late: epochMs(now) > epochMs(decision.way.until),
        },
      }),
  };
};
