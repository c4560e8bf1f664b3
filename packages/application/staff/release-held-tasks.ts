// Puts all tasks of somebody who leaves back into their queues, case by case. Can be repeated until none is left.
import type { StaffId } from '@layan/domain/kernel/ids';
import { runCommand } from '../case/run-command.ts';
import type { CommandPorts } from '../case/run-decision.ts';
import type { Ports } from '../ports/surroundings.ts';

type ReleasePorts = CommandPorts & Pick<Ports, 'standards'>;

const attempts = 3;

const releaseOne = async (
  ports: ReleasePorts,
  { caseId, task }: Awaited<ReturnType<Ports['cases']['heldBy']>>[number],
  left: number,
): Promise<boolean> => {
  const record = await ports.cases.find(caseId);
  if (!record || record.snapshot.ended) return false;
  const { standard } = await ports.standards.getPinned(record.snapshot.standard);
  const ran = await runCommand(
    ports,
    standard,
    record,
    { type: 'releaseTask', task, reason: 'deactivated' },
    { party: 'system' },
  );
  if (ran.ok) return ran.value.events.length > 0;
  return ran.error.code === 'changed-meanwhile' && left > 1
    ? releaseOne(ports, { caseId, task }, left - 1)
    : false;
};

/** How many tasks went back. */
export const releaseHeldTasks = async (ports: ReleasePorts, id: StaffId): Promise<number> => {
  let released = 0;
  for (const held of await ports.cases.heldBy(id)) {
    if (await releaseOne(ports, held, attempts)) released += 1;
  }
  return released;
};
