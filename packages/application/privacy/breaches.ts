// The register of failures to protect personal data: recorded by the officer, each with two clocks from its discovery, and
// drafts of what is to be told to the people concerned and to the authority (UU 27/2022 art. 46).
import { mayUse, type Operation } from '@layan/domain/access/operations';
import { momentInWords, plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { momentIn } from '@layan/domain/deadline/local-moment';
import { CaseId, type InstantText, StandardId } from '@layan/domain/kernel/ids';
import { isAfter } from '@layan/domain/kernel/instant';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { plainText } from '@layan/domain/person/visible-text';
import {
  type Breach,
  BreachId,
  type BreachMark,
  clocksOfBreach,
  type DataKind,
  dataKindWords,
  markBreach,
} from '@layan/domain/privacy/breach';
import { termsNow } from '@layan/domain/privacy/terms';
import { type Clock, leftInWords } from '@layan/domain/privacy/three-days';
import { randomId } from '../kernel/random-id.ts';
import type { BreachRecord } from '../ports/privacy.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { agencyCard } from '../tenant/agency-card.ts';
import { getSetting, type Setting, type SettingPorts } from '../tenant/setting.ts';
import { type AffectedMark, markAffected } from './affected-cases.ts';
import type { PrivacyFailure } from './errors.ts';

export interface BreachClock {
  readonly state: Clock['state'];
  readonly left: string;
  readonly until: string;
}

export interface BreachView {
  readonly id: string;
  readonly discovered: string;
  readonly recordedBy: string;
  readonly data: readonly DataKind[];
  readonly dataWords: string;
  readonly people?: number;
  readonly how: string;
  readonly handling: string;
  readonly concerns: { readonly standard?: string; readonly from: string; readonly to: string };
  readonly subjects: BreachClock;
  readonly authority: BreachClock;
  readonly subjectsTold?: string;
  readonly authorityTold?: string;
  readonly closed?: string;
  readonly affected: readonly { readonly caseId: string; readonly ticket: string; readonly told?: string }[];
  readonly letters: { readonly subjects: readonly string[]; readonly authority: readonly string[] };
}

type BreachPorts = SettingPorts & Pick<Ports, 'breaches' | 'vault' | 'random' | 'cases'>;
type Refused = PrivacyFailure<'member-deactivated' | 'role-missing'>;

const sealOf = (vault: Ports['vault'], { breach, key }: BreachRecord) =>
  caseSeal(vault, key, CaseId.parse(breach.id));

const clockView = (clock: Clock, { tenant }: Setting): BreachClock => ({
  state: clock.state,
  left: leftInWords(clock),
  until: momentInWords(tenant.calendar.zone, clock.until),
});

/** What art. 46 (2) asks for: the data, when and how they were disclosed, and what is done about it. */
const lettersOf = (
  breach: Breach,
  told: { readonly how: string; readonly handling: string; readonly dataWords: string },
  { tenant }: Setting,
): BreachView['letters'] => {
  const { name, address } = agencyCard(tenant, breach.agency);
  const { officer } = termsNow(tenant.agencies.find(({ id }) => id === breach.agency)?.privacy);
  const discovered = momentInWords(tenant.calendar.zone, breach.discoveredAt);
  const contact = officer ? `${officer.name}, ${officer.contact}` : `${name}, ${address}`;
  const facts = [
    `Data pribadi yang terungkap: ${told.dataWords}.`,
    `Kapan dan bagaimana: ${told.how}`,
    `Upaya penanganan dan pemulihan: ${told.handling}`,
  ];
  return {
    subjects: [
      `${name} memberitahukan bahwa pada ${discovered} diketahui ada kegagalan pelindungan data pribadi yang mungkin menyangkut data Anda.`,
      ...facts,
      `Pertanyaan dapat Anda sampaikan kepada ${contact}. Anda berhak meminta salinan data Anda dan mengetahui siapa yang membukanya.`,
    ],
    authority: [
      `Sesuai Pasal 46 Undang-Undang Nomor 27 Tahun 2022, ${name} melaporkan kegagalan pelindungan data pribadi yang diketahui pada ${discovered}.`,
      ...facts,
      `Jumlah subjek data: ${breach.people === undefined ? 'belum diketahui' : `${breach.people} orang`}. Berkas yang diterima ${plainDateInWords(breach.concerns.from)} sampai ${plainDateInWords(breach.concerns.to)}.`,
      `Narahubung: ${contact}.`,
    ],
  };
};

const wayWords = { sent: 'dikirim', 'handed-over': 'diserahkan' } as const;

const viewOf = async (
  { vault }: BreachPorts,
  record: BreachRecord,
  setting: Setting,
): Promise<BreachView> => {
  const { breach } = record;
  const seal = sealOf(vault, record);
  const { zone } = setting.tenant.calendar;
  const how = (await seal.openText('note', breach.how)) ?? 'tidak terbaca';
  const handling =
    breach.handling === undefined
      ? 'sedang ditelusuri.'
      : ((await seal.openText('note', breach.handling)) ?? 'tidak terbaca');
  const dataWords = breach.data.map((kind) => dataKindWords[kind]).join('; ');
  const clocks = clocksOfBreach(breach, setting.now);
  const { standard, from, to } = breach.concerns;
  const moment = (at: InstantText) => momentInWords(zone, at);
  return {
    id: breach.id,
    discovered: moment(breach.discoveredAt),
    recordedBy: breach.recordedBy.name,
    data: breach.data,
    dataWords,
    ...(breach.people !== undefined && { people: breach.people }),
    how,
    handling,
    concerns: { from, to, ...(standard !== undefined && { standard }) },
    subjects: clockView(clocks.subjects, setting),
    authority: clockView(clocks.authority, setting),
    ...(breach.subjectsToldAt && { subjectsTold: moment(breach.subjectsToldAt) }),
    ...(breach.authorityToldAt && { authorityTold: moment(breach.authorityToldAt) }),
    ...(breach.closedAt && { closed: moment(breach.closedAt) }),
    affected: (breach.affected ?? []).map(({ caseId, ticket, told }) => ({
      caseId,
      ticket,
      ...(told && { told: `${wayWords[told.way]} ${moment(told.at)} oleh ${told.by.name}` }),
    })),
    letters: lettersOf(breach, { how, handling, dataWords }, setting),
  };
};

/** What is not closed first, then the newest. */
const order = (a: BreachRecord, b: BreachRecord): number =>
  Number(a.breach.closedAt !== undefined) - Number(b.breach.closedAt !== undefined) ||
  Date.parse(b.breach.discoveredAt) - Date.parse(a.breach.discoveredAt);

const listOf = async (ports: BreachPorts, { agency }: Membership): Promise<readonly BreachView[]> => {
  const setting = await getSetting(ports);
  const records = (await ports.breaches.list(agency)).toSorted(order);
  return Promise.all(records.map((record) => viewOf(ports, record, setting)));
};

export const makeListBreaches =
  (ports: BreachPorts) =>
  async ({ member }: { readonly member: Membership }): Promise<Result<readonly BreachView[], Refused>> => {
    const allowed = mayUse(member, 'list-breaches');
    return allowed.ok ? ok(await listOf(ports, member)) : allowed;
  };

export interface RecordBreachInput {
  readonly member: Membership;
  /** By the clock of the tenant. */
  readonly discovered: { readonly date: string; readonly time: string };
  readonly data: readonly DataKind[];
  readonly people?: number | undefined;
  readonly how: string;
  readonly handling?: string | undefined;
  readonly standard?: string | undefined;
  readonly from: string;
  readonly to: string;
}

export const makeRecordBreach =
  (ports: BreachPorts) =>
  async (
    input: RecordBreachInput,
  ): Promise<Result<readonly BreachView[], Refused | PrivacyFailure<'moment-refused'>>> => {
    const { member } = input;
    const allowed = mayUse(member, 'record-breach');
    if (!allowed.ok) return allowed;
    const { tenant, now } = await getSetting(ports);
    const discoveredAt = momentIn(tenant.calendar.zone, `${input.discovered.date}T${input.discovered.time}`);
    if (discoveredAt === undefined || isAfter(discoveredAt, now) || input.from > input.to)
      return err({ code: 'moment-refused' });
    const id = BreachId.parse(randomId(ports.random));
    const key = await ports.vault.newKey(CaseId.parse(id));
    const seal = caseSeal(ports.vault, key, CaseId.parse(id));
    const handling = plainText(input.handling ?? '').trim();
    const standard = StandardId.safeParse(input.standard);
    const breach: Breach = {
      id,
      agency: member.agency,
      discoveredAt,
      recordedAt: now,
      recordedBy: { id: member.id, name: member.name },
      data: [...input.data],
      ...(input.people !== undefined && { people: input.people }),
      how: await seal.sealText('note', plainText(input.how).trim()),
      ...(handling !== '' && { handling: await seal.sealText('note', handling) }),
      concerns: { from: input.from, to: input.to, ...(standard.success && { standard: standard.data }) },
      revision: 1,
    };
    const saved = await ports.breaches.save({ breach, key }, undefined);
    if (!saved.ok) throw new Error('a new breach was there already');
    return ok(await listOf(ports, member));
  };

export const makeMarkBreach =
  (ports: BreachPorts) =>
  async (
    input: { readonly member: Membership; readonly breach: string } & (
      | { readonly mark: BreachMark }
      | AffectedMark
    ),
  ): Promise<
    Result<
      readonly BreachView[],
      | Refused
      | PrivacyFailure<
          | 'request-not-found'
          | 'request-changed'
          | 'breach-closed'
          | 'not-told'
          | 'moment-refused'
          | 'tickets-unknown'
          | 'too-many-affected'
        >
    >
  > => {
    const { member } = input;
    const operation: Operation = 'mark-breach';
    const allowed = mayUse(member, operation);
    if (!allowed.ok) return allowed;
    const id = BreachId.safeParse(input.breach);
    const record = id.success ? await ports.breaches.find(member.agency, id.data) : undefined;
    if (!record) return err({ code: 'request-not-found' });
    const now = ports.clock.now();
    const marked =
      input.mark === 'affected' || input.mark === 'lettered'
        ? await markAffected(ports, record.breach, member, input)
        : markBreach(record.breach, input.mark, now, now);
    if (!marked.ok) return marked;
    if (marked.value !== record.breach) {
      const saved = await ports.breaches.save({ ...record, breach: marked.value }, record.breach.revision);
      if (!saved.ok) return err({ code: 'request-changed' });
    }
    return ok(await listOf(ports, member));
  };
