// A person who is known in every place there is, erased at their wish; then everything is looked through with every key that
// is left.
import { makeEraseTraces } from '@layan/application/erasure/erase-traces';
import { makeFinishErasures } from '@layan/application/erasure/finish-erasures';
import { makeSubmitFiling } from '@layan/application/filing/submit-filing';
import type { TenantPorts } from '@layan/application/ports/tenant-ports';
import type { Vault } from '@layan/application/ports/vault';
import { makeAnswerRequest } from '@layan/application/privacy/answer-request';
import { makeAskAboutData } from '@layan/application/privacy/own-requests';
import { makeRecordRequest } from '@layan/application/privacy/record-request';
import { makeRunOnce } from '@layan/application/recorded/run-once';
import { answerId } from '@layan/application/subcase/subcase-id';
import { makeTrackCase } from '@layan/application/tracking/track-case';
import { officerRole } from '@layan/domain/case/authority';
import { CaseId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { aMember } from '@layan/testing/builders/a-tenant';
import { testPerson } from '@layan/testing/builders/people';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryCaseFiles } from '@layan/testing/memory/memory-erasure';
import { oldCard, takeOver } from '@layan/testing/scenes/old-register';
import { answersOf, type UltpkPorts, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { storesOnDynamo } from '@layan/testing/stores-on-dynamo';
import { afterAll, expect, it } from 'vitest';
import { recordedPorts } from './recorded-ports.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);

const patience = { timeout: 120_000 };
const person = testPerson(1);
const phone = '0813 0000 9077';
const address = 'Gang Kenari Uji 1';
const canaries = [person.nik, person.familyCardNumber, person.name, '81300009077', address];

async function city() {
  const clock = fixedClock();
  const { table, storesOn, stores, dump } = await storesOnDynamo(dynamo, clock);
  const scene = await ultpkScene({ stores, clock });
  const ports: UltpkPorts = {
    ...scene.ports,
    recorded: recordedPorts({ table, clock }, () => ports, storesOn),
  };
  const officer = aMember(31, { agency: scene.staff.manager.agency, roles: [officerRole] });
  return { scene, ports, officer, dump, caseFiles: memoryCaseFiles() };
}

type City = Awaited<ReturnType<typeof city>>;

const typed = () => {
  const answers = answersOf(1);
  return {
    ...answers,
    address: { ...answers['address'], address },
    contact: { ...answers['contact'], phone },
  };
};

/** Something staff did to `of`, whose answer says who somebody is. */
async function answered({ ports, scene }: City, of: string, clientKey: string) {
  const { frontOffice: member } = scene.staff;
  const input = { operation: 'save-intake', member, key: clientKey, body: {}, resumes: false, of };
  const work = async (recorded: TenantPorts) => {
    const now = await recorded.staff.find(member.id);
    if (!now) return err('nobody' as const);
    await recorded.staff.save({ ...now, revision: now.revision + 1 }, now.revision);
    return ok(JSON.stringify({ name: person.name, nik: person.nik }));
  };
  const done = await makeRunOnce(ports)(input, { work, isOfRights: () => false });
  expect(done.ok).toBe(true);
}

/** Everything sealed anywhere, opened with every key that lies anywhere and for whatever it may be bound to. */
async function openable(vault: Vault, text: string): Promise<string> {
  const recorded = [...new Set(text.match(/save-intake:[\w-]+:[\w-]+/g))];
  const owners = [
    ...(text.match(/\b[0-9a-hjkmnp-tv-z]{26}\b/g) ?? []),
    ...(await Promise.all(recorded.map((key) => answerId(vault, key)))),
  ];
  const names = [...text.matchAll(/"([\w:-]+)":\{"sealed"/g)].map(([, field = '']) => field);
  const rows = Array.from({ length: 9 }, (_, n) => `row:${n}`);
  const fields = new Set([
    ...names,
    ...rows,
    'display',
    'note',
    'secret',
    'reason',
    'file',
    'subject',
    'answer',
  ]);
  const sealed = new Set(text.match(/v1\.[\w-]{38,}/g));
  const found: string[] = [];
  for (const key of new Set(text.match(/v2\.[A-Za-z0-9]+\.[\w-]+/g)))
    for (const caseId of new Set(owners.map((id) => CaseId.parse(id)))) {
      if (!(await vault.rewrap(key, caseId)).ok) continue;
      for (const one of sealed)
        for (const field of fields) {
          const opened = await vault.open(key, { caseId, field }, { sealed: one });
          if (opened.ok) found.push(opened.value);
        }
    }
  return found.join('\n');
}

it('is nowhere any more, whatever key is tried', patience, async () => {
  const opened = await city();
  const { scene, ports, officer, dump, caseFiles } = opened;
  const { staff } = scene;
  const session = await scene.start();
  await scene.fill(session, typed());
  await scene.send(session, 'head-id-card');
  await scene.send(session, 'family-card');
  const receipt = valueIn(await makeSubmitFiling(ports)({ session }));
  const { caseId } = receipt;
  valueIn(
    await scene.complete(staff.frontOffice, caseId, 'initial-verification', 'refer', {
      note: `${person.name} diarahkan ke dinas lain.`,
    }),
  );
  // A form that was begun and never sent, with a scan; another person's beside it.
  const draft = await scene.start();
  await scene.fill(draft, typed());
  await scene.send(draft, 'head-id-card');
  const form = CaseId.parse(draft.split('.')[0]);
  await scene.ready(2);
  // The old register: a card that is over, and a row that somebody has to look at; the same of another person.
  const over = { state: 'dicabut' };
  const old = await takeOver({ ports, staff }, [
    oldCard(1, over),
    oldCard(1, { issued: 'entah' }),
    oldCard(2, over),
    oldCard(2, { issued: 'entah' }),
  ]);
  expect(old.outcomes).toEqual(['taken', 'invalid', 'taken', 'invalid']);
  const [row] = (
    await ports.products.register({
      ...{ agency: officer.agency, product: 'bestari-card', year: 'imported', limit: 9 },
    })
  ).rows.filter(({ number }) => number === oldCard(1).number);
  if (!row) throw new Error('no card');
  for (const [n, of] of [caseId, form, row.id, old.record.id].entries())
    await answered(opened, of, `offline-0000000${n}`);

  // What they asked before, and what they were told.
  const named = `${person.name}, ${person.nik}`;
  const tracking = valueIn(await makeTrackCase(ports)(receipt)).session;
  valueIn(await makeAskAboutData(ports)({ session: tracking, kind: 'correction', wish: `Saya ${named}.` }));
  const [earlier] = await ports.requests.about(caseId);
  const request = earlier?.request.id ?? '';
  const refusal = { answer: 'refuse', ground: 'not-incorrect', note: `Kepada ${named}.` } as const;
  valueIn(await makeAnswerRequest(ports)({ member: officer, request, revision: 1, ...refusal }));

  const before = await dump();
  expect(before).toContain(`REQUEST#${request}`);
  const readable = await openable(ports.vault, before);
  for (const canary of canaries) expect(before).not.toContain(canary);
  expect(readable.split(person.nik).length).toBeGreaterThan(8);
  for (const canary of canaries) expect(readable).toContain(canary);

  const whose = { by: 'nik', nik: person.nik } as const;
  const asked = valueIn(
    await makeRecordRequest(ports)({
      ...{ member: staff.frontOffice, kind: 'erasure', whose, identity: 'identity-card' },
      wish: `Hapus semua tentang ${named}.`,
    }),
  );
  const answer = makeAnswerRequest(ports);
  const granted = valueIn(
    await answer({
      member: officer,
      request: asked.id,
      answer: 'grant',
      revision: asked.revision,
      note: named,
    }),
  );
  valueIn(await answer({ member: officer, request: asked.id, answer: 'finish', revision: granted.revision }));
  await makeFinishErasures({ ...ports, caseFiles })();
  await makeEraseTraces({ ...ports, caseFiles })();

  const after = await dump();
  const left = await openable(ports.vault, after);
  for (const canary of canaries) {
    expect(after).not.toContain(canary);
    expect(left).not.toContain(canary);
  }
  for (const id of [request, asked.id]) expect(after).not.toContain(`REQUEST#${id}`);
  const indexes = await Promise.all([
    ports.vault.everyIndex('nik', person.nik),
    ports.vault.everyIndex('familyCardNumber', person.familyCardNumber),
  ]);
  for (const index of indexes.flat()) expect(after).not.toContain(index);
  // Two scans of the case, one of the form.
  expect(new Set(caseFiles.removed.map((name) => name.split('/')[0]))).toEqual(new Set([caseId, form]));
  expect(caseFiles.removed).toHaveLength(3);
  // Nobody else's was touched.
  expect(left.split(testPerson(2).nik).length).toBeGreaterThan(3);
  const acts = (await ports.audit.newest('administration', { limit: 3 })).map(({ act }) => act);
  expect(acts).toContainEqual(
    expect.objectContaining({
      act: 'erase-person',
      about: asked.id,
      detail: 'forms 1 rows 1 cards 1 kept 0',
    }),
  );
  expect(await ports.personErasures.waiting({ limit: 9 })).toEqual({ rows: [] });
});
