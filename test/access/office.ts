// An office of the matrix: an agency with its services in force, its staff, and what people bring and make there.
import { makeStartBatch } from '@layan/application/batch/start-batch';
import { batchLockGroup } from '@layan/application/case/batch-locks';
import { makeCompleteStep } from '@layan/application/case/complete-step';
import { makePrepareStepUpload } from '@layan/application/case/prepare-step-upload';
import { makePrepareIntakeUpload } from '@layan/application/counter/prepare-intake-upload';
import { makeStartIntake } from '@layan/application/counter/start-intake';
import { makeCheckDocument } from '@layan/application/document/check-document';
import { makePrepareUpload } from '@layan/application/filing/prepare-upload';
import type { Receipt } from '@layan/application/filing/receipt';
import { makeSaveFilingPage } from '@layan/application/filing/save-filing-page';
import { makeSavePrivacy } from '@layan/application/filing/save-privacy';
import { makeStartFiling } from '@layan/application/filing/start-filing';
import { makeSubmitFiling } from '@layan/application/filing/submit-filing';
import { makePrepareDocuments } from '@layan/application/letter/prepare-documents';
import type { Membership } from '@layan/application/ports/staff';
import type { Ports } from '@layan/application/ports/surroundings';
import { type AgencyId, CaseId, type DocumentId } from '@layan/domain/kernel/ids';
import type { Standard } from '@layan/domain/standard/standard';
import { testPerson } from '@layan/testing/builders/people';
import { aPng } from '@layan/testing/builders/scans';
import type { MemoryTenant } from '@layan/testing/memory/memory-tenant';
import { answersOf, publishedVersion, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { type Cast, HERE } from './cast.ts';
import type { Services } from './services.ts';

/** In memory, or on a database whose calls are disturbed. */
export type OfficePorts = Ports & { readonly scans: Pick<MemoryTenant['scans'], 'arrive'> } & {
  readonly table: Pick<MemoryTenant['table'], 'locks'>;
};

type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Applying {
  readonly answers: Answers;
  readonly scans?: readonly string[];
  readonly secret?: boolean;
}

const asked = { registryStatus: 'notListed', registrySource: 'dtsen', registryAsOf: '2026-01-31' };

export function anOffice(
  ports: OfficePorts,
  agency: AgencyId,
  services: Services,
  cast: Cast,
  firstPerson: number,
) {
  // Cards are held once in a tenant: its agencies do not share people.
  let people = firstPerson;
  const nextPerson = (): number => {
    people += 1;
    return people;
  };
  let numbers = 0;
  const nextNumber = (): number => {
    numbers += 1;
    return numbers;
  };

  const arrive = async (caseId: CaseId, documentId: DocumentId, bytes = aPng()): Promise<void> => {
    ports.scans.arrive(caseId, documentId, bytes);
    await makeCheckDocument(ports)({ caseId, documentId });
  };

  const apply = async ({ id: service }: Standard, { answers, scans = [], secret }: Applying) => {
    const { session } = valueIn(await makeStartFiling(ports)({ service }));
    if (secret) valueIn(await makeSavePrivacy(ports)({ session, anonymous: true, confidential: true }));
    for (const [page, raw] of Object.entries(answers))
      valueIn(await makeSaveFilingPage(ports)({ session, page, raw }));
    for (const requirement of scans) {
      const { documentId } = valueIn(await makePrepareUpload(ports)({ session, requirement }));
      await arrive(CaseId.parse(session.split('.')[0]), documentId);
    }
    return valueIn(await makeSubmitFiling(ports)({ session }));
  };

  const snapshotOf = async (caseId: CaseId) => {
    const snapshot = (await ports.cases.find(caseId))?.snapshot;
    if (!snapshot) throw new Error(`no case ${caseId}`);
    return snapshot;
  };

  const complete = async (
    { caseId }: Receipt,
    member: Membership,
    [step, outcome]: readonly [string, string],
    raw: Readonly<Record<string, string>> = {},
    note?: string,
  ): Promise<void> => {
    const evidence = services.claims.process.steps.find(({ id }) => id === step)?.evidence ?? [];
    const attachments = await Promise.all(
      evidence.map(async (requirement) => {
        const prepared = await makePrepareStepUpload(ports)({ member, caseId, step, requirement });
        const { documentId: document } = valueIn(prepared);
        await arrive(caseId, document);
        return { requirement, document };
      }),
    );
    const expectedSeq = (await snapshotOf(caseId)).seq;
    const input = { member, caseId, step, outcome, raw, attachments, expectedSeq };
    valueIn(await makeCompleteStep(ports)({ ...input, ...(note !== undefined && { note }) }));
  };

  /** A household asks for a card. */
  const claim = (area: string = HERE): Promise<Receipt> => {
    const answers = answersOf(nextPerson());
    const address = { ...answers.address, village: area };
    return apply(services.claims, {
      answers: { ...answers, address },
      scans: ['head-id-card', 'family-card'],
    });
  };
  const accepted = async (area?: string): Promise<Receipt> => {
    const receipt = await claim(area);
    await complete(receipt, cast('frontOffice'), ['initial-verification', 'accept']);
    return receipt;
  };
  const toSurvey = async (area?: string): Promise<Receipt> => {
    const receipt = await accepted(area);
    await complete(receipt, cast('backOffice'), ['registration', 'register'], asked);
    return receipt;
  };
  const withCard = async (area?: string): Promise<Receipt> => {
    const receipt = await accepted(area);
    const listed = { ...asked, registryStatus: 'listed' };
    await complete(receipt, cast('backOffice'), ['registration', 'register'], listed);
    await complete(receipt, cast('backOffice'), ['issue-bestari', 'issue']);
    return receipt;
  };

  /** Somebody asks for a letter, which is written by step as far as wanted. */
  const letter = async (until: 'asked' | 'frozen'): Promise<Receipt> => {
    const { name } = testPerson(nextPerson());
    const receipt = await apply(services.letters, {
      answers: { satu: { name, village: HERE, married: 'false' } },
      scans: ['id-card'],
    });
    if (until === 'asked') return receipt;
    await complete(receipt, cast('officer'), ['draft', 'written'], { result: 'poor', size: '2' });
    await complete(receipt, cast('section'), ['review', 'pass']);
    await complete(receipt, cast('secretary'), ['initial', 'initial']);
    const { caseId } = receipt;
    const origin = 'https://kota-contoh.layan.example';
    await makePrepareDocuments({ ...ports, origin, drawLetter: async () => Buffer.from('%PDF-1.7') })({
      caseId,
    });
    return receipt;
  };

  const complaint = (secret: boolean): Promise<Receipt> => {
    const { name } = testPerson(nextPerson());
    const phone = '0812 0000 9001';
    const satu = { name, phone, topic: 'Lampu jalan', place: 'Pasar', mail: '', spot: '' };
    return apply(services.complaints, { answers: { satu }, secret });
  };

  const proposal = (area: string = HERE): Promise<Receipt> => {
    const { name, nik } = testPerson(nextPerson());
    return apply(services.proposals, { answers: { satu: { name, nik, place: area, reason: 'Alasan uji' } } });
  };
  const batch = async (area: string = HERE): Promise<{ readonly caseId: CaseId; readonly line: CaseId }> => {
    const { caseId: line } = await proposal(area);
    const member = { ...cast('village'), areas: [] };
    // A village has one batch at a time; here it has as many as there are questions about batches.
    for (const name of ports.table.locks.keys())
      if (name.startsWith(batchLockGroup(services.batches))) ports.table.locks.delete(name);
    const raw = { period: '2026-02' };
    const started = await makeStartBatch(ports)({
      member,
      standard: services.batches.id,
      cases: [line],
      raw,
    });
    return { caseId: valueIn(started).caseId, line };
  };

  /** What somebody types in for who stands before them. */
  const intake = async (member: Membership) => {
    const begun = valueIn(await makeStartIntake(ports)({ member, standard: services.claims.id }));
    const { caseId } = begun;
    const requirement = 'head-id-card';
    const { documentId } = valueIn(await makePrepareIntakeUpload(ports)({ member, caseId, requirement }));
    await arrive(caseId, documentId);
    const { revision } = (await ports.filings.find(caseId))?.filing ?? begun;
    return { caseId, documentId, revision };
  };

  return {
    ...{ ports, agency, services, cast, nextPerson, nextNumber, snapshotOf, arrive, apply, complete },
    ...{ claim, accepted, toSurvey, withCard, letter, complaint, proposal, batch, intake },
  };
}

export type Office = ReturnType<typeof anOffice>;

/** Publishes the services of an office and takes its staff on. */
export async function openOffice({ ports, services }: Office, members: readonly Membership[]): Promise<void> {
  for (const standard of Object.values(services)) {
    const version = publishedVersion(standard);
    const draft = { ...version, state: 'draft' as const };
    await ports.standards.saveDraft(draft);
    await ports.standards.publish(version, { before: draft });
  }
  for (const member of members) await ports.staff.save(member, undefined);
}
