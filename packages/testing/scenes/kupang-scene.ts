// A kota with Kupang's complaint standard in force and its staff: where intake on every channel, tiers and deputies, and
// what is kept from whom are tried out.
import { type CompleteStepInput, makeCompleteStep } from '@layan/application/case/complete-step';
import { makeSaveIntake, type SaveIntakeInput } from '@layan/application/counter/save-intake';
import { makeStartIntake } from '@layan/application/counter/start-intake';
import { makeSubmitIntake } from '@layan/application/counter/submit-intake';
import { makeSaveFilingPage } from '@layan/application/filing/save-filing-page';
import { makeSavePrivacy, type Privacy } from '@layan/application/filing/save-privacy';
import { makeStartFiling } from '@layan/application/filing/start-filing';
import { makeSubmitFiling } from '@layan/application/filing/submit-filing';
import type { OpeningRef } from '@layan/application/ports/openings';
import type { Membership } from '@layan/application/ports/staff';
import type { Ports } from '@layan/application/ports/surroundings';
import { type CaseId, RegionCode, TenantId } from '@layan/domain/kernel/ids';
import { Agency } from '@layan/domain/tenant/tenant';
import { pengaduan } from '@layan/standards/kota-kupang/pengaduan';
import { findRegions } from '@layan/standards/regions/regions';
import { aMember, aTenant } from '../builders/a-tenant.ts';
import { testPerson } from '../builders/people.ts';
import { fixedClock } from '../fixed-clock.ts';
import { type MemoryTenant, memoryPlatform } from '../memory/memory-tenant.ts';
import { seededRandom } from '../seeded-random.ts';
import { publishedVersion, valueIn } from './ultpk-scene.ts';

export const KUPANG = TenantId.parse('kota-kupang');

const agency = Agency.parse({
  id: pengaduan.agency,
  name: 'Dinas Sosial Uji',
  shortName: 'Dinsos',
  address: 'Jalan Contoh 2',
});

type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What somebody tells who is named, by page of the form. */
export const complaintOf = (n: number): Answers => ({
  complainant: { complainantKind: 'person', complainantName: testPerson(n).name },
  contact: { phone: '0812 0000 9001' },
  matter: { topic: topics[0] ?? '', story: `Bantuan keluarga uji ${n} belum sampai.` },
  incident: {},
  wish: {},
});

const topics =
  pengaduan.process.facts.find(({ id }) => id === 'topic')?.options?.map(({ value }) => value) ?? [];

export async function kupangScene() {
  const clock = fixedClock();
  const memory = memoryPlatform(clock).open(KUPANG);
  const ports: Ports & MemoryTenant = { ...memory, clock, random: seededRandom('kupang') };
  const region = RegionCode.parse('53.71');
  const regions = findRegions(region);
  if (regions) await memory.directory.saveRegions(regions);
  const calendar = { ...aTenant().calendar, zone: 'Asia/Makassar' as const };
  await memory.directory.save(aTenant({ id: KUPANG, region, agencies: [agency], calendar }));
  const version = publishedVersion(pengaduan);
  await memory.standards.saveDraft({ ...version, state: 'draft' });
  await memory.standards.publish(version, { before: { ...version, state: 'draft' } });

  const member = (n: number, ...roles: string[]): Membership =>
    aMember(n, { agency: pengaduan.agency, roles });
  const staff = {
    receptionist: member(1, 'receptionist'),
    secretariat: member(2, 'secretariat'),
    officer: member(3, 'assignedOfficer'),
    secondOfficer: member(4, 'assignedOfficer'),
    subdivisionHead: member(5, 'subdivisionHead'),
    divisionHead: member(6, 'divisionHead'),
    agencySecretary: member(7, 'agencySecretary'),
    agencyHead: member(8, 'agencyHead'),
    manager: member(9, 'serviceManager'),
  };
  for (const one of Object.values(staff)) await memory.staff.save(one, undefined);

  /** Files on the portal. */
  const file = async (answers: Answers, privacy: Privacy = { anonymous: false, confidential: false }) => {
    const { session } = valueIn(await makeStartFiling(ports)({ service: pengaduan.id }));
    valueIn(await makeSavePrivacy(ports)({ session, ...privacy }));
    for (const [page, raw] of Object.entries(answers))
      valueIn(await makeSaveFilingPage(ports)({ session, page, raw }));
    return valueIn(await makeSubmitFiling(ports)({ session }));
  };

  /** Keys in what came on another channel; not sent yet. */
  const keyIn = async (
    member: Membership,
    channel: string,
    entry: Partial<Omit<SaveIntakeInput, 'member' | 'caseId' | 'revision'>>,
    opening?: OpeningRef,
  ) => {
    const begun = valueIn(await makeStartIntake(ports)({ member, standard: pengaduan.id, channel, opening }));
    const saved = valueIn(
      await makeSaveIntake(ports)({
        member,
        caseId: begun.caseId,
        revision: begun.revision,
        entered: Object.assign({}, ...Object.values(complaintOf(1))),
        papers: [],
        ...entry,
      }),
    );
    return { member, caseId: saved.caseId, revision: saved.revision, problems: saved.problems };
  };

  const send = (intake: { member: Membership; caseId: CaseId; revision: number }) =>
    makeSubmitIntake(ports)(intake);

  const complete = async (
    member: Membership,
    caseId: CaseId,
    step: string,
    outcome: string,
    rest: Partial<CompleteStepInput> = {},
  ) =>
    makeCompleteStep(ports)({
      member,
      caseId,
      step,
      outcome,
      raw: {},
      expectedSeq: (await memory.cases.find(caseId))?.snapshot.seq ?? 0,
      ...rest,
    });

  return { clock, memory, ports, staff, standard: pengaduan, file, keyIn, send, complete };
}
