import { describe, expect, test } from 'vitest';
import {
  aFiling,
  after,
  citizen,
  clock,
  completing,
  filed,
  type Kept,
  scan,
  secret,
  staff,
} from '../testing/a-case.ts';
import { aService } from '../testing/a-service.ts';
import { aFact, aForm, anEnding, anOutcome, aStandard, aStep } from '../testing/a-standard.ts';
import { type Action, availableActions } from './available.ts';
import type { By } from './command.ts';

const service = aService();
const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const opened = filed(service, aFiling({ facts, attachments: [scan('id-card')] }));
const officer = staff('officer', ['officer']);
const surveyor = staff('surveyor', ['surveyor'], ['35.74.01']);
const head = staff('head', ['head']);
const accepted = after(service, opened, completing('check', 'accept'), officer);

const name = (action: Action): string => {
  switch (action.type) {
    case 'completeStep':
      return `${action.step}:${action.outcome}`;
    case 'interrupt':
      return action.interruption;
    case 'changeProduct':
      return `${action.id} ${action.action}`;
    case 'suspend':
    case 'resume':
      return `${action.type} ${action.suspension}`;
    case 'extendPromise':
      return `extend ${action.promise}`;
    default:
      return `${action.type} ${action.task}`;
  }
};

/** Every action with `true` or the code of the reason why not. */
const actions = ({ snapshot }: Kept, by: By) =>
  Object.fromEntries(
    availableActions(service, snapshot, by).map((action) => [
      name(action),
      action.allowed || action.reason.code,
    ]),
  );

describe('what may be done', () => {
  test('tells all of it, and why not the rest', () => {
    expect(actions(opened, officer)).toEqual({
      'check:accept': true,
      'check:return': true,
      'claimTask check.1': true,
      withdraw: 'role-missing',
      close: 'role-missing',
    });
    expect(actions(opened, head)).toMatchObject({
      'check:accept': 'role-missing',
      'claimTask check.1': 'role-missing',
      close: true,
    });
  });

  test('says how an action looks and what goes with it', () => {
    const [, giveBack] = availableActions(service, opened.snapshot, officer);
    expect(giveBack).toEqual({
      type: 'completeStep',
      task: 'check.1',
      step: 'check',
      outcome: 'return',
      label: 'Pilih return',
      tone: 'return',
      note: 'required',
      missing: true,
      allowed: true,
    });
  });

  test('includes giving back what one holds, and for managers what others hold', () => {
    const claimed = after(service, opened, { type: 'claimTask', task: 'check.1' }, officer);
    expect(actions(claimed, officer)).toMatchObject({ 'check:accept': true, 'releaseTask check.1': true });
    const other = actions(claimed, staff('other', ['officer']));
    expect(other).toMatchObject({ 'check:accept': 'held-by-other', 'releaseTask check.1': 'role-missing' });
    const boss = availableActions(service, claimed.snapshot, staff('boss', ['serviceManager']));
    expect(boss).toContainEqual({
      type: 'releaseTask',
      task: 'check.1',
      step: 'check',
      release: 'byManager',
      allowed: true,
    });
  });

  test('offers the applicant their own steps only', () => {
    const missing = { requirements: ['id-card'], facts: [] };
    const returned = after(
      service,
      opened,
      completing('check', 'return', { note: secret('v1.c'), missing }),
      officer,
    );
    expect(actions(returned, citizen)).toEqual({
      'supply:supplied': true,
      withdraw: true,
      close: 'role-missing',
    });
    expect(actions(returned, officer)).toMatchObject({ 'supply:supplied': 'role-missing' });
    expect(actions(opened, citizen)).toMatchObject({ 'check:accept': 'role-missing', withdraw: true });
  });

  test('offers nothing to the system, and nothing once the case has ended', () => {
    expect(Object.values(actions(opened, clock))).not.toContain(true);
    const done = after(service, opened, { type: 'interrupt', interruption: 'withdraw' }, citizen);
    expect(availableActions(service, done.snapshot, citizen)).toEqual([]);
  });

  test('looks ahead: an outcome is offered if its form can be filled in so that it holds', () => {
    expect(actions(accepted, surveyor)).toMatchObject({
      'assess:done': true,
      'assess:again': true,
      'assess:give-up': 'outcome-not-offered',
    });
    const once = after(
      service,
      accepted,
      completing('assess', 'again', { facts: { result: 'absent' } }),
      surveyor,
    );
    expect(actions(once, surveyor)).toMatchObject({
      'assess:again': 'outcome-used-up',
      'assess:give-up': true,
    });
    expect(actions(once, staff('s', ['surveyor'], ['35.74.02']))).toMatchObject({
      'assess:done': 'area-missing',
    });
  });

  test('says when it is one’s own work', () => {
    const issued = after(
      service,
      accepted,
      completing('assess', 'done', { facts: { result: 'poor', size: 2 } }),
      surveyor,
    );
    expect(actions(issued, staff('surveyor', ['head']))).toMatchObject({ 'decide:confirm': 'own-work' });
  });
});

describe('an outcome that depends on facts', () => {
  const standard = (when: Parameters<typeof anOutcome>[2]) =>
    aStandard({
      facts: [aFact('poor'), aFact('age', 'integer', { min: 18 })],
      forms: [aForm('ask', [{ fact: 'age', required: true }])],
      steps: [
        aStep('first', ['filed'], [anOutcome('done', ['second'])]),
        aStep('decide', ['second'], [anOutcome('yes', ['finished'], when), anOutcome('no', ['finished'])], {
          form: 'ask',
        }),
      ],
      endings: [anEnding('granted', ['finished'])],
    });
  const offered = (when: Parameters<typeof anOutcome>[2]) => {
    const process = standard(when);
    const before = after(process, filed(process, aFiling()), completing('first', 'done'), officer);
    const [yes] = availableActions(process, before.snapshot, officer);
    return yes?.allowed;
  };

  test('is not offered when its form cannot decide it', () => {
    expect(offered({ when: { fact: 'poor', is: true } })).toBe(false);
    expect(offered({ when: { fact: 'age', atMost: 17 } })).toBe(false);
    expect(offered({ when: { all: [{ fact: 'age', atLeast: 60 }, { not: { known: 'poor' } }] } })).toBe(true);
    expect(offered({ when: { not: { known: 'age' } } })).toBe(false);
  });
});
