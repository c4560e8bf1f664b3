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
import { aStandard, aTask } from '../testing/a-standard.ts';
import type { By, CaseCommand } from './command.ts';
import { decide } from './decide.ts';

const service = aService();
const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const opened = filed(service, aFiling({ facts, attachments: [scan('id-card')] }));
const one = staff('one', ['officer']);
const two = staff('two', ['officer']);
const manager = staff('boss', ['serviceManager']);
const claim: CaseCommand = { type: 'claimTask', task: 'check.1' };
const release = (reason: 'byHolder' | 'byManager' | 'deactivated'): CaseCommand => ({
  type: 'releaseTask',
  task: 'check.1',
  reason,
});
const claimed = after(service, opened, claim, one);

const decided = (before: Kept, command: CaseCommand, by: By) =>
  decide(service, before.snapshot, command, aContext({ by }));
const refused = (before: Kept, command: CaseCommand, by: By) => refusal(decided(before, command, by));

describe('claiming a task', () => {
  test('names its holder', () => {
    expect(claimed.snapshot.tasks).toMatchObject([
      { id: 'check.1', assignee: { id: 'one', name: 'Petugas Uji one' } },
    ]);
    expect(claimed.events.at(-1)).toMatchObject({
      by: { role: 'officer' },
      body: { type: 'taskClaimed', by: 'one' },
    });
  });

  test('again by the same person changes nothing', () => {
    expect(decided(claimed, claim, one)).toEqual({ ok: true, value: [] });
  });

  test('is refused when it is held, gone, or not theirs to do', () => {
    expect(refused(claimed, claim, two)).toEqual({ code: 'held-by-other', name: 'Petugas Uji one' });
    expect(refused(opened, { type: 'claimTask', task: 'check.9' }, one)).toEqual({
      code: 'unknown-task',
      task: 'check.9',
    });
    expect(refused(opened, claim, manager)).toEqual({ code: 'role-missing', role: 'officer' });
    expect(refused(opened, claim, citizen)).toEqual({ code: 'role-missing', role: 'officer' });
  });
});

describe('giving a task back', () => {
  test('is for its holder', () => {
    expect(after(service, claimed, release('byHolder'), one).snapshot.tasks[0]).not.toHaveProperty(
      'assignee',
    );
    expect(refused(claimed, release('byHolder'), two)).toEqual({
      code: 'held-by-other',
      name: 'Petugas Uji one',
    });
  });

  test('is for a manager too, and for the system when somebody leaves', () => {
    const released = after(service, claimed, release('byManager'), manager);
    expect(released.events.at(-1)).toMatchObject({
      by: { id: 'boss', role: 'serviceManager' },
      body: { reason: 'byManager' },
    });
    expect(after(service, claimed, release('deactivated'), clock).snapshot.tasks[0]).not.toHaveProperty(
      'assignee',
    );
    expect(refused(claimed, release('byManager'), two)).toEqual({
      code: 'role-missing',
      role: 'serviceManager',
    });
    expect(refused(claimed, release('byManager'), clock)).toEqual({
      code: 'role-missing',
      role: 'serviceManager',
    });
    expect(refused(claimed, release('deactivated'), citizen)).toEqual({
      code: 'role-missing',
      role: 'serviceManager',
    });
  });

  test('changes nothing when nobody holds it', () => {
    expect(decided(opened, release('byHolder'), two)).toEqual({ ok: true, value: [] });
    expect(refused(opened, { type: 'releaseTask', task: 'x', reason: 'byHolder' }, one)).toEqual({
      code: 'unknown-task',
      task: 'x',
    });
  });

  test('leaves other tasks with those who hold them', () => {
    const twofold = aStandard({
      steps: [
        aTask('split', ['filed'], ['a', 'b']),
        aTask('left', ['a'], ['c']),
        aTask('right', ['b'], ['d']),
      ],
    });
    const split = after(twofold, filed(twofold, aFiling()), completing('split', 'done'), one);
    const tasks = split.snapshot.tasks.map(({ id }) => id);
    const held = tasks.reduce((kept, task) => after(twofold, kept, { type: 'claimTask', task }, one), split);
    const released = after(
      twofold,
      held,
      { type: 'releaseTask', task: tasks[0] ?? '', reason: 'byHolder' },
      one,
    );
    expect(released.snapshot.tasks.map(({ id, assignee }) => [id, assignee?.id])).toEqual([
      ['left.2', undefined],
      ['right.2', 'one'],
    ]);
  });
});
