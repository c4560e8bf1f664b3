// Closes an emergency access: takes the reader away, then says in the tenant's chain and to its managers what was read.
import { CaseId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import type { EmergencyAccess } from '../ports/emergencies.ts';
import { emergencyAct } from './ask-emergency-access.ts';
import { endedMail } from './emergency-mails.ts';
import { type EmergencyRun, OPENS_WITHIN_MS } from './emergency-ports.ts';
import { type EmergencyTenant, noteOnce, saveAccess, tellManagers } from './emergency-record.ts';
import { shutOut } from './shut-out.ts';

const ticketsOf = async ({ cases }: EmergencyTenant, ids: readonly string[]): Promise<readonly string[]> => {
  const found = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const known = CaseId.safeParse(id);
      return known.success ? (await cases.find(known.data))?.snapshot.ticket : undefined;
    }),
  );
  return found.flatMap((ticket) => ticket ?? []);
};

/** Ended before it was open, and whoever was to open it may not have noticed yet. */
const mayStillOpen = ({ clock }: EmergencyRun, { staffId, endedAt }: EmergencyAccess): boolean =>
  staffId === undefined && endedAt !== undefined && epochMs(clock.now()) < epochMs(endedAt) + OPENS_WITHIN_MS;

/** Undefined also while somebody may still be opening it: looked at again in a minute. */
export const closeEmergencyAccess = async (
  run: EmergencyRun,
  access: EmergencyAccess,
): Promise<EmergencyAccess | undefined> => {
  const ports = run.openTenant(access.tenant);
  const hadReader = await shutOut(run, access);
  if (!hadReader && mayStillOpen(run, access)) return undefined;
  const readings = await ports.emergencyReadings.list(access.id);
  const opened = readings.flatMap(({ operation, about }) =>
    operation === 'get-case' && about ? [about] : [],
  );
  const tickets = await ticketsOf(ports, opened);
  const over: EmergencyAccess = { ...access, endedBy: access.endedBy ?? 'time' };
  const act = emergencyAct('close-emergency-access', over, undefined, run.clock.now());
  await noteOnce(ports, { ...act, detail: `${over.endedBy} cases ${tickets.length}` });
  const tenant = await ports.directory.find();
  if (tenant) {
    const told = { access: over, tenant, consoleOrigin: run.consoleOrigin };
    await tellManagers(run, ports, endedMail(told, readings, tickets));
  }
  const count = (operation: string) => readings.filter((reading) => reading.operation === operation).length;
  const read = { cases: tickets.length, searches: count('find-by-ticket'), lists: count('list-inbox') };
  const endedAt = over.endedAt ?? run.clock.now();
  return saveAccess(run, over, { state: 'ended', endedAt, read }, 'close-emergency-access');
};
