// Destroys what is due, in portions, and takes up where it stopped: the key of each case is destroyed, and its files go with
// the next sweep. Before that everything is looked at once more: the schedule, holds, and requests that wait for an answer.
// Each portion, and the scans of each case, are a line in the chain of administrative acts: which class, how many, the hash of
// which.
import type { AgencyId, CaseId, InstantText } from '@layan/domain/kernel/ids';
import { epochMs, isAfter, toInstantText } from '@layan/domain/kernel/instant';
import { type ErasePorts, makeEraseCase } from '../erasure/erase-case.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { CaseFiles } from '../ports/erasure.ts';
import type { PlannedDestruction } from '../ports/retention.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { type PlanPorts, replan } from './plan-retention.ts';

export type DestroyPorts = PlanPorts &
  ErasePorts &
  Pick<Ports, 'requests' | 'audit' | 'filings' | 'clock'> & { readonly caseFiles: CaseFiles };

const portion = 20;
/** Pages that are looked through past what is on hold. */
const pages = 10;
const dayMs = 86_400_000;

/** Why a case is not destroyed now, if so. */
export const heldBack = async (
  { retention, requests }: Pick<Ports, 'retention' | 'requests'>,
  agency: AgencyId,
  caseId: CaseId,
): Promise<string | undefined> => {
  if (await retention.findHold(agency, caseId)) return 'legal-hold';
  const waits = (await requests.about(caseId)).some(({ request }) => request.state === 'received');
  return waits ? 'request-waits' : undefined;
};

const note = async (
  ports: DestroyPorts,
  agency: AgencyId,
  destroyed: readonly PlannedDestruction[],
): Promise<void> => {
  for (const of of new Set(destroyed.map((one) => one.class))) {
    const ids = destroyed.filter((one) => one.class === of).map(({ caseId }) => caseId);
    await ports.audit.append('administration', {
      at: ports.clock.now(),
      by: { party: 'system' },
      act: 'destroy-due',
      about: agency,
      detail: `${of} ${ids.length} ${sha256(ids.toSorted().join('\n'))}`,
    });
  }
};

/**
 * What a letter was signed on is part of that letter. Nothing else tells of scans that are gone, so the line is written
 * before the first is taken.
 */
const destroyScans = async (
  ports: DestroyPorts,
  agency: AgencyId,
  record: CaseRecord,
  planned: PlannedDestruction,
): Promise<boolean> => {
  const { id, products } = record.snapshot;
  if ((await heldBack(ports, agency, id)) !== undefined) return false;
  const signed = new Set(products.map(({ signature }) => signature?.document));
  const scans = (await ports.erasing.documents(id)).filter((document) => !signed.has(document));
  if (scans.length > 0) await note(ports, agency, [planned]);
  for (const scan of scans) await ports.caseFiles.removeScan(id, scan);
  await ports.erasing.forget(id, scans);
  await replan(ports, record, true);
  return scans.length > 0;
};

const destroyOne = async (
  ports: DestroyPorts,
  agency: AgencyId,
  { caseId, class: of }: PlannedDestruction,
  now: InstantText,
): Promise<boolean> => {
  const record = await ports.cases.find(caseId);
  if (!record) {
    await ports.retention.plan(agency, caseId, undefined);
    return false;
  }
  const planned = await replan(ports, record, of !== 'scans');
  if (!planned || isAfter(planned.at, now)) return false;
  if (planned.class === 'scans') return destroyScans(ports, agency, record, planned);
  const erased = await makeEraseCase(ports)({
    caseId,
    by: { party: 'system' },
    mayErase: () => heldBack(ports, agency, caseId),
  });
  if (erased.ok) await ports.retention.plan(agency, caseId, undefined);
  return erased.ok;
};

/** One that cannot be destroyed keeps no other: `broken` is told at the end. */
const destroyIn = async (ports: DestroyPorts, agency: AgencyId, broken: unknown[]): Promise<number> => {
  const now = ports.clock.now();
  const destroyed: PlannedDestruction[] = [];
  let after: string | undefined;
  for (let page = 0; page < pages && destroyed.length < portion; page += 1) {
    const due = await ports.retention.due({
      ...{ agency, until: now, limit: portion - destroyed.length },
      ...(after !== undefined && { after }),
    });
    for (const planned of due.rows)
      try {
        if (await destroyOne(ports, agency, planned, now)) destroyed.push(planned);
      } catch (cause) {
        broken.push(cause);
      }
    after = due.next;
    if (after === undefined) break;
  }
  const cases = destroyed.filter((one) => one.class !== 'scans');
  await note(ports, agency, cases);
  return destroyed.length;
};

/** Scans of filings that were never sent: their form expires by itself, and they go here. */
const removeLeft = async (ports: DestroyPorts): Promise<number> => {
  const now = ports.clock.now();
  const left = await ports.retention.leftFilings(now, portion);
  let removed = 0;
  for (const filing of left) {
    const { caseId } = filing;
    const found = await ports.filings.find(caseId);
    const filed = found?.filing.filedAt !== undefined || (await ports.cases.find(caseId)) !== undefined;
    // Somebody still types: it is looked at again tomorrow.
    if (found && !filed) {
      await ports.retention.settleFiling(filing, toInstantText(epochMs(now) + dayMs));
      continue;
    }
    if (!filed) {
      const documents = await ports.erasing.documents(caseId);
      for (const id of documents) await ports.caseFiles.removeScan(caseId, id);
      await ports.erasing.forget(caseId, documents);
      removed += documents.length;
    }
    await ports.retention.settleFiling(filing, undefined);
  }
  return removed;
};

export const makeDestroyDue =
  (ports: DestroyPorts) => async (): Promise<{ readonly destroyed: number; readonly scans: number }> => {
    const { agencies } = await getProfile(ports.directory);
    const broken: unknown[] = [];
    let destroyed = 0;
    for (const { id } of agencies) destroyed += await destroyIn(ports, id, broken);
    const scans = await removeLeft(ports);
    if (broken.length > 0) throw broken[0];
    return { destroyed, scans };
  };
