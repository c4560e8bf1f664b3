// A kota with the real ULTPK standard in force, its staff, and citizens who file: where use cases are tried out.
import { type CompleteStepInput, makeCompleteStep } from '@layan/application/case/complete-step';
import { makePrepareStepUpload } from '@layan/application/case/prepare-step-upload';
import { makeCheckDocument } from '@layan/application/document/check-document';
import { makePrepareUpload } from '@layan/application/filing/prepare-upload';
import type { Receipt } from '@layan/application/filing/receipt';
import { makeSaveFilingPage } from '@layan/application/filing/save-filing-page';
import { makeStartFiling } from '@layan/application/filing/start-filing';
import { makeSubmitFiling } from '@layan/application/filing/submit-filing';
import { sha256 } from '@layan/application/kernel/sha256';
import type { Membership } from '@layan/application/ports/staff';
import type { Ports } from '@layan/application/ports/surroundings';
import { CaseId, RegionCode, TenantId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import { contentHash } from '@layan/domain/standard/content-hash';
import type { Standard } from '@layan/domain/standard/standard';
import { StandardVersion } from '@layan/domain/standard/standard-version';
import { Agency } from '@layan/domain/tenant/tenant';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { findRegions } from '@layan/standards/regions/regions';
import { aMember, aTenant } from '../builders/a-tenant.ts';
import { minute } from '../builders/ids.ts';
import { testPerson } from '../builders/people.ts';
import { aPng } from '../builders/scans.ts';
import { fixedClock } from '../fixed-clock.ts';
import { type MemoryPlatform, type MemoryTenant, memoryPlatform } from '../memory/memory-tenant.ts';
import { seededRandom } from '../seeded-random.ts';

/** The value of a result that must be one. */
export const valueIn = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
};

export const publishedVersion = (standard: Standard, version = 1): StandardVersion =>
  StandardVersion.parse({
    standard,
    version,
    hash: contentHash(standard, sha256),
    state: 'published',
    confirmations: {},
    createdAt: minute(0),
    publishedAt: minute(0),
  });

/** A household with everything: NIK, family card, phone. By page. */
export const answersOf = (n: number): Readonly<Record<string, Readonly<Record<string, string>>>> => {
  const { name, nik, familyCardNumber } = testPerson(n);
  return {
    applicant: { applicantName: name, relationToHead: 'self' },
    head: { headName: name, nikStatus: 'have', nik },
    'family-card': { familyCardStatus: 'have', familyCardNumber },
    address: { address: `Jalan Uji ${n}`, rt: '1', rw: '2', village: '35.74.04.1003' },
    contact: { phone: '0812 0000 9001' },
    help: { helpNeeded: 'Bantuan pangan untuk keluarga uji.' },
  };
};

export type UltpkPorts = Ports & MemoryTenant;

export const PROBOLINGGO = TenantId.parse('kota-probolinggo');

const agency = Agency.parse({
  id: ultpk.agency,
  name: 'Dinas Sosial Uji',
  shortName: 'Dinsos',
  address: 'Jalan Contoh 13',
});
const otherAgency = Agency.parse({ ...agency, id: 'dinas-lain', name: 'Dinas Lain Uji', shortName: 'Lain' });

export async function ultpkScene(
  options: {
    readonly tenant?: TenantId;
    readonly platform?: MemoryPlatform;
    readonly seed?: string;
    readonly clock?: ReturnType<typeof fixedClock>;
    /** In place of those in memory. */
    readonly stores?: Partial<Omit<Ports, 'scans' | 'letters' | 'signer' | 'sealFiles'>>;
  } = {},
) {
  const clock = options.clock ?? fixedClock();
  const platform = options.platform ?? memoryPlatform(clock);
  const tenantId = options.tenant ?? PROBOLINGGO;
  const memory: MemoryTenant = { ...platform.open(tenantId), ...options.stores };
  const ports: UltpkPorts = { ...memory, clock, random: seededRandom(options.seed ?? tenantId) };
  const region = RegionCode.parse('35.74');
  const regions = findRegions(region);
  if (regions) await memory.directory.saveRegions(regions);
  await memory.directory.save(aTenant({ id: tenantId, region, agencies: [agency, otherAgency] }));
  const version = publishedVersion(ultpk);
  await memory.standards.saveDraft({ ...version, state: 'draft' });
  await memory.standards.publish(version, { before: { ...version, state: 'draft' } });

  const member = (n: number, role: string, changes: Partial<Membership> = {}): Membership =>
    aMember(n, { agency: ultpk.agency, roles: [role], ...changes });
  const staff = {
    frontOffice: member(1, 'frontOffice'),
    secondFrontOffice: member(2, 'frontOffice'),
    backOffice: member(3, 'backOffice'),
    facilitator: member(4, 'facilitator'),
    divisionHead: member(5, 'divisionHead'),
    manager: member(6, 'serviceManager'),
    elsewhere: member(7, 'frontOffice', { agency: otherAgency.id }),
  };
  for (const one of Object.values(staff)) await memory.staff.save(one, undefined);

  const start = async (): Promise<string> =>
    valueIn(await makeStartFiling(ports)({ service: ultpk.id })).session;

  const fill = async (session: string, answers: ReturnType<typeof answersOf>): Promise<void> => {
    for (const [page, raw] of Object.entries(answers)) {
      valueIn(await makeSaveFilingPage(ports)({ session, page, raw }));
    }
  };

  /** Sends one scan and has it checked. */
  const send = async (session: string, requirement: string, bytes: Uint8Array = aPng()) => {
    const { documentId } = valueIn(await makePrepareUpload(ports)({ session, requirement }));
    const caseId = CaseId.parse(session.split('.')[0]);
    memory.scans.arrive(caseId, documentId, bytes);
    return { documentId, checked: await makeCheckDocument(ports)({ caseId, documentId }) };
  };

  /** A filing with everything in it, not sent yet. */
  const ready = async (n: number): Promise<string> => {
    const session = await start();
    await fill(session, answersOf(n));
    await send(session, 'head-id-card');
    await send(session, 'family-card');
    return session;
  };

  const file = async (n: number): Promise<Receipt> =>
    valueIn(await makeSubmitFiling(ports)({ session: await ready(n) }));

  const seqOf = async (caseId: CaseId): Promise<number> =>
    (await memory.cases.find(caseId))?.snapshot.seq ?? 0;

  /** Completes a step of a case as it stands now. */
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
      expectedSeq: await seqOf(caseId),
      ...rest,
    });

  /** Brings one piece of evidence to an open step and has it checked. */
  const bring = async (
    member: Membership,
    caseId: CaseId,
    step: string,
    requirement: string,
    bytes: Uint8Array = aPng(),
  ) => {
    const { documentId } = valueIn(await makePrepareStepUpload(ports)({ member, caseId, step, requirement }));
    memory.scans.arrive(caseId, documentId, bytes);
    await makeCheckDocument(ports)({ caseId, documentId });
    return { requirement, document: documentId };
  };

  /** Brings one piece of everything that an open step asks its worker for. */
  const bringAll = async (member: Membership, caseId: CaseId, id: string) => {
    const evidence = ultpk.process.steps.find((step) => step.id === id)?.evidence ?? [];
    return Promise.all(evidence.map((requirement) => bring(member, caseId, id, requirement)));
  };

  /** Accepted at the counter and found in the registry: the provisional card waits to be issued. */
  const toIssue = async (n: number): Promise<Receipt> => {
    const receipt = await file(n);
    valueIn(await complete(staff.frontOffice, receipt.caseId, 'initial-verification', 'accept'));
    const raw = { registryStatus: 'listed', registrySource: 'dtsen', registryAsOf: '2026-01-31' };
    const attachments = await bringAll(staff.backOffice, receipt.caseId, 'registration');
    valueIn(
      await complete(staff.backOffice, receipt.caseId, 'registration', 'register', { raw, attachments }),
    );
    return receipt;
  };

  /** Accepted at the counter and not found in the registry: a household to be surveyed. */
  const toSurvey = async (caseId: CaseId): Promise<void> => {
    const member = staff.backOffice;
    valueIn(await complete(staff.frontOffice, caseId, 'initial-verification', 'accept'));
    const raw = { registryStatus: 'notListed', registrySource: 'dtsen', registryAsOf: '2026-01-31' };
    const attachments = await bringAll(member, caseId, 'registration');
    valueIn(await complete(member, caseId, 'registration', 'register', { raw, attachments }));
  };

  return {
    ports,
    memory,
    clock,
    platform,
    staff,
    version,
    start,
    fill,
    send,
    ready,
    file,
    seqOf,
    bring,
    bringAll,
    complete,
    toIssue,
    toSurvey,
  };
}
