// The slip a family takes home when their survey waits: ticket, promise, and their place in the queue as of now.
import { covers } from '@layan/domain/access/areas';
import type { Task } from '@layan/domain/case/snapshot';
import { statedPromises } from '@layan/domain/case/stated-promises';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { CaseId, InstantText, RegionCode } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { loadForMember, type VisibleCase } from '../case/load-for-member.ts';
import type { InboxRow } from '../ports/cases.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { promiseView } from '../promise/promise-view.ts';
import { type AgencyCard, agencyCard } from '../tenant/agency-card.ts';
import { getSetting, type Setting } from '../tenant/setting.ts';
import type { CounterFailure } from './errors.ts';

export interface Place {
  /** "Kelurahan Jati, Kecamatan Mayangan", or "Kecamatan Mayangan" */
  readonly area: string;
  /** 1 is next. */
  readonly position: number;
  readonly waiting: number;
}

export interface Slip {
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly service: string;
  readonly agency: AgencyCard;
  /** When the claim was received. */
  readonly received: string;
  readonly receivedAt: InstantText;
  /** What waits, as the worker says it. */
  readonly step: string;
  /** When it came into the queue. */
  readonly queued: string;
  readonly village?: Place;
  readonly district?: Place;
  /** When the queue was counted. */
  readonly asOf: string;
  readonly promises: readonly { readonly label: string; readonly due: string; readonly words: string }[];
  /** What the family lays ready: what they brought when they filed. */
  readonly bring: readonly string[];
}

export type SlipError = CounterFailure<
  'member-deactivated' | 'role-missing' | 'case-not-found' | 'not-in-queue'
>;

type SlipPorts = Pick<Ports, 'directory' | 'standards' | 'cases' | 'clock'>;

/** The task that waits for somebody who goes from area to area. */
const fieldTask = ({ file, index }: VisibleCase): Task | undefined =>
  file.record.snapshot.tasks.find(({ role }) => index.roles.get(role)?.byArea === true);

const pageSize = 100;

const queueOf = async (
  { cases }: SlipPorts,
  query: { readonly agency: Membership['agency']; readonly role: string },
): Promise<readonly InboxRow[]> => {
  const rows: InboxRow[] = [];
  let after: string | undefined;
  do {
    const page = await cases.inbox({ ...query, limit: pageSize, ...(after !== undefined && { after }) });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
};

const placeIn = (
  queue: readonly InboxRow[],
  area: RegionCode,
  name: string,
  caseId: CaseId,
): Place | undefined => {
  const own = queue.filter((row) => row.area !== undefined && covers([area], row.area));
  const at = own.findIndex((row) => row.caseId === caseId);
  return at < 0 ? undefined : { area: name, position: at + 1, waiting: own.length };
};

const districtOf = (area: RegionCode, { regions }: Setting) =>
  regions?.districts.find(({ code }) => area !== code && area.startsWith(`${code}.`));

export const makeGetSlip =
  (ports: SlipPorts) =>
  async (input: {
    readonly member: Membership;
    readonly caseId: CaseId;
  }): Promise<Result<Slip, SlipError>> => {
    const { member, caseId } = input;
    const loaded = await loadForMember(ports, 'get-slip', member, caseId);
    if (!loaded.ok) return loaded;
    const { file, version, index } = loaded.value;
    const { snapshot } = file.record;
    const task = fieldTask(loaded.value);
    if (!task) return err({ code: 'not-in-queue' });

    const setting = await getSetting(ports);
    const { zone } = setting.tenant.calendar;
    const rows = await queueOf(ports, { agency: snapshot.agency, role: task.role });
    const queue = rows.filter((row) => row.task.step === task.step);
    const { area } = snapshot;
    const district = area && districtOf(area, setting);
    const village = area && placeIn(queue, area, setting.placeName(area), caseId);
    const around = district && placeIn(queue, district.code, `Kecamatan ${district.name}`, caseId);
    return ok({
      caseId,
      ticket: snapshot.ticket,
      service: version.standard.shortTitle,
      agency: agencyCard(setting.tenant, snapshot.agency),
      receivedAt: snapshot.receivedAt,
      received: momentInWords(zone, snapshot.receivedAt),
      step: index.steps.get(task.step)?.label ?? task.step,
      queued: momentInWords(zone, task.openedAt),
      ...(village && { village }),
      ...(around && { district: around }),
      asOf: momentInWords(zone, setting.now),
      promises: statedPromises(version.standard, snapshot)
        .filter(({ kind, state }) => kind === 'promise' && state !== 'dropped' && state !== 'kept')
        .map((promise) => promiseView(promise, setting, 'citizen'))
        .map(({ label, due, words }) => ({ label, due, words })),
      // What the applicant brought; what staff brought is not theirs to lay ready.
      bring: (index.channels.get(snapshot.channel)?.requirements ?? [])
        .filter((id) => snapshot.attachments.some(({ requirement }) => requirement === id))
        .map((id) => index.requirements.get(id)?.label ?? id),
    });
  };
