// Two services of one agency in memory: a request whose inspection is a case of the other service, and cases of both.

import { caseChange, snapshotAfter } from '@layan/application/case/case-change';
import { runCommand } from '@layan/application/case/run-command';
import { sha256 } from '@layan/application/kernel/sha256';
import type { CaseRecord } from '@layan/application/ports/cases';
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import { caseSeal } from '@layan/application/sealing/case-seal';
import type { By, CaseCommand, FileCase } from '@layan/domain/case/command';
import { decideFiling } from '@layan/domain/case/decide-filing';
import { defaultCalendar } from '@layan/domain/deadline/default-calendar';
import type { Clock } from '@layan/domain/kernel/clock';
import type { CaseId } from '@layan/domain/kernel/ids';
import { StandardId } from '@layan/domain/kernel/ids';
import { indexOf } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import {
  aFact,
  aForm,
  anEnding,
  anOutcome,
  aRoute,
  aStandard,
  aStep,
  aTask,
  basis,
  portal,
} from '@layan/domain/testing/a-standard';
import { aTenant } from '../builders/a-tenant.ts';
import { caseIdOf, staffIdOf, ticketOf } from '../builders/ids.ts';
import { testPerson } from '../builders/people.ts';
import { fixedClock } from '../fixed-clock.ts';
import { memoryTenant } from '../memory/memory-tenant.ts';
import { seededRandom } from '../seeded-random.ts';
import { publishedVersion } from './ultpk-scene.ts';

const { role, ...inspect } = aStep(
  'inspect',
  ['asked'],
  [anOutcome('passed', ['back'], { endings: ['granted'] }), anOutcome('failed', ['refused'])],
  {
    kind: 'subcase',
    subcase: {
      service: 'pemeriksaan-uji',
      channel: 'internal',
      carries: { holder: 'name', wish: 'wish' },
      feeds: { safe: 'result', remark: 'remark' },
    },
  },
);

const personal = { privacy: 'identifying' } as const;

export const request: Standard = aStandard({
  facts: [aFact('name', 'text', personal), aFact('safe'), aFact('remark', 'text', { privacy: 'specific' })],
  forms: [
    aForm('request', [
      { fact: 'name', required: true },
      { fact: 'wish', required: false },
    ]),
  ],
  channels: [{ ...portal, form: 'request' }],
  steps: [
    aTask('work', ['filed'], ['asked']),
    inspect,
    aRoute(
      'judge',
      ['back'],
      [
        anOutcome('unsaid', ['refused'], { when: { not: { known: 'safe' } } }),
        anOutcome('safe', ['finished'], { when: { fact: 'safe', is: true } }),
        anOutcome('unsafe', ['refused'], { when: { fact: 'safe', is: false } }),
      ],
    ),
  ],
  endings: [
    anEnding('granted', ['finished']),
    { ...anEnding('refused', ['refused']), kind: 'refused' },
    { ...anEnding('withdrawn', ['withdrawn']), kind: 'withdrawn' },
  ],
  interruptions: [
    {
      id: 'withdraw',
      label: 'Cabut',
      role: 'officer',
      note: 'none',
      to: ['withdrawn'],
      citizen: 'Permohonan dicabut.',
      basis,
    },
  ],
  suspensions: [
    {
      id: 'hold',
      label: 'Tunda',
      role: 'officer',
      limit: { amount: 5, unit: 'working_day' },
      calendar: 'office',
      atMost: 1,
      citizen: 'Berkas Anda kami tunda.',
      basis,
    },
  ],
});

export const inspection: Standard = {
  ...aStandard({
    facts: [
      aFact('holder', 'text', personal),
      aFact('result'),
      aFact('remark', 'text', { privacy: 'specific' }),
    ],
    forms: [
      aForm('order', [
        { fact: 'holder', required: true },
        { fact: 'wish', required: false },
      ]),
      aForm('finding', [
        { fact: 'result', required: true },
        { fact: 'remark', required: false },
      ]),
    ],
    channels: [{ ...portal, id: 'internal', kind: 'other', form: 'order' }],
    steps: [
      aStep('look', ['filed'], [anOutcome('done', ['finished']), anOutcome('refuse', ['refused'])], {
        form: 'finding',
      }),
    ],
    endings: [anEnding('granted', ['finished']), { ...anEnding('refused', ['refused']), kind: 'refused' }],
  }),
  id: StandardId.parse('pemeriksaan-uji'),
};

const officer: By = {
  party: 'staff',
  member: { id: staffIdOf(1), name: 'Petugas Uji 1', roles: ['officer'], areas: [] },
};

/** Both services are published, unless the inspection is left out. */
export async function subcaseScene(
  services: readonly Standard[] = [request, inspection],
  /** Stores to be used instead of those in memory. */
  openStores: (clock: Clock) => Promise<Partial<TenantPorts>> = async () => ({}),
) {
  const clock = fixedClock();
  const memory = memoryTenant(clock);
  const ports = { ...memory, ...(await openStores(clock)), clock, random: seededRandom('subcase') };
  await ports.directory.save(aTenant());
  const versions = services.map((standard) => publishedVersion(standard));
  for (const version of versions) {
    const draft = { ...version, state: 'draft' as const };
    await ports.standards.saveDraft(draft);
    await ports.standards.publish(version, { before: draft });
  }
  const found = async (caseId: CaseId): Promise<CaseRecord> => {
    const record = await ports.cases.find(caseId);
    if (!record) throw new Error(`no case ${caseId}`);
    return record;
  };
  const sealOf = async (caseId: CaseId) => caseSeal(ports.vault, (await found(caseId)).key, caseId);
  const run = async (caseId: CaseId, command: CaseCommand, by: By = officer): Promise<void> => {
    const record = await found(caseId);
    const { standard } = await ports.standards.getPinned(record.snapshot.standard);
    const ran = await runCommand(ports, standard, record, command, by);
    if (!ran.ok) throw new Error(JSON.stringify(ran.error));
  };
  /** Completes a step with these facts, sealed as the case seals them. */
  const complete = async (caseId: CaseId, step: string, outcome: string, values = {}): Promise<void> => {
    const { snapshot } = await found(caseId);
    const { standard } = await ports.standards.getPinned(snapshot.standard);
    const facts = await (await sealOf(caseId)).sealFacts(indexOf(standard.process).facts, values);
    await run(caseId, { type: 'completeStep', step, outcome, facts, attachments: [] });
  };
  /** The request of test person n. */
  const file = async (n: number, more: Partial<FileCase> = {}): Promise<CaseId> => {
    const [version] = versions;
    if (!version) throw new Error('no service');
    const id = caseIdOf(n);
    const key = await ports.vault.newKey(id);
    const seal = caseSeal(ports.vault, key, id);
    const { standard } = version;
    const values = { name: testPerson(n).name, wish: true };
    const command: FileCase = {
      type: 'fileCase',
      caseId: id,
      standard: { id: standard.id, version: version.version, hash: version.hash },
      ticket: ticketOf(n),
      channel: 'portal',
      facts: await seal.sealFacts(indexOf(standard.process).facts, values),
      attachments: [],
      ...more,
    };
    const filed = decideFiling(standard, command, {
      now: clock.now(),
      by: { party: 'applicant' },
      calendar: defaultCalendar('Asia/Jakarta'),
      newId: () => 'kartu-1',
      nextPlace: () => ({ year: 2026, sequence: 1 }),
      hash: sha256,
    });
    if (!filed.ok) throw new Error(JSON.stringify(filed.error));
    const change = await caseChange(ports.vault, standard, {
      after: {
        snapshot: snapshotAfter(standard, undefined, filed.value),
        key,
        secretIndex: `secret-${n}`,
        displayName: await seal.sealText('display', testPerson(n).name),
      },
      events: filed.value,
    });
    if (!change.ok || !(await ports.cases.commit(change.value)).ok) throw new Error('not filed');
    return id;
  };
  /** The same, and its inspection waits. */
  const waiting = async (n: number, more: Partial<FileCase> = {}): Promise<CaseId> => {
    const id = await file(n, more);
    await complete(id, 'work', 'done');
    return id;
  };
  return { clock, memory, ports, found, sealOf, run, complete, file, waiting };
}
