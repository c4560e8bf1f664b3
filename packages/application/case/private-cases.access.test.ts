import { makeAssignTask } from '@layan/application/assignment/assign-task';
import { makeListBook } from '@layan/application/book/list-book';
import { makeFindDuplicates } from '@layan/application/counter/find-duplicates';
import { makeGetIntake } from '@layan/application/counter/get-intake';
import { makeGetSlip } from '@layan/application/counter/get-slip';
import { makeSaveFilingPage } from '@layan/application/filing/save-filing-page';
import { makeStartObjection } from '@layan/application/filing/start-objection';
import { makeSubmitFiling } from '@layan/application/filing/submit-filing';
import type { Membership } from '@layan/application/ports/staff';
import { makeTrackCase } from '@layan/application/tracking/track-case';
import { RegionCode } from '@layan/domain/kernel/ids';
import { toInstantText } from '@layan/domain/kernel/instant';
import { documentIdOf } from '@layan/testing/builders/ids';
import { complaintOf, kupangScene } from '@layan/testing/scenes/kupang-scene';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeClaimTask } from './claim-task.ts';
import { makeFindByTicket } from './find-by-ticket.ts';
import { makeGetCase } from './get-case.ts';
import { makeSuspendCase } from './hold-case.ts';
import { makeInterruptCase } from './interrupt-case.ts';
import { makeListInbox } from './list-inbox.ts';
import { makeOpenDocument } from './open-document.ts';
import { makeReadForm } from './read-form.ts';
import { makeUnmaskFact } from './unmask-fact.ts';

const notFound = { ok: false, error: { code: 'case-not-found' } };
const name = complaintOf(1).complainant?.complainantName ?? '';

describe('a confidential case', () => {
  const open = async () => {
    const scene = await kupangScene();
    const { caseId, ticket } = await scene.file(complaintOf(1), { anonymous: false, confidential: true });
    const { ports, staff, memory } = scene;
    const seq = async () => (await memory.cases.find(caseId))?.snapshot.seq ?? 0;
    const rows = async (member: Membership, role: string) =>
      valueIn(await makeListInbox(ports)({ member, role })).rows;
    return { scene, ports, staff, memory, caseId, ticket, seq, rows };
  };

  it('is unknown, in every operation, to those it is not for', async () => {
    const { ports, staff, caseId, ticket, seq } = await open();
    const expectedSeq = await seq();
    for (const member of [staff.officer, staff.receptionist, staff.manager]) {
      const on = { member, caseId, expectedSeq };
      const task = 'intake.2';
      const answers = await Promise.all([
        makeGetCase(ports)(on),
        makeFindByTicket(ports)({ member, ticket }),
        makeUnmaskFact(ports)({ ...on, fact: 'phone', reason: 'Menghubungi pengadu.' }),
        makeReadForm(ports)({ ...on, form: 'complaint' }),
        makeOpenDocument(ports)({ ...on, documentId: documentIdOf(1) }),
        makeClaimTask(ports)({ ...on, task }),
        makeSuspendCase(ports)({ ...on, suspension: 'postpone', note: 'Menunggu.' }),
        makeInterruptCase(ports)({ ...on, interruption: 'withdraw-at-office', note: 'Dicabut.' }),
        makeAssignTask(ports)({ ...on, task, to: staff.officer.id }),
        makeGetSlip(ports)(on),
      ]);
      for (const answer of answers) expect(answer).toEqual(notFound);
    }
  });

  it('is not read again by the clerk who keyed it in, once it is filed', async () => {
    const { ports, staff, keyIn, send } = await kupangScene();
    const member = staff.receptionist;
    const receipt = { date: '2026-02-03', time: '09:00' };
    const letter = await keyIn(member, 'letter', { receipt, confidential: true });
    const { caseId } = letter;
    const intake = async () => JSON.stringify(valueIn(await makeGetIntake(ports)({ member, caseId })));
    expect(await intake()).toContain(name);
    valueIn(await send(letter));
    expect(await intake()).not.toContain(name);
    expect(await intake()).not.toContain('belum sampai');
    expect(await makeGetCase(ports)({ member, caseId })).toEqual(notFound);
  });

  it('opens for the roles that the standard names', async () => {
    const { ports, staff, caseId, ticket } = await open();
    for (const member of [staff.secretariat, staff.agencyHead, staff.agencySecretary]) {
      expect((await makeGetCase(ports)({ member, caseId })).ok).toBe(true);
      expect(valueIn(await makeFindByTicket(ports)({ member, ticket }))).toEqual({ caseId });
    }
    expect(valueIn(await makeGetCase(ports)({ member: staff.secretariat, caseId })).confidential).toBe(true);
  });

  it('opens for whoever is given work on it, for as long as they have it', async () => {
    const { scene, ports, staff, memory, caseId, seq, rows } = await open();
    const raw = { complaintClass: 'complaint', oversight: 'withoutOversight' };
    valueIn(await scene.complete(staff.secretariat, caseId, 'intake', 'verified', { raw }));
    const unit = scene.standard.process.facts.find(({ id }) => id === 'handlingUnit')?.options?.[0]?.value;
    const disposed = { raw: { handlingUnit: unit ?? '', instruction: 'Tangani segera.' } };
    valueIn(await scene.complete(staff.agencyHead, caseId, 'disposition', 'assign', disposed));
    expect(await makeGetCase(ports)({ member: staff.officer, caseId })).toEqual(notFound);
    const [row] = await rows(staff.officer, 'assignedOfficer');
    expect(row).toMatchObject({ applicant: 'Rahasia', confidential: true });

    const task = (await memory.cases.find(caseId))?.snapshot.tasks[0]?.id ?? '';
    const given = { member: staff.agencyHead, caseId, task, to: staff.officer.id, expectedSeq: await seq() };
    valueIn(await makeAssignTask(ports)(given));
    expect((await makeGetCase(ports)({ member: staff.officer, caseId })).ok).toBe(true);
    expect((await rows(staff.officer, 'assignedOfficer'))[0]?.applicant).toBe(name);
    expect(await makeGetCase(ports)({ member: staff.secondOfficer, caseId })).toEqual(notFound);
  });

  it('of another area is one like any other, in lists and books', async () => {
    const scene = await kupangScene();
    const { ports, staff, memory, standard } = scene;
    const receipt = { date: '2026-02-03', time: '09:00' };
    const letter = await scene.keyIn(staff.secretariat, 'letter', { receipt, confidential: true });
    const { caseId } = valueIn(await scene.send(letter));
    const record = memory.table.cases.get(caseId);
    if (!record) throw new Error('no case');
    const area = RegionCode.parse('53.71.01');
    memory.table.cases.set(caseId, { ...record, snapshot: { ...record.snapshot, area } });
    for (const [key, row] of memory.table.book) memory.table.book.set(key, { ...row, area });
    const rows = memory.table.inboxRows.get(caseId) ?? [];
    memory.table.inboxRows.set(
      caseId,
      rows.map((row) => ({ ...row, area })),
    );
    const names = async (areas: readonly string[]) => {
      const member = { ...staff.secretariat, areas: areas.map((code) => RegionCode.parse(code)) };
      const book = makeListBook(ports)({ member, standard: standard.id, channel: 'letter' });
      const inbox = makeListInbox(ports)({ member, role: 'secretariat' });
      return [valueIn(await book).rows[0]?.from, valueIn(await inbox).rows[0]?.applicant];
    };
    expect(await names(['53.71.01'])).toEqual([name, name]);
    expect(await names(['53.71.02'])).toEqual(['Rahasia', 'Rahasia']);
  });

  it('says in the book of its channel only that there is one', async () => {
    const scene = await kupangScene();
    const { ports, staff, standard } = scene;
    const receipt = { date: '2026-02-03', time: '09:00' };
    const letter = await scene.keyIn(staff.secretariat, 'letter', { receipt, confidential: true });
    const { caseId } = valueIn(await scene.send(letter));
    const book = async (member: Membership) =>
      valueIn(await makeListBook(ports)({ member, standard: standard.id, channel: 'letter' })).rows[0];
    expect(await book(staff.secretariat)).toMatchObject({ from: name, caseId });
    const hidden = await book(staff.receptionist);
    expect(hidden).toMatchObject({ number: 1, from: 'Rahasia', about: 'Rahasia', workers: [] });
    expect(hidden).not.toHaveProperty('caseId');
  });
});

describe('an anonymous case', () => {
  const open = async () => {
    const scene = await kupangScene();
    const told = { ...complaintOf(1) };
    const receipt = await scene.file(told, { anonymous: true, confidential: false });
    return { ...scene, receipt, caseId: receipt.caseId, ticket: receipt.ticket };
  };
  const factsSeenBy = async (scene: Awaited<ReturnType<typeof open>>, member: Membership) =>
    valueIn(await makeGetCase(scene.ports)({ member, caseId: scene.caseId })).facts.map(({ fact }) => fact);

  it('shows who it is to the complaint officer and to nobody else', async () => {
    const scene = await open();
    const { ports, staff, caseId } = scene;
    expect(await factsSeenBy(scene, staff.secretariat)).toEqual(
      expect.arrayContaining(['complainantName', 'phone', 'story']),
    );
    for (const member of [staff.officer, staff.agencyHead, staff.manager]) {
      const seen = await factsSeenBy(scene, member);
      expect(seen).not.toContain('complainantName');
      expect(seen).not.toContain('phone');
      const unmask = { member, caseId, fact: 'phone', reason: 'Menghubungi pengadu.' };
      expect(await makeUnmaskFact(ports)(unmask)).toEqual({
        ok: false,
        error: { code: 'unmasking-not-allowed' },
      });
    }
  });

  it('has no name in any list, for anybody', async () => {
    const { ports, staff } = await open();
    for (const member of [staff.secretariat, staff.manager]) {
      const role = member.roles[0] ?? '';
      const inbox = await makeListInbox(ports)({ member, role });
      if (inbox.ok) expect(JSON.stringify(inbox.value)).not.toContain(name);
    }
    const [row] = valueIn(
      await makeListInbox(ports)({ member: staff.secretariat, role: 'secretariat' }),
    ).rows;
    expect(row?.applicant).toBe('Pelapor anonim');
  });

  it('keeps the name out of the forms that workers of a step read in clear', async () => {
    const scene = await open();
    const { ports, staff, caseId } = scene;
    const read = async (member: Membership, form: string) =>
      JSON.stringify(valueIn(await makeReadForm(ports)({ member, caseId, form })));
    expect(await read(staff.secretariat, 'complaint')).toContain(name);
    const raw = { complaintClass: 'complaint', oversight: 'withoutOversight' };
    valueIn(await scene.complete(staff.secretariat, caseId, 'intake', 'verified', { raw }));
    const unit = scene.standard.process.facts.find(({ id }) => id === 'handlingUnit')?.options?.[0]?.value;
    const disposed = { raw: { handlingUnit: unit ?? '' } };
    valueIn(await scene.complete(staff.agencyHead, caseId, 'disposition', 'assign', disposed));
    const story = await read(staff.officer, 'complaint');
    expect(story).toContain('belum sampai');
    expect(story).not.toContain(name);
  });

  it('stays one in the objection to how it ended', async () => {
    const { ports, staff, caseId, memory, ...scene } = await open();
    const record = memory.table.cases.get(caseId);
    if (!record) throw new Error('no case');
    const at = ports.clock.now();
    const until = toInstantText(Date.parse(at) + 86_400_000);
    const ended = { ending: 'information-refused', at, objection: { channel: 'objection', until } };
    memory.table.cases.set(caseId, { ...record, snapshot: { ...record.snapshot, tasks: [], ended } });
    const tracked = valueIn(await makeTrackCase(ports)(scene.receipt));
    const started = valueIn(await makeStartObjection(ports)({ trackingSession: tracked.session }));
    const raw = { objectionReason: 'Informasi itu bukan rahasia.' };
    const { session } = started;
    valueIn(await makeSaveFilingPage(ports)({ session, page: 'objection', raw }));
    const objection = valueIn(await makeSubmitFiling(ports)({ session }));
    const filed = memory.table.cases.get(objection.caseId);
    expect(filed?.snapshot).toMatchObject({ anonymous: true, about: { caseId } });
    expect(memory.table.people.size).toBe(0);
    const role = filed?.snapshot.tasks[0]?.role ?? '';
    const member = Object.values(staff).find(({ roles }) => roles.includes(role)) ?? staff.officer;
    const inbox = await makeListInbox(ports)({ member, role });
    expect(valueIn(inbox).rows).toMatchObject([{ caseId: objection.caseId, applicant: 'Pelapor anonim' }]);
  });

  it('is not found by what would tell who it is', async () => {
    const { ports, staff, standard, memory } = await open();
    expect(memory.table.people.size).toBe(0);
    const member = staff.secretariat;
    const entered = { phone: complaintOf(1).contact?.phone ?? '' };
    expect(valueIn(await makeFindDuplicates(ports)({ member, standard: standard.id, entered }))).toEqual([]);
  });

  it('says nothing in clear of who it is, wherever it is kept', async () => {
    const { memory } = await open();
    expect(JSON.stringify([...memory.table.cases, ...memory.table.statuses])).not.toContain(name);
  });
});
