// After the calendar changed: reckons the open promises of all cases again, in portions, round after round until a whole
// round moves nothing (a case that changes its place among the others meanwhile is met in the next).
// What was done already moves nothing; whoever runs it again, or at the same time, does nothing twice.
import type { CaseId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { runCommand } from '../case/run-command.ts';
import type { CommandPorts } from '../case/run-decision.ts';
import { eachApart } from '../kernel/work-off.ts';
import type { CalendarChange } from '../ports/calendar.ts';
import type { Ports } from '../ports/surroundings.ts';

export interface MovedPromises {
  readonly examined: number;
  readonly moved: number;
  /** Cases are left; run again. */
  readonly more: boolean;
  /** What failed, if anything: it keeps no other case, and the next round meets it again. */
  readonly broken?: readonly unknown[];
}

export type MovePromisesPorts = CommandPorts & Pick<Ports, 'standards' | 'calendarChanges'>;

const perRun = 50;
/** By then nobody decides by the calendar as it was: it is remembered for a quarter of a minute. */
const settledMs = 30_000;
const attempts = 3;

const moveCase = async (
  ports: MovePromisesPorts,
  caseId: CaseId,
  causes: CalendarChange['causes'],
): Promise<boolean> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const found = await ports.cases.find(caseId);
    if (!found || found.snapshot.ended) return false;
    const { standard } = await ports.standards.getPinned(found.snapshot.standard);
    const command = { type: 'reckonPromises', causes } as const;
    const ran = await runCommand(ports, standard, found, command, { party: 'system' });
    if (ran.ok) return ran.value.events.length > 0;
    if (ran.error.code !== 'changed-meanwhile') throw new Error(`promises were not moved: ${ran.error.code}`);
  }
  // Somebody is at work on it without pause: the next round meets it again.
  return true;
};

const progressed = (
  { after: _, ...change }: CalendarChange,
  moved: boolean,
  next: string | undefined,
): CalendarChange => {
  const revision = change.revision + 1;
  if (next !== undefined) return { ...change, moved, after: next, revision };
  return { ...change, ...(moved ? {} : { causes: [] }), moved: false, revision };
};

export const makeMovePromises =
  (ports: MovePromisesPorts) =>
  async ({ limit = perRun }: { readonly limit?: number } = {}): Promise<MovedPromises> => {
    const change = await ports.calendarChanges.find();
    const now = epochMs(ports.clock.now());
    if (!change || change.causes.length === 0 || now < epochMs(change.at) + settledMs)
      return { examined: 0, moved: 0, more: false };
    const { after, causes } = change;
    const page = await ports.cases.waiting({ limit, ...(after !== undefined && { after }) });
    let moved = 0;
    const broken = await eachApart(page.rows, async (caseId) => {
      if (await moveCase(ports, caseId, causes)) moved += 1;
    });
    const progress = progressed(change, change.moved || moved + broken.length > 0, page.next);
    await ports.calendarChanges.save(progress, change.revision);
    const more = progress.causes.length > 0;
    return { examined: page.rows.length, moved, more, ...(broken.length > 0 && { broken }) };
  };
