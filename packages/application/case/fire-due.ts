// Lets time act on the cases of a tenant: fires timers, lets go on what was on hold, marks promises whose time has passed
// and products that are not good any more.
// Cases are done one by one; whoever runs it again, or at the same time, does nothing twice.
import type { CaseCommand } from '@layan/domain/case/command';
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { eachApart } from '../kernel/work-off.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { runCommand } from './run-command.ts';
import type { CommandPorts } from './run-decision.ts';

export interface FiredDue {
  readonly examined: number;
  readonly changed: number;
  /** Changed by somebody else at this moment, or held up; the next run looks again. */
  readonly skipped: number;
  /** More is due than was done; run again. */
  readonly more: boolean;
  /** What failed, if anything: it keeps no other case. */
  readonly broken?: readonly unknown[];
  /** Those that did not change; whoever runs again at once leaves them out, so that they hide nothing behind them. */
  readonly stuck?: readonly CaseId[];
}

type FireDuePorts = CommandPorts & Pick<Ports, 'standards'>;

const perRun = 50;

/** Promises first: a timer that ends the case settles them, and late is late. What was on hold first goes on. */
const commandsFor = ({ snapshot }: CaseRecord, now: InstantText): readonly CaseCommand[] => {
  if (snapshot.ended) return [{ type: 'expireProducts' }];
  if (snapshot.restricted) return [];
  if (snapshot.suspended) return [{ type: 'resume' }];
  const fired = snapshot.timers.filter(({ firesAt }) => epochMs(firesAt) <= epochMs(now));
  return [
    { type: 'checkPromises' },
    ...fired.map(({ timer }): CaseCommand => ({ type: 'fireTimer', timer })),
  ];
};

/** A timer that another one disarmed is refused, which is as good as done. */
const fireCase = async (
  ports: FireDuePorts,
  caseId: CaseId,
  now: InstantText,
): Promise<'changed' | 'skipped'> => {
  const found = await ports.cases.find(caseId);
  if (!found) return 'skipped';
  const { standard } = await ports.standards.getPinned(found.snapshot.standard);
  let record = found;
  for (const command of commandsFor(found, now)) {
    const ran = await runCommand(ports, standard, record, command, { party: 'system' });
    if (ran.ok) record = ran.value.after;
    else if (ran.error.code === 'changed-meanwhile') return 'skipped';
  }
  return record === found ? 'skipped' : 'changed';
};

export const makeFireDue =
  (ports: FireDuePorts) =>
  async ({
    limit = perRun,
    without = [],
  }: {
    readonly limit?: number;
    readonly without?: readonly CaseId[];
  }): Promise<FiredDue> => {
    const now = ports.clock.now();
    const listed = await ports.cases.due({ until: now, limit: limit + without.length });
    const due = listed.filter((caseId) => !without.includes(caseId));
    const changed = new Set<CaseId>();
    const broken = await eachApart(due, async (caseId) => {
      if ((await fireCase(ports, caseId, now)) === 'changed') changed.add(caseId);
    });
    const stuck = due.filter((caseId) => !changed.has(caseId));
    return {
      examined: due.length,
      changed: changed.size,
      skipped: stuck.length,
      more: due.length >= limit,
      ...(broken.length > 0 && { broken }),
      ...(stuck.length > 0 && { stuck }),
    };
  };
