import { describe, expect, test } from 'vitest';
import {
  aContext,
  aFiling,
  after,
  citizen,
  clock,
  completing,
  filed,
  type Kept,
  refusal,
  scan,
  secret,
  staff,
} from '../testing/a-case.ts';
import { aService } from '../testing/a-service.ts';
import type { By, CaseCommand, StaffMember } from './command.ts';
import { decide } from './decide.ts';

const citizenReads = 'Petugas survei sudah ditunjuk.';
const plain = aService();
const service = aService({
  steps: plain.process.steps.map((step) =>
    step.id === 'assess'
      ? { ...step, coordinator: 'head', assigned: { citizen: citizenReads, notify: true as const } }
      : step,
  ),
});
const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const officer = staff('one', ['officer']);
const head = staff('chief', ['head']);
const manager = staff('boss', ['serviceManager']);
const surveyor = (id: string, areas: readonly string[] = []) => staff(id, ['surveyor'], areas).member;

const waits = after(
  service,
  filed(service, aFiling({ facts, attachments: [scan('id-card')] })),
  completing('check', 'accept'),
  officer,
);
const task = waits.snapshot.tasks[0]?.id ?? '';
const give = (to: StaffMember, why: 'leastLoad' | 'byCoordinator'): CaseCommand => ({
  type: 'assignTask',
  task,
  to,
  why,
});
const given = after(service, waits, give(surveyor('a'), 'leastLoad'), clock);

const decided = (before: Kept, command: CaseCommand, by: By) =>
  decide(service, before.snapshot, command, aContext({ by }));
const refused = (before: Kept, command: CaseCommand, by: By) => refusal(decided(before, command, by));
const holder = ({ snapshot }: Kept) => snapshot.tasks[0]?.assignee?.id;
const news = ({ snapshot }: Kept) => snapshot.timeline.filter(({ text }) => text === citizenReads);

describe('giving a task to somebody', () => {
  test('is done by the system as the step says, and told to the citizen', () => {
    expect(holder(given)).toBe('a');
    expect(given.events.at(-1)).toMatchObject({
      by: { party: 'system' },
      body: { type: 'taskAssigned', to: 'a', why: 'leastLoad' },
    });
    expect(news(given)).toMatchObject([{ notify: true, seq: given.snapshot.seq }]);
  });

  test('on to another is no news to the citizen', () => {
    const handedOn = after(service, given, give(surveyor('b'), 'byCoordinator'), manager);
    expect(holder(handedOn)).toBe('b');
    expect(news(handedOn)).toHaveLength(1);
  });

  test('is told without a word where the standard has none', () => {
    const silent = after(plain, waits, give(surveyor('a'), 'leastLoad'), clock);
    expect(silent.snapshot.timeline).toHaveLength(waits.snapshot.timeline.length);
  });

  test.each([
    ['managers', manager, 'serviceManager'],
    ['the coordinator of the step', head, 'head'],
  ])('is done as they see fit by %s', (_who, by, role) => {
    const chosen = after(service, given, give(surveyor('b'), 'byCoordinator'), by);
    expect(chosen.events.at(-1)).toMatchObject({ by: { role }, body: { why: 'byCoordinator' } });
  });

  test('is nobody else’s', () => {
    const needs = { code: 'role-missing', role: 'head' };
    const other = staff('b', ['surveyor']);
    for (const by of [other, officer, citizen, clock])
      expect(refused(waits, give(surveyor('a'), 'byCoordinator'), by)).toEqual(needs);
    for (const by of [head, manager, citizen])
      expect(refused(waits, give(surveyor('a'), 'leastLoad'), by)).toEqual(needs);
  });

  test('is refused for who may not do the step', () => {
    for (const to of [staff('x', ['officer']).member, surveyor('far', ['35.74.02'])])
      expect(refused(waits, give(to, 'leastLoad'), clock)).toEqual({
        code: 'assignee-refused',
        name: to.name,
      });
  });

  test('by rule takes it from nobody, and changes nothing for who has it', () => {
    expect(refused(given, give(surveyor('b'), 'leastLoad'), clock)).toEqual({
      code: 'held-by-other',
      name: surveyor('a').name,
    });
    expect(decided(given, give(surveyor('a'), 'leastLoad'), clock)).toEqual({ ok: true, value: [] });
  });

  test('is refused when the task is gone', () => {
    const gone: CaseCommand = { ...give(surveyor('a'), 'leastLoad'), ...{ task: 'assess.99' } };
    expect(refused(waits, gone, clock)).toEqual({ code: 'unknown-task', task: 'assess.99' });
  });

  test('leaves it free to be given back and given anew', () => {
    const back = after(service, given, { type: 'releaseTask', task, reason: 'deactivated' }, clock);
    expect(holder(back)).toBeUndefined();
    expect(holder(after(service, back, give(surveyor('b'), 'leastLoad'), clock))).toBe('b');
  });
});
