// A service that writes letters, in memory: people of every tier, cases before each of them, and what the queue does.

import { caseChange, snapshotAfter } from '@layan/application/case/case-change';
import { makeCompleteStep } from '@layan/application/case/complete-step';
import { runCommand } from '@layan/application/case/run-command';
import { sha256 } from '@layan/application/kernel/sha256';
import { makePrepareDocuments } from '@layan/application/letter/prepare-documents';
import { makeSkipTiers } from '@layan/application/letter/skip-tiers';
import type { CaseRecord } from '@layan/application/ports/cases';
import type { Membership } from '@layan/application/ports/staff';
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import { caseSeal } from '@layan/application/sealing/case-seal';
import type { By, CaseCommand } from '@layan/domain/case/command';
import { decideFiling } from '@layan/domain/case/decide-filing';
import { defaultCalendar } from '@layan/domain/deadline/default-calendar';
import type { Clock } from '@layan/domain/kernel/clock';
import type { CaseId } from '@layan/domain/kernel/ids';
import { RegionCode } from '@layan/domain/kernel/ids';
import { indexOf } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import type { Agency } from '@layan/domain/tenant/tenant';
import { letterService } from '@layan/domain/testing/a-letter-service';
import { aMember, aTenant } from '../builders/a-tenant.ts';
import { AGENCY, caseIdOf, ticketOf } from '../builders/ids.ts';
import { testPerson } from '../builders/people.ts';
import { fixedClock } from '../fixed-clock.ts';
import { memoryTenant } from '../memory/memory-tenant.ts';
import { seededRandom } from '../seeded-random.ts';
import { publishedVersion } from './ultpk-scene.ts';

type Letters = NonNullable<Agency['letters']>;

const official = (position: string, n: number) => ({
  position,
  nameWithTitles: `Pejabat Uji ${n}, S.Sos.`,
  nip: `19800101200501100${n}`,
  rank: 'Pembina, IV/a',
});

export const people = {
  writer: aMember(1, { name: 'Penulis Uji', roles: ['officer'] }),
  section: aMember(2, { name: 'Kasi Uji', roles: ['section'] }),
  secretary: aMember(3, { name: 'Sekretaris Uji', roles: ['secretary'] }),
  chief: aMember(4, { name: 'Kepala Uji', roles: ['head'], official: official('Kepala Dinas Uji', 4) }),
  deputy: aMember(5, { name: 'Wakil Uji', roles: ['deputy'], official: official('Wakil Kepala', 5) }),
  manager: aMember(6, { name: 'Manajer Uji', roles: ['serviceManager'] }),
} as const satisfies Record<string, Membership>;

export const pdf = (text: string): Uint8Array => new TextEncoder().encode(`%PDF ${text}`);

export interface SigningSceneOptions {
  readonly standard?: Standard;
  readonly letters?: Letters;
  /** Stores to be used instead of those in memory. */
  readonly openStores?: (clock: Clock) => Promise<Partial<TenantPorts>>;
}

export async function signingScene({
  standard = letterService,
  letters = { unitCode: '427.64', signing: 'seal' },
  openStores = async () => ({}),
}: SigningSceneOptions = {}) {
  const clock = fixedClock();
  const memory = memoryTenant(clock);
  const ports = { ...memory, ...(await openStores(clock)), clock, random: seededRandom('letters') };
  const tenant = aTenant();
  await ports.directory.save({
    ...tenant,
    agencies: tenant.agencies.map((agency) => (agency.id === AGENCY ? { ...agency, letters } : agency)),
  });
  const version = publishedVersion(standard);
  const draft = { ...version, state: 'draft' as const };
  await ports.standards.saveDraft(draft);
  await ports.standards.publish(version, { before: draft });
  for (const member of Object.values(people)) await ports.staff.save(member, undefined);
  await memory.ensureSigning('arn:sign');

  const found = async (caseId: CaseId): Promise<CaseRecord> => {
    const record = await ports.cases.find(caseId);
    if (!record) throw new Error(`no case ${caseId}`);
    return record;
  };
  const run = async (caseId: CaseId, command: CaseCommand, by: By) =>
    runCommand(ports, version.standard, await found(caseId), command, by);
  const drawn: unknown[] = [];
  const worker = {
    ...ports,
    signer: memory.signer,
    letters: memory.letters,
    origin: 'https://kota-uji.layan.example',
    drawLetter: async (artwork: { readonly number?: string }) => {
      drawn.push(artwork);
      return pdf(artwork.number ?? '');
    },
  };
  /** What the queue does for a case. */
  const settle = async (caseId: CaseId) => ({
    skipped: await makeSkipTiers(worker)({ caseId }),
    ...(await makePrepareDocuments(worker)({ caseId })),
  });
  const complete = makeCompleteStep(ports);
  /** Completes a step as the console does. */
  const step = async (
    caseId: CaseId,
    member: Membership,
    [name, outcome]: readonly [string, string],
    more: Partial<Parameters<typeof complete>[0]> = {},
  ) => {
    const { seq } = (await found(caseId)).snapshot;
    return complete({ member, caseId, step: name, outcome, raw: {}, expectedSeq: seq, ...more });
  };
  const mustStep = async (...given: Parameters<typeof step>): Promise<void> => {
    const done = await step(...given);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  };

  /** The request of test person n. */
  const file = async (n: number): Promise<CaseId> => {
    const id = caseIdOf(n);
    const key = await ports.vault.newKey(id);
    const seal = caseSeal(ports.vault, key, id);
    const values = { name: testPerson(n).name, village: '35.74.01.1001', married: false };
    const filed = decideFiling(
      version.standard,
      {
        type: 'fileCase',
        caseId: id,
        standard: { id: version.standard.id, version: version.version, hash: version.hash },
        ticket: ticketOf(n),
        channel: 'portal',
        facts: await seal.sealFacts(indexOf(version.standard.process).facts, values),
        attachments: [{ requirement: 'id-card', paper: true }],
        area: RegionCode.parse('35.74.01.1001'),
      },
      {
        now: clock.now(),
        by: { party: 'staff', member: { ...people.writer } },
        calendar: defaultCalendar('Asia/Jakarta'),
        newId: () => `surat-${n}`,
        nextPlace: () => ({ year: 2026, sequence: 1 }),
        hash: sha256,
      },
    );
    if (!filed.ok) throw new Error(JSON.stringify(filed.error));
    const change = await caseChange(ports.vault, version.standard, {
      after: {
        snapshot: snapshotAfter(version.standard, undefined, filed.value),
        key,
        secretIndex: 'secret',
        displayName: await seal.sealText('display', values.name),
      },
      events: filed.value,
      people: [],
    });
    if (!change.ok) throw new Error(JSON.stringify(change.error));
    const committed = await ports.cases.commit(change.value);
    if (!committed.ok) throw new Error(JSON.stringify(committed.error));
    return id;
  };
  /** The draft of case n stands before the secretary. */
  const drafted = async (n: number): Promise<CaseId> => {
    const id = await file(n);
    await mustStep(id, people.writer, ['draft', 'written'], { raw: { result: 'poor', size: '2' } });
    await mustStep(id, people.section, ['review', 'pass']);
    return id;
  };
  const frozen = async (n: number): Promise<CaseId> => {
    const id = await drafted(n);
    await mustStep(id, people.secretary, ['initial', 'initial']);
    return id;
  };
  const letterOf = async (caseId: CaseId) => {
    const record = (await found(caseId)).snapshot.products.at(-1);
    if (!record) throw new Error('there is no letter');
    return record;
  };
  /** Somebody is away on these days. */
  const isAway = async (member: Membership, from: string, to: string): Promise<void> => {
    const now = await ports.staff.find(member.id);
    if (!now) throw new Error('nobody');
    await ports.staff.save({ ...now, away: [{ from, to }], revision: now.revision + 1 }, now.revision);
  };
  return {
    ...{ clock, memory, ports, worker, version, drawn, people },
    ...{ found, run, settle, step, mustStep, file, drafted, frozen, letterOf, isAway },
  };
}
