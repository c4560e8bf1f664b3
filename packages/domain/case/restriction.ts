// Keeps the data of a case and does nothing else with them, because somebody asked for it (UU 27/2022 art. 11, 41; art. 9, 10):
// nobody works on the case, nothing is issued and every clock stands still until the officer lifts it.
import { err, ok } from '../kernel/result.ts';
import { officerRole } from './authority.ts';
import type { CaseRejection } from './command.ts';
import type { Command, Decision } from './decision.ts';
import { holdLimits, moveTimers } from './move-due-dates.ts';
import { breakOverdue, pauseAndResume } from './promises.ts';
import { actorOf, type Turn } from './turn.ts';

const refuseOfficer = ({ by }: Turn['context']): CaseRejection | undefined =>
  by.party === 'staff' && by.member.roles.includes(officerRole)
    ? undefined
    : { code: 'role-missing', role: officerRole };

/** Clocks stand still or go on; what was late before stays late. */
const setClocks = (turn: Turn): Decision => {
  if (!turn.recorder.snapshot().ended) {
    breakOverdue(turn);
    pauseAndResume(turn);
    holdLimits(turn);
  }
  return ok(turn.recorder.events());
};

/** Also after the end: what was decided and issued is kept, and not changed. Asking twice changes nothing. */
export const restrictProcessing = (
  turn: Turn,
  { request, ticket, note }: Command<'restrictProcessing'>,
): Decision => {
  const refusal = refuseOfficer(turn.context);
  if (refusal) return err(refusal);
  const { restricted } = turn.recorder.snapshot();
  if (restricted?.requests.some((one) => one.request === request)) return ok([]);
  turn.recorder.record(
    { type: 'processingRestricted', request, ticket, ...(note && { note }) },
    actorOf(turn.context.by, officerRole),
  );
  return setClocks(turn);
};

/** The case goes on once the last request that restricts it is lifted. */
export const liftRestriction = (turn: Turn, { request }: Command<'liftRestriction'>): Decision => {
  const refusal = refuseOfficer(turn.context);
  if (refusal) return err(refusal);
  const { restricted } = turn.recorder.snapshot();
  const own = restricted?.requests.find((one) => one.request === request);
  if (!own) return ok([]);
  turn.recorder.record(
    { type: 'restrictionLifted', request, ticket: own.ticket },
    actorOf(turn.context.by, officerRole),
  );
  if (!turn.recorder.snapshot().ended && !turn.recorder.snapshot().restricted) moveTimers(turn);
  return setClocks(turn);
};
