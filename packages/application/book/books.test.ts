import { managerRole } from '@layan/domain/case/authority';
import { countPortCalls } from '@layan/testing/count-port-calls';
import { complaintOf, kupangScene } from '@layan/testing/scenes/kupang-scene';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../ports/staff.ts';
import { bookRow } from './book-row.ts';
import { makeListBook } from './list-book.ts';
import { makeListBooks } from './list-books.ts';
import { makeListOpenings, makeRecordOpening } from './openings.ts';

const refused = (code: string, more: object = {}) => ({ ok: false, error: { code, ...more } });
const receipt = { date: '2026-02-03', time: '09:00' };
const name = complaintOf(1).complainant?.complainantName ?? '';

const open = async () => {
  const scene = await kupangScene();
  const { ports, staff, standard } = scene;
  const book = (member: Membership, changes: object = {}) =>
    makeListBook(ports)({ member, standard: standard.id, channel: 'letter', ...changes });
  const letter = async (changes: object = {}) => {
    const intake = await scene.keyIn(staff.secretariat, 'letter', { receipt, ...changes });
    return valueIn(await scene.send(intake));
  };
  return { scene, ports, staff, standard, book, letter };
};

describe('the book of a channel', () => {
  it('numbers what came in by order of entry, with its true moment of receipt', async () => {
    const { staff, book, letter, scene } = await open();
    const first = await letter();
    scene.clock.advance(60_000);
    await letter({ receipt: { date: '2026-01-30', time: '11:15' } });
    const page = valueIn(await book(staff.secretariat));
    expect(page).toMatchObject({ channel: 'Surat', kind: 'letter', month: '2026-02' });
    expect(page.rows.map(({ number, received }) => [number, received])).toEqual([
      [1, 'Selasa, 3 Februari 2026, 09.00 WITA'],
      [2, 'Jumat, 30 Januari 2026, 11.15 WITA'],
    ]);
    expect(page.rows[0]).toMatchObject({ from: name, ticket: first.ticket, caseId: first.caseId });
  });

  it('goes with the case: what waits, who worked on it', async () => {
    const { scene, staff, book, letter } = await open();
    const { caseId } = await letter();
    expect(valueIn(await book(staff.secretariat)).rows[0]?.workers).toEqual([]);
    const raw = { complaintClass: 'complaint', oversight: 'withoutOversight' };
    valueIn(await scene.complete(staff.secretariat, caseId, 'intake', 'verified', { raw }));
    const [row] = valueIn(await book(staff.secretariat)).rows;
    expect(row?.state).toBe('Disposisikan');
    expect(row?.workers).toEqual([staff.secretariat.name]);
  });

  it('is turned by the months of the tenant’s clock', async () => {
    const { staff, book, letter, scene } = await open();
    // Seven in the morning of 1 March in Kupang is still February in Greenwich.
    scene.clock.advance(Date.parse('2026-02-28T23:00:00.000Z') - Date.parse(scene.clock.now()));
    await letter({ receipt: { date: '2026-02-27', time: '09:00' } });
    expect(valueIn(await book(staff.secretariat, { month: '2026-02' })).rows).toEqual([]);
    expect(valueIn(await book(staff.secretariat, { month: '2026-03' })).rows).toHaveLength(1);
    expect(await book(staff.secretariat, { month: '2026-13' })).toEqual(refused('month-malformed'));
  });

  it('masks names for managers, who have no part in the process', async () => {
    const { staff, book, letter } = await open();
    await letter();
    expect(valueIn(await book(staff.manager)).rows[0]).toMatchObject({ from: 'nama disamarkan', about: '' });
  });

  it('tells in no long answer who it is, nor what is for those alone whose turn it is', async () => {
    const { standard, letter, scene } = await open();
    const { caseId } = await letter();
    const record = await scene.memory.cases.find(caseId);
    if (!record) throw new Error('no case');
    const { identity = { facts: [], seenBy: [] }, ...process } = standard.process;
    // Without answers to choose from that would say what it is about.
    const facts = { ...record.snapshot.facts };
    for (const { id, type } of process.facts) if (type === 'choice' || type === 'text') delete facts[id];
    const bare = { ...record, snapshot: { ...record.snapshot, facts } };
    const story = (changes: Partial<typeof standard.process>) =>
      bookRow({ ...standard, process: { ...process, identity, ...changes } }, bare).story;
    expect(story({})?.fact).toBe('story');
    expect(story({ identity: { ...identity, facts: ['story'] } })).toBeUndefined();
    const specific = process.facts.map((fact) =>
      fact.id === 'story' ? { ...fact, privacy: 'specific' as const } : fact,
    );
    expect(story({ facts: specific })).toBeUndefined();
  });

  it('is unknown to those without a part in the service, and for channels that there are not', async () => {
    const { ports, staff, book, standard } = await open();
    const stranger = { ...staff.officer, roles: ['backOffice'] };
    expect(await book(stranger)).toEqual(refused('book-not-found'));
    expect(await book(staff.secretariat, { channel: 'portal' })).toEqual(refused('book-not-found'));
    expect(await book({ ...staff.manager, state: 'deactivated' })).toEqual(refused('member-deactivated'));
    const titles = valueIn(await makeListBooks(ports)({ member: staff.manager })).map(
      ({ channel }) => channel,
    );
    expect(staff.manager.roles).toEqual([managerRole]);
    expect(titles).toContain('letter');
    expect(titles).not.toContain('portal');
    expect(valueIn(await makeListBooks(ports)({ member: stranger }))).toEqual([]);
    expect(standard.process.channels.some(({ kind }) => kind === 'portal')).toBe(true);
  });

  it('costs one query a page, and one for the names of who works here', async () => {
    const { scene, staff, letter, standard } = await open();
    await letter();
    const { ports, calls } = countPortCalls(scene.ports);
    valueIn(
      await makeListBook(ports)({ member: staff.secretariat, standard: standard.id, channel: 'letter' }),
    );
    expect(calls.filter((call) => call.startsWith('books') || call.startsWith('staff'))).toEqual([
      'books.page',
      'staff.list',
    ]);
  });
});

describe('the log of a box', () => {
  const opened = { date: '2026-02-04', time: '08:00' };

  it('records an opening once, and counts the letters that were entered from it', async () => {
    const { scene, ports, staff, standard } = await open();
    const box = { member: staff.secretariat, standard: standard.id, channel: 'box' };
    const log = valueIn(
      await makeRecordOpening(ports)({ ...box, opened, letters: 2, witness: ' Saksi Uji ' }),
    );
    const [opening] = log.openings;
    if (!opening) throw new Error('no opening');
    expect(opening).toMatchObject({
      letters: 2,
      entered: 0,
      witness: 'Saksi Uji',
      by: staff.secretariat.name,
    });
    const colleague = { ...staff.secretariat, id: staff.officer.id };
    const read = async (member: Membership) =>
      valueIn(await makeListOpenings(ports)({ ...box, member })).openings[0]?.witness;
    expect(await read(colleague)).toBe('nama disamarkan');
    expect(await read(staff.manager)).toBe('Saksi Uji');
    const [kept] = await ports.openings.latest(
      { agency: standard.agency, standard: standard.id, channel: 'box' },
      1,
    );
    expect(JSON.stringify(kept)).not.toContain('Saksi Uji');
    const intake = await scene.keyIn(staff.secretariat, 'box', { anonymous: true }, opening);
    const { receivedWords } = valueIn(await scene.send(intake));
    expect(receivedWords).toContain('4 Februari 2026, 08.00 WITA');
    expect(valueIn(await makeListOpenings(ports)(box)).openings[0]?.entered).toBe(1);
  });

  it('is kept of boxes only, and of no moment to come', async () => {
    const { ports, staff, standard } = await open();
    const record = (channel: string, changes: object = {}) =>
      makeRecordOpening(ports)({
        ...{ member: staff.secretariat, standard: standard.id, channel, opened },
        ...{ letters: 1, witness: 'Saksi Uji', ...changes },
      });
    expect(await record('letter')).toEqual(refused('not-a-box'));
    const tomorrow = { opened: { date: '2026-02-06', time: '08:00' } };
    expect(await record('box', tomorrow)).toEqual(refused('opening-time-refused', { problem: 'in-future' }));
  });
});

describe('what comes by letter', () => {
  it('is not filed without the moment of its stamp', async () => {
    const { scene, staff } = await open();
    const intake = await scene.keyIn(staff.secretariat, 'letter', {});
    expect(await scene.send(intake)).toEqual(refused('receipt-time-refused', { problem: 'time-missing' }));
  });

  it('needs one way to reach the sender, told at the first of them', async () => {
    const { scene, staff } = await open();
    const entered = { ...Object.assign({}, ...Object.values(complaintOf(1))), phone: '' };
    const { problems } = await scene.keyIn(staff.secretariat, 'letter', { receipt, entered });
    expect(problems).toMatchObject([{ fact: 'phone', code: 'one-of-missing' }]);
  });
});
