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
import type { By, CaseCommand } from './command.ts';
import { decide } from './decide.ts';
import { CaseSnapshot } from './snapshot.ts';

const service = aService();
const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const opened = filed(service, aFiling({ facts, attachments: [scan('id-card')] }));

const officer = staff('officer', ['officer']);
const surveyor = staff('surveyor', ['surveyor'], ['35.74.01']);
const head = staff('head', ['head']);
const note = secret('v1.catatan');
const missing = { requirements: ['id-card'], facts: ['name'] };

const accept = completing('check', 'accept');
const assess = (result: string, more = {}) =>
  completing('assess', 'done', { facts: { result, size: 4, ...more } });

const accepted = after(service, opened, accept, officer);
const issued = after(service, accepted, assess('poor'), surveyor);

const refused = (before: Kept, command: CaseCommand, by: By = officer) =>
  refusal(decide(service, before.snapshot, command, aContext({ by })));

const types = ({ events }: Kept, from: Kept) => events.slice(from.events.length).map(({ body }) => body.type);

describe('completing a step', () => {
  test('moves the case on and remembers who did it', () => {
    expect(CaseSnapshot.parse(accepted.snapshot)).toEqual(accepted.snapshot);
    expect(accepted.snapshot).toMatchObject({
      marking: ['accepted'],
      workers: { check: 'officer' },
      taken: { 'check:accept': 1 },
      tasks: [{ step: 'assess', role: 'surveyor' }],
      lastChange: {
        by: { party: 'staff', id: 'officer', role: 'officer' },
        what: 'Kerjakan check: Pilih accept',
      },
    });
    expect(accepted.snapshot.timeline.at(-1)?.text).toBe('Berkas Anda lengkap.');
  });

  test('keeps what was filled in, takes the route it decides, and issues what that grants', () => {
    expect(issued.snapshot).toMatchObject({
      marking: ['to-decide'],
      facts: { result: 'poor', size: 4 },
      products: [{ product: 'card', id: 'produk-1', state: 'provisional' }],
      taken: { 'assess:done': 1, 'route:poor': 1 },
    });
    expect(types(issued, accepted)).toEqual([
      'stepCompleted',
      'promiseKept',
      'promiseApplies',
      'routed',
      'productIssued',
      'promiseKept',
    ]);
  });

  test('ends the case when its last place is marked', () => {
    const done = after(service, issued, completing('decide', 'confirm'), head);
    expect(done.snapshot).toMatchObject({
      marking: [],
      tasks: [],
      ended: { ending: 'granted' },
      products: [{ state: 'active' }],
    });
    expect(done.snapshot.timeline.at(-1)?.text).toBe('Permohonan Anda selesai: granted.');
    const taken = after(service, issued, completing('decide', 'revoke', { note }), head);
    expect(taken.snapshot).toMatchObject({ ended: { ending: 'refused' }, products: [{ state: 'revoked' }] });
  });

  test('may attach what the step looks at or the channel asks for, and nothing else', () => {
    const attached = after(
      service,
      opened,
      { ...accept, attachments: [scan('receipt', 7), scan('photo', 8)] } as const,
      officer,
    );
    expect(attached.snapshot.attachments.map(({ requirement }) => requirement)).toEqual([
      'id-card',
      'receipt',
      'photo',
    ]);
    expect(refused(opened, completing('check', 'accept', { attachments: [scan('selfie')] }))).toEqual({
      code: 'requirements-unexpected',
      requirements: ['selfie'],
    });
  });
});

describe('a step is refused', () => {
  test('when the standard does not have it, or its outcome', () => {
    expect(refused(opened, completing('dance', 'accept'))).toEqual({ code: 'unknown-step', step: 'dance' });
    expect(refused(opened, completing('route', 'poor'))).toEqual({ code: 'unknown-step', step: 'route' });
    expect(refused(opened, completing('check', 'dance'))).toEqual({
      code: 'unknown-outcome',
      outcome: 'dance',
    });
  });

  test('when it does not wait, telling what happened instead', () => {
    expect(refused(accepted, accept)).toEqual({
      code: 'step-not-active',
      step: 'check',
      lastChange: accepted.snapshot.lastChange,
    });
  });

  test('to people without its role', () => {
    expect(refused(opened, accept, surveyor)).toEqual({ code: 'role-missing', role: 'officer' });
    expect(refused(opened, accept, citizen)).toEqual({ code: 'role-missing', role: 'officer' });
    expect(refused(opened, accept, clock)).toEqual({ code: 'role-missing', role: 'officer' });
    expect(refused(opened, accept, staff('x', ['serviceManager']))).toEqual({
      code: 'role-missing',
      role: 'officer',
    });
  });

  test('to people of another area, when the work is divided by area', () => {
    const elsewhere = (areas: string[]) => refused(accepted, assess('poor'), staff('s', ['surveyor'], areas));
    expect(elsewhere(['35.74.02', '35.74.01.1002'])).toEqual({ code: 'area-missing', area: '35.74.01.1001' });
    expect(elsewhere(['35.74.01'])).toBeUndefined();
    expect(elsewhere(['35.74.01.1001'])).toBeUndefined();
    expect(elsewhere([])).toBeUndefined();
    expect(refused(opened, accept, staff('o', ['officer'], ['35.74.02']))).toBeUndefined();
  });

  test('when somebody else holds it', () => {
    const claimed = after(
      service,
      opened,
      { type: 'claimTask', task: 'check.1' },
      staff('other', ['officer']),
    );
    expect(refused(claimed, accept)).toEqual({ code: 'held-by-other', name: 'Petugas Uji other' });
    expect(refused(claimed, accept, staff('other', ['officer']))).toBeUndefined();
  });

  test('to people who did the work it judges', () => {
    const both = staff('surveyor', ['surveyor', 'head']);
    expect(refused(issued, completing('decide', 'confirm'), both)).toEqual({
      code: 'own-work',
      step: 'assess',
    });
    expect(refused(issued, completing('decide', 'confirm'), staff('officer', ['head']))).toEqual({
      code: 'own-work',
      step: 'check',
    });
  });

  test('with facts the step does not ask, of the wrong kind, or without those it needs', () => {
    expect(refused(opened, completing('check', 'accept', { facts: { size: 3 } }))).toEqual({
      code: 'facts-unexpected',
      facts: ['size'],
    });
    expect(refused(accepted, assess('poor', { size: 21 }), surveyor)).toEqual({
      code: 'facts-invalid',
      facts: ['size'],
    });
    expect(refused(accepted, assess('poor', { size: 1.5 }), surveyor)).toEqual({
      code: 'facts-invalid',
      facts: ['size'],
    });
    expect(refused(accepted, assess('kaya'), surveyor)).toEqual({ code: 'facts-invalid', facts: ['result'] });
    expect(refused(accepted, completing('assess', 'done', { facts: { result: 'poor' } }), surveyor)).toEqual({
      code: 'facts-missing',
      facts: ['size'],
    });
  });

  test('when its outcome does not fit what was filled in', () => {
    expect(
      refused(accepted, completing('assess', 'again', { facts: { result: 'rich', size: 2 } }), surveyor),
    ).toEqual({
      code: 'outcome-not-offered',
      outcome: 'again',
    });
  });

  test('without the note or the missing things that its outcome demands', () => {
    expect(refused(opened, completing('check', 'return', { missing }))).toEqual({ code: 'note-missing' });
    expect(refused(opened, completing('check', 'return', { note }))).toEqual({ code: 'missing-not-named' });
    const nothing = { requirements: [], facts: [] };
    expect(refused(opened, completing('check', 'return', { note, missing: nothing }))).toEqual({
      code: 'missing-not-named',
    });
  });

  test('when it names as missing what cannot be asked', () => {
    const naming = (named: Partial<typeof missing>) =>
      refused(opened, completing('check', 'return', { note, missing: { ...missing, ...named } }));
    expect(naming({ requirements: ['selfie'] })).toEqual({
      code: 'requirements-unexpected',
      requirements: ['selfie'],
    });
    expect(naming({ facts: ['result'] })).toEqual({ code: 'facts-unexpected', facts: ['result'] });
  });

  test('when the case has ended', () => {
    const done = after(service, issued, completing('decide', 'confirm'), head);
    for (const command of [
      accept,
      { type: 'claimTask', task: 'check.1' },
      { type: 'interrupt', interruption: 'close' },
    ] as const) {
      expect(refused(done, command)).toEqual({ code: 'case-ended', ending: 'granted' });
    }
  });
});

describe('a bounded outcome', () => {
  const absent = { facts: { result: 'absent' } };
  const again = completing('assess', 'again', absent);
  const giveUp = completing('assess', 'give-up', absent);
  const once = after(service, accepted, again, surveyor);

  test('opens the step anew, as another task', () => {
    expect(once.snapshot.tasks).toMatchObject([{ step: 'assess' }]);
    expect(once.snapshot.tasks[0]?.id).not.toBe(accepted.snapshot.tasks[0]?.id);
  });

  test('is used up in the end, and only then what stands in for it is offered', () => {
    expect(refused(accepted, giveUp, surveyor)).toEqual({ code: 'outcome-not-offered', outcome: 'give-up' });
    expect(refused(once, again, surveyor)).toEqual({ code: 'outcome-used-up', outcome: 'again', atMost: 1 });
    expect(after(service, once, giveUp, surveyor).snapshot.ended).toMatchObject({ ending: 'unmet' });
  });
});

test('an ending is refused while a product is provisional and nothing can decide it any more', () => {
  const forgetful = aService({
    steps: service.process.steps.map((step) =>
      step.id === 'decide'
        ? { ...step, outcomes: step.outcomes.map(({ effects, ...outcome }) => outcome) }
        : step,
    ),
  });
  expect(
    refusal(decide(forgetful, issued.snapshot, completing('decide', 'confirm'), aContext({ by: head }))),
  ).toEqual({
    code: 'product-provisional',
    product: 'card',
  });
});
