// Open tasks of one of a member's roles, most urgent promise first. One query.

import { covers } from '@layan/domain/access/areas';
import { mayUse } from '@layan/domain/access/operations';
import { emergencyRole, managerRole, officerRole } from '@layan/domain/case/authority';
import { dateIn, momentInWords } from '@layan/domain/deadline/dates-in-words';
import { promiseInWords } from '@layan/domain/deadline/promise-in-words';
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { personAway } from '../letter/away-words.ts';
import type { InboxLetter, InboxRow, Page } from '../ports/cases.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { oversees } from '../staff/overseen-roles.ts';
import { agencyRoles } from '../staff/role-labels.ts';
import { getSetting, type Setting } from '../tenant/setting.ts';
import type { SignatoryView } from './case-view.ts';
import type { CaseFailure } from './errors.ts';

export interface InboxLetterView extends Omit<InboxLetter, 'plain' | 'signatory'> {
  readonly signatory?: SignatoryView;
  /** This member can sign it with the seal, and nothing is asked for. */
  readonly signable: boolean;
}

export interface InboxRowView {
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly task: string;
  readonly step: string;
  readonly stepLabel: string;
  readonly service: string;
  /** "nama tidak terbaca" when it cannot be opened. */
  readonly applicant: string;
  readonly area?: string;
  readonly receivedAt: InstantText;
  readonly received: string;
  readonly promise?: {
    readonly dueAt: InstantText;
    readonly due: string;
    readonly overdue: boolean;
    /** "sisa 2 hari kerja"; absent for an internal norm. */
    readonly words?: string;
  };
  readonly assignee?: { readonly name: string; readonly me: boolean };
  /** Given to somebody by rule: without an assignee it waits for a person. */
  readonly givenOut?: true;
  /** Outcome that initials the draft and needs nothing else. */
  readonly initials?: string;
  /** The letter that waits to be signed here. */
  readonly letter?: InboxLetterView;
  /** Who it waits for and until when they are away, as sentences. */
  readonly away?: readonly string[];
  /** "Plh. Kepala Dinas", where the role of this inbox stands in. */
  readonly as?: string;
  /** Nothing but that there is one may be seen by this member. */
  readonly confidential?: true;
}

export interface InboxPage {
  readonly role: string;
  readonly rows: readonly InboxRowView[];
  readonly next?: string;
}

export interface ListInboxInput {
  readonly member: Membership;
  /** One of the member's roles, or one whose work they give out; the first of theirs when absent. */
  readonly role?: string;
  readonly after?: string;
  readonly limit?: number;
}

const pageSize = 50;

/** What a confidential case says of itself in lists. */
const confidentialName = 'Rahasia';

/** Whether the row is of a confidential case that this member may not open; one of another area is not for them. */
const isClosedTo = ({ seenBy, task, area }: InboxRow, { id, roles, areas }: Membership): boolean =>
  seenBy !== undefined &&
  task.assignee?.id !== id &&
  !(covers(areas, area) && roles.some((role) => seenBy.includes(role)));

/** Managers who do no work on cases see that there are names. */
const readsNames = ({ roles }: Membership): boolean =>
  roles.some((role) => ![managerRole, officerRole, emergencyRole].includes(role));

const letterView = (
  { task }: InboxRow,
  { plain, signatory, ...letter }: InboxLetter,
  { id }: Membership,
): InboxLetterView => ({
  ...letter,
  ...(signatory && { signatory: { ...signatory, me: signatory.id === id } }),
  signable:
    plain &&
    letter.method === 'seal' &&
    signatory?.id === id &&
    (task.assignee === undefined || task.assignee.id === id),
});

const rowView = async (
  { vault }: Pick<Ports, 'vault'>,
  row: InboxRow,
  member: Membership,
  { tenant, now, placeName }: Setting,
  members: readonly Membership[],
): Promise<InboxRowView> => {
  const { zone } = tenant.calendar;
  const { caseId, task, area, dueAt, measure, receivedAt } = row;
  const closed = isClosedTo(row, member);
  const waitsFor = task.assignee?.id ?? row.letter?.signatory?.id;
  const away = closed ? [] : personAway(members, waitsFor, dateIn(zone, now));
  const open = () => caseSeal(vault, row.key, caseId).openText('display', row.displayName);
  const name = closed ? confidentialName : readsNames(member) ? await open() : 'nama disamarkan';
  return {
    caseId,
    ticket: row.ticket,
    task: task.id,
    step: task.step,
    stepLabel: row.stepLabel,
    service: row.service,
    applicant: name ?? 'nama tidak terbaca',
    ...(area !== undefined && !closed && { area: placeName(area) }),
    ...(closed && { confidential: true }),
    ...(row.standIn && { as: row.standIn.as }),
    receivedAt,
    received: momentInWords(zone, receivedAt),
    ...(dueAt !== undefined && {
      promise: {
        dueAt,
        due: momentInWords(zone, dueAt),
        overdue: epochMs(dueAt) < epochMs(now),
        ...(measure && {
          words: promiseInWords({ state: 'running', dueAt, ...measure }, tenant.calendar, now, 'staff')
            .standing,
        }),
      },
    }),
    ...(task.assignee && {
      assignee: { name: task.assignee.name, me: task.assignee.id === member.id },
    }),
    ...(row.givenOut && { givenOut: row.givenOut }),
    ...(row.initials !== undefined && !closed && { initials: row.initials }),
    ...(row.letter && !closed && { letter: letterView(row, row.letter, member) }),
    ...(away.length > 0 && { away }),
  };
};

/** Asked only for members with areas; everybody else sees all work of the role. */
const isByArea = async (standards: Ports['standards'], { agency }: Membership, role: string) =>
  (await agencyRoles(standards, agency)).some(({ id, byArea }) => id === role && byArea);

/** Pages that are read for one that is shown, where most of the work of a role is elsewhere. */
const mostPages = 20;

/** A page of the rows in these areas, read on until it is full: work elsewhere leaves no empty pages behind. */
const ownRows = async (
  cases: Ports['cases'],
  query: Omit<Parameters<Ports['cases']['inbox']>[0], 'after'>,
  after: string | undefined,
  areas: Membership['areas'],
): Promise<Page<InboxRow>> => {
  const rows: InboxRow[] = [];
  let from = after;
  for (let left = mostPages; left > 0; left -= 1) {
    const limit = query.limit - rows.length;
    const page = await cases.inbox({ ...query, limit, ...(from !== undefined && { after: from }) });
    rows.push(...page.rows.filter(({ area }) => covers(areas, area)));
    from = page.next;
    if (from === undefined || rows.length >= query.limit) break;
  }
  return { rows, ...(from !== undefined && { next: from }) };
};

export const makeListInbox =
  (ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock' | 'staff'>) =>
  async (
    input: ListInboxInput,
  ): Promise<Result<InboxPage, CaseFailure<'member-deactivated' | 'role-missing'>>> => {
    const { member, after, limit = pageSize } = input;
    const allowed = mayUse(member, 'list-inbox');
    if (!allowed.ok) return allowed;
    const role = input.role ?? member.roles[0];
    const own = role !== undefined && member.roles.includes(role);
    if (role === undefined || !(own || (await oversees(ports.standards, member, role)))) {
      return err({ code: 'role-missing', role: role ?? '' });
    }
    const divided = member.areas.length > 0 && (await isByArea(ports.standards, member, role));
    const query = { agency: member.agency, role, limit: Math.min(limit, pageSize) };
    const page = await ownRows(ports.cases, query, after, divided ? member.areas : []);
    const shown = page.rows;
    const [setting, members] = await Promise.all([getSetting(ports), ports.staff.recent()]);
    return ok({
      role,
      rows: await Promise.all(shown.map((row) => rowView(ports, row, member, setting, members))),
      ...(page.next !== undefined && { next: page.next }),
    });
  };
