// What an operation is about: made anew for every question that may change it, in an office, an area, by an owner.
import { makeAddClosure } from '@layan/application/calendar/add-closure';
import { makeAddSpecialHours } from '@layan/application/calendar/special-hours';
import { makeClaimTask } from '@layan/application/case/claim-task';
import { makeSuspendCase } from '@layan/application/case/hold-case';
import { sha256 } from '@layan/application/kernel/sha256';
import type { Membership } from '@layan/application/ports/staff';
import { makeAnswerRequest } from '@layan/application/privacy/answer-request';
import { makeHoldForLaw } from '@layan/application/privacy/list-retention';
import { makeGetPrivacyTerms } from '@layan/application/privacy/privacy-terms';
import { makeRecordRequest } from '@layan/application/privacy/record-request';
import { registerIdOf } from '@layan/application/register/agency-products';
import { makeImportRows } from '@layan/application/register/import-rows';
import { makeStartImport } from '@layan/application/register/start-import';
import { makeAdoptTemplate } from '@layan/application/standard/adopt-template';
import { type CaseId, StandardId } from '@layan/domain/kernel/ids';
import { contentHash } from '@layan/domain/standard/content-hash';
import { StandardVersion } from '@layan/domain/standard/standard-version';
import { library } from '@layan/standards/library';
import { aMember } from '@layan/testing/builders/a-tenant';
import { caseIdOf, documentIdOf, minute, staffIdOf } from '@layan/testing/builders/ids';
import { oldCard, registerMapping } from '@layan/testing/scenes/old-register';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import type { Office } from './office.ts';

/** Everything a path, a query or a body may name. What a thing has not, nobody has: ids of the right shape that exist nowhere. */
export const nothingKnown = {
  ...{ caseId: caseIdOf(99_999), line: caseIdOf(99_998), documentId: documentIdOf(99_999) },
  ...{ memberId: staffIdOf(99_999), productId: 'z'.repeat(26), cardId: 'z'.repeat(26) },
  ...{ letterId: 'z'.repeat(26), importId: 'z'.repeat(26), standardId: 'layanan-entah' },
  ...{ standard: 'layanan-entah', readingId: 'tidak-ada', ticket: '0000-0000-0', number: '000/TIDAK-ADA' },
  ...{ hash: '0'.repeat(64), product: 'tidak-ada', register: 'tidak-ada', channel: 'box', position: '7' },
  ...{ requestId: 'z'.repeat(26), step: 'tidak-ada', task: 'tidak-ada.1', form: 'tidak-ada' },
  ...{ secret: '00000-00000' },
  ...{ date: '2026-05-05', from: '2026-06-01', seq: 1, revision: 1, version: 1 },
} as const;

export type Thing = Readonly<Record<keyof typeof nothingKnown, string | number>>;
type Made = Partial<Thing>;

interface Where {
  readonly area?: string;
  /** Whoever began it, where a thing is one person's. */
  readonly owner: Membership;
}

/** One of the national library, which is everybody's. */
export const TEMPLATE = 'kota-probolinggo-ultpk';

export const week = [[{ from: '08:00', to: '12:00' }], [], [], [], [], [], []];

/** Working days, so that they can be closed. */
export const daysAfter = (date: string, days: number): string => {
  const week = Math.floor(days / 5);
  return new Date(Date.parse(date) + (week * 7 + (days % 5) + 2) * 86_400_000).toISOString().slice(0, 10);
};

type Make = (office: Office, where: Where) => Promise<Made>;

const ofCase = async (
  { snapshotOf, ports }: Office,
  { caseId, ticket }: { readonly caseId: CaseId; readonly ticket?: string },
): Promise<Made> => {
  const { seq, tasks, products } = await snapshotOf(caseId);
  const file = await ports.cases.findFile(caseId);
  const [task] = tasks;
  const product = products.at(-1);
  return {
    ...{ caseId, seq, documentId: file?.documents[0]?.id ?? nothingKnown.documentId },
    ...(ticket !== undefined && { ticket }),
    ...(task && { task: task.id, step: task.step }),
    ...(product && { productId: product.id, letterId: product.id, cardId: product.id }),
    ...(product?.number !== undefined && { number: product.number }),
  };
};

/** A version of a standard of the office that nobody runs, in a state of its life. */
const aVersion = async (
  { ports, services, nextNumber }: Office,
  state: 'draft' | 'consultation' | 'approved' | 'published',
  of: 'letters' | 'claims' = 'letters',
): Promise<Made> => {
  const id = StandardId.parse(`rancangan-${nextNumber()}-${services.letters.agency}`);
  const standard = { ...services[of], id };
  const day = { from: '2026-02-01', until: '2026-02-03' };
  const version = StandardVersion.parse({
    ...{ standard, version: 1, hash: contentHash(standard, sha256), state, confirmations: {} },
    createdAt: minute(0),
    ...(state === 'published' && { publishedAt: minute(0) }),
    ...(state === 'consultation' && { consultation: day }),
  });
  const draft = { ...version, state: 'draft' as const };
  await ports.standards.saveDraft(state === 'published' ? draft : version);
  if (state === 'published') await ports.standards.publish(version, { before: draft });
  const { hash } = version;
  const readingId = standard.readings[0]?.id ?? nothingKnown.readingId;
  return { standardId: id, standard: id, version: 1, hash, readingId };
};

const anImport = async ({ ports, services, cast, nextPerson }: Office) => {
  const member = cast('manager');
  const n = nextPerson();
  const fingerprint = String(n).padStart(64, '0');
  const record = valueIn(
    await makeStartImport(ports)({
      ...{ member, standard: services.claims.id, fileName: 'buku.xlsx', rows: 3, fingerprint },
      mapping: registerMapping,
    }),
  );
  const number = `LAMA/${n}/${services.claims.id.length}`;
  const rows = [
    { line: 2, cells: oldCard(n, { number }) },
    { line: 3, cells: oldCard(n, { number: '' }) },
  ];
  valueIn(await makeImportRows(ports)({ member, importId: record.id, from: 1, rows }));
  return { importId: record.id, number, position: '2' };
};

/** Its holder names the secret again when they fetch the copy. */
const aSubjectRequest = async (office: Office) => {
  const { ticket, secret } = await office.claim();
  const member = office.cast('protectionOfficer');
  const whose = { by: 'ticket', ticket, secret } as const;
  const recorded = await makeRecordRequest(office.ports)({
    ...{ member, kind: 'access' as const, whose, identity: 'identity-card' as const },
  });
  return { requestId: valueIn(recorded).id, secret };
};

export const makers = {
  /** What is nobody's in particular: lists, settings, the tenant's calendar. */
  nothing: async () => ({}),
  claim: async (office, { area }) => ofCase(office, await office.claim(area)),
  /** Taken by the front office. */
  held: async (office) => {
    const receipt = await office.claim();
    const { seq, task } = await ofCase(office, receipt);
    const member = office.cast('frontOffice');
    const claim = { member, caseId: receipt.caseId, task: String(task), expectedSeq: Number(seq) };
    valueIn(await makeClaimTask(office.ports)(claim));
    return ofCase(office, receipt);
  },
  survey: async (office, { area }) => ({
    ...(await ofCase(office, await office.toSurvey(area))),
    memberId: office.cast('facilitator').id,
  }),
  card: async (office, { area }) => ofCase(office, await office.withCard(area)),
  request: async (office) => ofCase(office, await office.letter('asked')),
  pausedRequest: async (office) => {
    const receipt = await office.letter('asked');
    const { caseId } = receipt;
    const expectedSeq = (await office.snapshotOf(caseId)).seq;
    const member = office.cast('officer');
    const given = { member, caseId, suspension: 'hold', expectedSeq, note: 'Menunggu pejabat.' };
    valueIn(await makeSuspendCase(office.ports)(given));
    return ofCase(office, receipt);
  },
  letter: async (office) => ({
    ...(await ofCase(office, await office.letter('frozen'))),
    memberId: office.cast('deputy').id,
  }),
  proposal: async (office, { area }) => {
    const made = await ofCase(office, await office.proposal(area));
    return { ...made, standard: office.services.batches.id };
  },
  batch: async (office, { area }) => {
    const { caseId, line } = await office.batch(area);
    return { ...(await ofCase(office, { caseId })), line };
  },
  intake: async (office, { owner }) => office.intake(owner),
  service: async ({ services }) => ({ standardId: services.claims.id, standard: services.claims.id }),
  batchService: async ({ services }) => ({ standard: services.batches.id }),
  box: async ({ services }) => ({ standardId: services.complaints.id }),
  member: async ({ ports, agency, nextNumber }) => {
    const member = aMember(5000 + nextNumber() + agency.length * 1000, { agency, roles: ['officer'] });
    const pool = { email: member.email, name: member.name };
    const id = await ports.accounts.invite(pool);
    const known = { ...member, id: id.ok ? id.value : member.id };
    await ports.staff.save(known, undefined);
    return { memberId: known.id, revision: 1 };
  },
  formerMember: async ({ ports, agency, nextNumber }) => {
    const changes = { agency, roles: ['officer'], state: 'deactivated' as const };
    const member = aMember(7000 + nextNumber() + agency.length * 1000, changes);
    const id = await ports.accounts.invite({ email: member.email, name: member.name });
    const known = { ...member, id: id.ok ? id.value : member.id };
    await ports.staff.save(known, undefined);
    return { memberId: known.id, revision: 1 };
  },
  draft: (office) => aVersion(office, 'draft'),
  draftWithReadings: (office) => aVersion(office, 'draft', 'claims'),
  consulted: (office) => aVersion(office, 'consultation'),
  approved: (office) => aVersion(office, 'approved'),
  published: (office) => aVersion(office, 'published'),
  adopted: async ({ ports, cast, nextNumber }) => {
    const standardId = StandardId.parse(`salinan-${nextNumber()}-${cast('manager').agency}`);
    const input = { member: cast('manager'), template: TEMPLATE, standardId };
    const taken = valueIn(await makeAdoptTemplate(ports, async () => library)(input));
    return { standardId, version: taken.version.version, hash: taken.version.hash };
  },
  import: anImport,
  oldCard: async (office) => {
    const { number } = await anImport(office);
    const { agency } = office;
    const product = office.services.claims.process.products.find(({ id }) => id === 'bestari-card');
    if (!product) throw new Error('no card');
    const named = { agency, product: registerIdOf(product), number };
    const found = await office.ports.products.findByNumber(named);
    if (found === undefined) throw new Error(`no card ${number}`);
    return { cardId: found, number, revision: 1 };
  },
  subjectRequest: async (office) => ({ ...(await aSubjectRequest(office)), revision: 1 }),
  grantedRequest: async (office) => {
    const asked = await aSubjectRequest(office);
    const member = office.cast('protectionOfficer');
    const given = { member, request: asked.requestId, answer: 'grant' as const, revision: 1 };
    valueIn(await makeAnswerRequest(office.ports)(given));
    return { ...asked, revision: 2 };
  },
  /** Kept from destruction. */
  caseOnHold: async (office) => {
    const { caseId, ticket } = await office.claim();
    const member = office.cast('protectionOfficer');
    valueIn(await makeHoldForLaw(office.ports)({ member, ticket, reason: 'Diminta pengadilan.' }));
    return { caseId };
  },
  privacyTerms: async ({ ports, cast }) => {
    const member = cast('protectionOfficer');
    return { version: valueIn(await makeGetPrivacyTerms(ports)({ member })).version };
  },
  cardRegister: async (office) => ({
    product: office.services.claims.process.products[0]?.id ?? nothingKnown.product,
  }),
  letterRegister: async () => ({ register: 'surat-keluar' }),
  letterSettings: async ({ ports }) => ({ revision: (await ports.directory.findForChange())?.revision ?? 0 }),
  closure: async ({ ports, cast, nextNumber }) => {
    const date = daysAfter('2026-02-28', nextNumber());
    valueIn(await makeAddClosure(ports)({ member: cast('manager'), date, name: 'Libur uji' }));
    return { date };
  },
  specialHours: async ({ ports, cast, nextNumber }) => {
    const from = daysAfter('2026-08-31', nextNumber());
    const period = { from, to: from, name: 'Jam uji', office: week, counter: week };
    valueIn(await makeAddSpecialHours(ports)({ member: cast('manager'), ...period }));
    return { from };
  },
} as const satisfies Record<string, Make>;

export type Kind = keyof typeof makers;

export const make = async (kind: Kind, office: Office, where: Where): Promise<Thing> => ({
  ...nothingKnown,
  ...(await makers[kind](office, where)),
});

/** The thing as if nobody had it: its ids are of nothing, all else is as it was. */
export const unknownOf = (thing: Thing): Thing => {
  const { seq, revision, version, hash } = thing;
  return { ...nothingKnown, seq, revision, version, hash };
};
