// One month of the book of a channel: guests at the counter, incoming letters. One query a page, and one for who works here.
import { covers } from '@layan/domain/access/areas';
import { rolesIn } from '@layan/domain/access/case-access';
import { isSealed, type PlainValue } from '@layan/domain/case/facts';
import { dateInWords, momentInWords, timeInWords } from '@layan/domain/deadline/dates-in-words';
import { offsetMs } from '@layan/domain/deadline/zones';
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { toInstantText } from '@layan/domain/kernel/instant';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Channel } from '@layan/domain/standard/channel';
import { readableText } from '../form/fact-text.ts';
import type { BookRow } from '../ports/books.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { isAreaBound } from '../staff/area-bound.ts';
import { getSetting, type Setting, type SettingPorts } from '../tenant/setting.ts';
import type { BookFailure } from './errors.ts';
import { hiddenName, type OpenBookError, type OpenBookInput, openBook } from './open-book.ts';

export interface BookRowView {
  /** Place in the book of the month, by order of entry. */
  readonly number: number;
  readonly ticket: string;
  /** Absent for what this member may not open. */
  readonly caseId?: CaseId;
  readonly receivedAt: InstantText;
  readonly received: string;
  readonly from: string;
  readonly about: string;
  readonly state: string;
  readonly ended?: string;
  /** Names of those who worked on it. */
  readonly workers: readonly string[];
}

export interface BookPage {
  readonly service: string;
  readonly channel: string;
  readonly kind: Channel['kind'];
  readonly agency: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly rows: readonly BookRowView[];
  readonly next?: string;
}

export interface ListBookInput extends OpenBookInput {
  /** `YYYY-MM`; this month when absent. */
  readonly month?: string | undefined;
  readonly after?: string | undefined;
}

export type ListBookError = OpenBookError | BookFailure<'month-malformed'>;

type ListBookPorts = SettingPorts & Pick<Ports, 'standards' | 'books' | 'vault' | 'staff'>;

const pageSize = 100;

const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

/** The first moment of a month by the clock of the tenant. */
const beginOf = (month: string, { tenant }: Setting): InstantText | undefined =>
  /^20\d{2}-(0[1-9]|1[0-2])$/.test(month)
    ? toInstantText(Date.parse(`${month}-01T00:00:00.000Z`) - offsetMs(tenant.calendar.zone))
    : undefined;

interface Reader {
  readonly index: ProcessIndex;
  readonly member: Membership;
  readonly setting: Setting;
  readonly names: ReadonlyMap<string, string>;
}

/** What this member may read of a row: all of it, that there is one, or that it is confidential. */
const sightOf = ({ index, member }: Reader, { agency, area, seenBy }: BookRow) => {
  const isAround = covers(member.areas, area);
  if (seenBy && !(isAround && member.roles.some((role) => seenBy.includes(role)))) return 'confidential';
  const place = { agency, ...(area !== undefined && { area }) };
  const parts = rolesIn(index, place, member);
  return parts.length > 0 && isAround ? 'open' : 'masked';
};

/** For those bound to their areas: all of it, or nothing. */
const isSeen = ({ index, member }: Reader, { agency, area }: BookRow): boolean =>
  covers(member.areas, area) &&
  rolesIn(index, { agency, ...(area !== undefined && { area }) }, member).length > 0;

const aboutOf = async (
  { vault }: Pick<Ports, 'vault'>,
  { index, setting }: Reader,
  { about, story, key, caseId }: BookRow,
): Promise<string> => {
  if (about !== undefined) return about;
  const fact = story && index.facts.get(story.fact);
  if (!story || !fact) return '';
  const value: PlainValue | undefined = isSealed(story.value)
    ? await caseSeal(vault, key, caseId).openFact(story.fact, story.value)
    : story.value;
  return value === undefined ? '' : readableText(fact, value, setting.placeName);
};

const rowView = async (
  ports: Pick<Ports, 'vault'>,
  reader: Reader,
  row: BookRow,
  number: number,
): Promise<BookRowView> => {
  const { zone } = reader.setting.tenant.calendar;
  const { ticket, receivedAt, state, endedAt, caseId } = row;
  const common = { number, ticket, receivedAt, received: momentInWords(zone, receivedAt) };
  const sight = sightOf(reader, row);
  if (sight === 'confidential') {
    return { ...common, from: 'Rahasia', about: 'Rahasia', state: '', workers: [] };
  }
  const sameDay = endedAt !== undefined && dateInWords(zone, endedAt) === dateInWords(zone, receivedAt);
  const seal = caseSeal(ports.vault, row.key, caseId);
  const name =
    sight === 'open'
      ? ((await seal.openText('display', row.displayName)) ?? seal.unopened('nama tidak terbaca'))
      : hiddenName;
  return {
    ...common,
    caseId,
    from: name,
    about: sight === 'open' ? await aboutOf(ports, reader, row) : '',
    state,
    ...(endedAt !== undefined && {
      ended: (sameDay ? timeInWords : momentInWords)(zone, endedAt),
    }),
    workers: row.workers.flatMap((id) => reader.names.get(id) ?? []),
  };
};

/** `<rows before>.<key of the last row>` */
const placeIn = (after: string | undefined) => {
  const [, count = '', key = ''] = /^(\d{1,6})\.(.+)$/.exec(after ?? '') ?? [];
  return { before: Number(count), ...(key !== '' && { after: key }) };
};

export const makeListBook =
  (ports: ListBookPorts) =>
  async (input: ListBookInput): Promise<Result<BookPage, ListBookError>> => {
    const opened = await openBook(ports, 'list-book', input);
    if (!opened.ok) return opened;
    const { version, channel } = opened.value;
    const { standard } = version;
    const setting = await getSetting(ports);
    const month = input.month ?? setting.input.today.slice(0, 7);
    const from = beginOf(month, setting);
    const until = beginOf(nextMonth(month), setting);
    if (from === undefined || until === undefined) return err({ code: 'month-malformed' });
    const { before, after } = placeIn(input.after);
    const page = await ports.books.page({
      agency: standard.agency,
      standard: standard.id,
      channel: channel.id,
      from,
      until,
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    const names = new Map((await ports.staff.list()).map(({ id, name }): [string, string] => [id, name]));
    const bound = await isAreaBound(ports.standards, input.member);
    const reader = { index: indexOf(standard.process), member: input.member, setting, names };
    const agency = setting.tenant.agencies.find(({ id }) => id === standard.agency);
    // What was entered elsewhere is not theirs to count either.
    const own = bound ? page.rows.filter((row) => isSeen(reader, row)) : page.rows;
    return ok({
      service: standard.shortTitle,
      channel: channel.label,
      kind: channel.kind,
      agency: agency?.name ?? standard.agency,
      month,
      rows: await Promise.all(own.map((row, at) => rowView(ports, reader, row, before + at + 1))),
      ...(page.next !== undefined && { next: `${before + own.length}.${page.next}` }),
    });
  };
