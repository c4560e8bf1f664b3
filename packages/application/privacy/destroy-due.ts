// Destroys what is due, in portions, and takes up where it stopped: the key of each case is destroyed, and its files go with
// the next sweep. Before that everything is looked at once more: the schedule, holds, restrictions, requests that are not over,
// and whether a case beside it still runs. What is kept back is looked at again the next day and stands in nobody's way.
// What goes is a line in the chain of administrative acts: that of the erasure says under which class the case was due, and
// scans have one of their own.
import { halfAnHourLater } from '@layan/domain/document/closed-upload';
import type { AgencyId, DocumentId, InstantText } from '@layan/domain/kernel/ids';
import { epochMs, isAfter, toInstantText } from '@layan/domain/kernel/instant';
import { needsItsCases } from '@layan/domain/privacy/subject-request';
import { type ErasePorts, makeEraseCase } from '../erasure/erase-case.ts';
import { removeScans } from '../erasure/remove-scans.ts';
import { sha256 } from '../kernel/sha256.ts';
import { tellFirst, workOff } from '../kernel/work-off.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { CaseFiles } from '../ports/erasure.ts';
import type { LeftFiling, PlannedDestruction } from '../ports/retention.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { type PlanPorts, placeInPlan, replan } from './plan-retention.ts';
import { runsBeside } from './runs-beside.ts';

export type DestroyPorts = PlanPorts &
  ErasePorts &
  Pick<Ports, 'requests' | 'audit' | 'filings' | 'clock'> & { readonly caseFiles: CaseFiles };

/** So many are destroyed at once, and so many pages of them looked at. */
const portion = { enough: 20, atOnce: 20, mostPages: 20 };
const dayMs = 86_400_000;

/** Why a case is not destroyed now, if so. */
const heldBack = async (
  { retention, requests, cases, clock }: DestroyPorts,
  { snapshot }: CaseRecord,
): Promise<string | undefined> => {
  const { agency, id } = snapshot;
  if (await retention.findHold(agency, id)) return 'legal-hold';
  if (snapshot.restricted) return 'restricted';
  const now = clock.now();
  if ((await requests.about(id)).some(({ request }) => needsItsCases(request, now))) return 'request-waits';
  return (await runsBeside(cases, snapshot)) ? 'runs-beside' : undefined;
};

const aDayLater = (now: InstantText): InstantText => toInstantText(epochMs(now) + dayMs);

/** What came with uploads and became no letter: it was kept by its content too, to be compared and handed over. */
const removeUnused = async (ports: DestroyPorts, { snapshot }: CaseRecord, scans: readonly DocumentId[]) => {
  const { id, products } = snapshot;
  const used = new Set(products.flatMap((one) => [one.prepared?.file.sha256, one.signature?.file.sha256]));
  const gone = new Set<string | undefined>(scans);
  const letters = (await ports.erasing.letters(id)).filter(
    ({ sha256, upload }) => upload !== undefined && gone.has(upload) && !used.has(sha256),
  );
  for (const { sha256 } of letters) await ports.caseFiles.removeLetter(id, sha256);
  return letters.map(({ sha256 }) => sha256);
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
  const signed = new Set<string | undefined>(products.map(({ signature }) => signature?.document));
  const scans = (await ports.erasing.documents(id)).filter((document) => !signed.has(document));
  const which = sha256(scans.toSorted().join('\n'));
  const act = { at: ports.clock.now(), by: { party: 'system' }, act: 'destroy-due', about: agency } as const;
  const detail = `scans ${scans.length} ${which}`;
  if (scans.length > 0)
    await ports.audit.append('administration', { ...act, detail }, `destroy-due ${id} ${which}`);
  const { open } = await removeScans(ports, id, signed);
  const letters = await removeUnused(ports, record, scans);
  if (open > 0) {
    const at = halfAnHourLater(ports.clock.now());
    await ports.retention.plan(agency, id, { ...planned, at });
    return true;
  }
  await ports.erasing.forget(id, scans, letters);
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
  const planned = await placeInPlan(ports, record, of !== 'scans');
  if (!planned || isAfter(planned.at, now)) {
    await ports.retention.plan(agency, caseId, planned);
    return false;
  }
  const mayErase = (now: CaseRecord) => heldBack(ports, now);
  if (planned.class === 'scans' && (await mayErase(record)) === undefined)
    return destroyScans(ports, agency, record, planned);
  const by = { party: 'system' } as const;
  const input = { caseId, by, mayErase, due: planned.class };
  const erased = planned.class !== 'scans' && (await makeEraseCase(ports)(input)).ok;
  await ports.retention.plan(agency, caseId, erased ? undefined : { ...planned, at: aDayLater(now) });
  return erased;
};

/** One that cannot be destroyed keeps no other; what failed is given. */
const destroyIn = async (ports: DestroyPorts, agency: AgencyId) => {
  const now = ports.clock.now();
  const { done, broken } = await workOff(
    (query) => ports.retention.due({ agency, until: now, ...query }),
    (planned) => destroyOne(ports, agency, planned, now),
    portion,
  );
  return { destroyed: done.length, broken };
};

/** @returns how many scans went */
const settleLeft = async (ports: DestroyPorts, filing: LeftFiling, now: InstantText): Promise<number> => {
  const { caseId } = filing;
  const found = await ports.filings.find(caseId);
  const filed = found?.filing.filedAt !== undefined || (await ports.cases.find(caseId)) !== undefined;
  // Somebody still types.
  const again = found && !filed ? aDayLater(now) : undefined;
  if (filed || again) {
    await ports.retention.settleFiling(filing, again);
    return 0;
  }
  const { documents, open } = await removeScans(ports, caseId);
  if (open === 0) await ports.erasing.forget(caseId, documents);
  await ports.retention.settleFiling(filing, open > 0 ? halfAnHourLater(ports.clock.now()) : undefined);
  return documents.length;
};

/** Scans of filings that were never sent: their form expires by itself, and they go here. */
const removeLeft = async (ports: DestroyPorts) => {
  const now = ports.clock.now();
  let scans = 0;
  const { broken } = await workOff(
    (query) => ports.retention.leftFilings({ until: now, ...query }),
    async (filing) => {
      scans += await settleLeft(ports, filing, now);
      return true;
    },
    portion,
  );
  return { scans, broken };
};

export const makeDestroyDue =
  (ports: DestroyPorts) => async (): Promise<{ readonly destroyed: number; readonly scans: number }> => {
    const { agencies } = await getProfile(ports.directory);
    const broken: unknown[] = [];
    let destroyed = 0;
    for (const { id } of agencies) {
      const inAgency = await destroyIn(ports, id);
      destroyed += inAgency.destroyed;
      broken.push(...inAgency.broken);
    }
    const left = await removeLeft(ports);
    tellFirst([...broken, ...left.broken]);
    return { destroyed, scans: left.scans };
  };
