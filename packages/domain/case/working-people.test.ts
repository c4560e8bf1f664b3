import { describe, expect, test } from 'vitest';
import { indexOf } from '../process/process-index.ts';
import {
  aContext,
  aFiling,
  after,
  at,
  citizen,
  clock,
  completing,
  filed,
  type Kept,
  refusal,
  secret,
  staff,
} from '../testing/a-case.ts';
import {
  aComplaintService,
  complaintProcess,
  complaintService as service,
} from '../testing/a-complaint-service.ts';
import { availableActions } from './available.ts';
import type { By, FileCase } from './command.ts';
import { decide } from './decide.ts';
import { CaseEvent } from './event.ts';
import { play } from './play.ts';
import { askableOf } from './step-form.ts';

const name = secret('v1.nama');
const told = { name, phone: secret('v1.telepon'), topic: 'lampu', place: 'pasar' };
const officer = staff('one', ['officer']);
const deputy = staff('two', ['deputy']);
const both = staff('three', ['secretary', 'head'], ['35.74.01']);
const monday = at('2026-07-06 09:00');

const sorted = (outcome: string, facts = {}): Kept =>
  after(
    service,
    filed(service, aFiling({ facts: told })),
    completing('sort', outcome, { facts: { name, ...facts } }),
    officer,
  );
const written = after(service, sorted('answer'), completing('write', 'done'), officer);
const refused = (before: Kept, command: Parameters<typeof decide>[2], by: By = officer, now = monday) =>
  refusal(decide(service, before.snapshot, command, aContext({ by, now })));
const last = (kept: Kept) => kept.events.findLast(({ body }) => body.type === 'stepCompleted');

describe('somebody who stands in', () => {
  test('does the step in the capacity that the standard gives them, and it is recorded', () => {
    const signed = after(service, written, completing('sign', 'sign'), deputy);
    expect(signed.snapshot.ended).toMatchObject({ ending: 'answered' });
    expect(last(signed)).toMatchObject({
      by: { id: 'two', role: 'deputy' },
      body: { delegation: { role: 'deputy', as: 'plt' } },
    });
    expect(CaseEvent.parse(last(signed))).toEqual(last(signed));
  });

  test('acts in their own role first, and in another when they say so', () => {
    const own = after(service, written, completing('sign', 'sign'), both);
    expect(last(own)?.by).toMatchObject({ role: 'head' });
    expect(last(own)?.body).not.toHaveProperty('delegation');
    const onBehalf = after(service, written, completing('sign', 'sign', { as: 'secretary' }), both);
    expect(last(onBehalf)?.body).toMatchObject({ delegation: { role: 'secretary', as: 'an' } });
  });

  test('may neither invent a capacity nor take one they do not hold', () => {
    expect(refused(written, completing('sign', 'sign', { as: 'officer' }), deputy)).toEqual({
      code: 'delegation-refused',
      role: 'officer',
    });
    expect(refused(written, completing('sign', 'sign', { as: 'secretary' }), deputy)).toEqual({
      code: 'role-missing',
      role: 'secretary',
    });
    expect(refused(written, completing('sign', 'sign'))).toEqual({ code: 'role-missing', role: 'head' });
  });

  test('stands in where their own role covers another area only', () => {
    const elsewhere = staff('four', ['head', 'secretary'], ['35.74.02']);
    const here = { ...written.snapshot, area: written.snapshot.area ?? both.member.areas[0] };
    const kept = { ...written, snapshot: here };
    expect(last(after(service, kept, completing('sign', 'sign'), elsewhere))?.body).toMatchObject({
      delegation: { as: 'an' },
    });
    for (const role of ['head', 'deputy']) {
      const stranger = staff('five', [role], ['35.74.02']);
      expect(refused(kept, completing('sign', 'sign'), stranger)).toEqual({
        code: 'area-missing',
        area: '35.74.01',
      });
    }
  });

  test('does not sign what they wrote themselves', () => {
    const writer = staff('two', ['officer', 'deputy']);
    const own = after(service, sorted('answer'), completing('write', 'done'), writer);
    expect(refused(own, completing('sign', 'sign'), writer)).toEqual({ code: 'own-work', step: 'write' });
  });

  test('takes the task, gives it back, and may be given it', () => {
    const { id: task } = written.snapshot.tasks[0] ?? { id: '' };
    const claimed = after(service, written, { type: 'claimTask', task }, deputy);
    expect(claimed.events.at(-1)?.by).toMatchObject({ role: 'deputy' });
    expect(refused(claimed, completing('sign', 'sign'), both)).toMatchObject({ code: 'held-by-other' });
    const released = after(service, claimed, { type: 'releaseTask', task, reason: 'byHolder' }, deputy);
    expect(released.events.at(-1)?.by).toMatchObject({ role: 'deputy' });
    const boss = staff('boss', ['serviceManager']);
    const give = { type: 'assignTask', task, to: deputy.member, why: 'byCoordinator' } as const;
    expect(after(service, written, give, boss).snapshot.tasks[0]?.assignee?.id).toBe('two');
    expect(refused(written, { ...give, to: officer.member }, boss)).toMatchObject({
      code: 'assignee-refused',
    });
  });

  test('is offered the work together with the capacity', () => {
    const offers = (by: typeof deputy) =>
      availableActions(service, written.snapshot, by).filter(({ type }) => type === 'completeStep');
    expect(offers(deputy)).toMatchObject([
      { outcome: 'sign', allowed: true, delegation: { role: 'deputy', as: 'plt' } },
      { outcome: 'back', allowed: true },
    ]);
    expect(offers(both)[0]).not.toHaveProperty('delegation');
    expect(offers(officer)).toMatchObject([{ allowed: false }, { allowed: false }]);
  });
});

describe('a review', () => {
  test('gives the draft back with a note, although its outcome asks for none', () => {
    expect(refused(written, completing('sign', 'back'), deputy)).toEqual({ code: 'note-missing' });
    const note = secret('v1.kalimat kedua keliru');
    const back = after(service, written, completing('sign', 'back', { note }), deputy);
    expect(last(back)?.body).toMatchObject({ note });
    expect(back.snapshot.tasks).toMatchObject([{ step: 'write' }]);
    expect(back.snapshot.returned).toBeUndefined();
  });

  test('is between colleagues: the citizen does not read the note', () => {
    const note = secret('v1.kalimat kedua keliru');
    const { snapshot } = after(service, written, completing('sign', 'back', { note }), deputy);
    expect(snapshot.timeline).toEqual(written.snapshot.timeline);
  });

  test('says in the offers that a note is needed', () => {
    const notes = availableActions(service, written.snapshot, deputy).flatMap((action) =>
      action.type === 'completeStep' ? [[action.outcome, action.note]] : [],
    );
    expect(notes).toEqual([
      ['sign', 'none'],
      ['back', 'required'],
    ]);
  });
});

describe('work of somebody outside', () => {
  const outside = sorted('ask');
  const seen = (happenedAt?: ReturnType<typeof at>) =>
    completing('inspect', 'seen', happenedAt === undefined ? {} : { happenedAt });
  const friday = at('2026-07-10 09:00');

  test('is theirs while it waits, and is entered by the agency', () => {
    expect(outside.snapshot.tasks).toMatchObject([{ step: 'inspect', role: 'village' }]);
    const done = after(service, outside, seen(), officer, friday);
    expect(last(done)?.by).toMatchObject({ role: 'officer' });
    expect(last(done)?.body).not.toHaveProperty('delegation');
    expect(refused(outside, seen(), deputy)).toEqual({ code: 'role-missing', role: 'village' });
  });

  test('may have happened before it is entered, but neither before it was asked for nor later than now', () => {
    const refusedAt = (time: string) => refused(outside, seen(at(time)), officer, friday);
    expect(refusedAt('2026-07-06 08:59')).toEqual({ code: 'happened-refused', reason: 'before-task' });
    expect(refusedAt('2026-07-10 09:01')).toEqual({ code: 'happened-refused', reason: 'in-future' });
    expect(refusedAt('2026-07-06 09:00')).toBeUndefined();
    expect(refusedAt('2026-07-10 09:00')).toBeUndefined();
    expect(refused(written, completing('sign', 'sign', { happenedAt: monday }), deputy, friday)).toEqual({
      code: 'happened-refused',
      reason: 'not-entered',
    });
  });

  test('keeps a clock that it stopped in time, even one that was taken for broken meanwhile', () => {
    const promiseOf = (kept: Kept, id: string) =>
      kept.snapshot.promises.find(({ promise }) => promise === id);
    const overdue = after(service, outside, { type: 'checkPromises' }, clock, friday);
    expect(promiseOf(overdue, 'outside')).toMatchObject({ state: 'broken', dueAt: at('2026-07-08 16:00') });
    for (const before of [outside, overdue]) {
      const inTime = after(service, before, seen(at('2026-07-08 15:00')), officer, friday);
      expect(promiseOf(inTime, 'outside')).toMatchObject({ state: 'kept' });
      const late = after(service, before, seen(at('2026-07-08 16:01')), officer, friday);
      expect(promiseOf(late, 'outside')).toMatchObject({ state: 'broken' });
      expect(promiseOf(after(service, before, seen(), officer, friday), 'outside')).toMatchObject({
        state: 'broken',
      });
    }
  });

  test('lets the clock that waited for it go on from when it was done, also when the calendar changes later', () => {
    const reply = (kept: Kept) => kept.snapshot.promises.find(({ promise }) => promise === 'reply');
    expect(reply(outside)).toMatchObject({ state: 'paused', dueAt: at('2026-07-13 16:00') });
    const done = after(service, outside, seen(at('2026-07-07 09:00')), officer, friday);
    expect(reply(done)).toMatchObject({ state: 'running', dueAt: at('2026-07-14 16:00') });
    expect(reply(done)?.ledger.at(-1)).toMatchObject({ turn: 'resumed', at: at('2026-07-07 09:00') });
    expect(reply(after(service, outside, seen(), officer, friday))?.dueAt).toBe(at('2026-07-17 16:30'));
    const again = decide(
      service,
      done.snapshot,
      { type: 'reckonPromises', causes: [] },
      aContext({ by: clock, now: friday }),
    );
    expect(again).toEqual({ ok: true, value: [] });
    for (const event of done.events) expect(CaseEvent.parse(event)).toEqual(event);
  });
});

describe('an anonymous case', () => {
  const nameless = filed(service, aFiling({ facts: { topic: 'lampu', place: 'pasar' }, anonymous: true }));

  test('is asked for no name by any step', () => {
    expect(refused(filed(service, aFiling({ facts: told })), completing('sort', 'answer'))).toBeUndefined();
    expect(refused(nameless, completing('sort', 'answer'))).toBeUndefined();
    const sort = indexOf(service.process).steps.get('sort');
    if (!sort) throw new Error('no step');
    expect(askableOf(indexOf(service.process), nameless.snapshot, sort)).toEqual({
      requirements: ['proof'],
      facts: ['topic', 'place', 'spot'],
    });
    const missing = { requirements: [], facts: ['name'] };
    expect(refused(nameless, completing('sort', 'return', { missing, note: secret('v1.x') }))).toEqual({
      code: 'facts-unexpected',
      facts: ['name'],
    });
  });

  test('is asked for no name by an outcome that asks for one either', () => {
    const asking = aComplaintService({
      steps: (complaintProcess.steps ?? []).map((step) =>
        step.id === 'sort'
          ? { ...step, outcomes: step.outcomes.map((outcome) => ({ ...outcome, asks: ['name'] })) }
          : step,
      ),
    });
    const sort = (more: Partial<FileCase>) => {
      const { snapshot } = filed(asking, aFiling({ facts: { topic: 'lampu', place: 'pasar' }, ...more }));
      const unnamed = { ...snapshot, facts: { topic: 'lampu' } };
      return refusal(
        decide(asking, unnamed, completing('sort', 'answer'), aContext({ by: officer, now: monday })),
      );
    };
    expect(sort({ anonymous: true })).toBeUndefined();
    expect(sort({ facts: told })).toEqual({ code: 'facts-missing', facts: ['name'] });
  });

  test('that was never asked for a name does not take one from a step either', () => {
    const box = filed(
      service,
      aFiling({ channel: 'box', facts: { topic: 'lampu', place: 'pasar' }, received: { at: monday } }),
      aContext({ by: officer }),
    );
    expect(refused(box, completing('sort', 'answer', { facts: { name } }))).toEqual({
      code: 'facts-unexpected',
      facts: ['name'],
    });
    expect(refused(nameless, completing('sort', 'answer', { facts: { name } }))).toBeUndefined();
  });
});

test('what is only shown cannot be asked for from afar', () => {
  const counter = filed(
    service,
    aFiling({
      channel: 'counter',
      facts: told,
      attachments: [{ requirement: 'identity', shown: true, as: 'licence' }],
    }),
    aContext({ by: officer }),
  );
  const missing = { requirements: ['identity'], facts: [] };
  expect(refused(counter, completing('sort', 'return', { missing, note: secret('v1.x') }))).toEqual({
    code: 'requirements-unexpected',
    requirements: ['identity'],
  });
});

describe('stand-ins play', () => {
  const turns = [
    { step: 'sort', outcome: 'ask' },
    { step: 'inspect', outcome: 'seen' },
    { step: 'write', outcome: 'done' },
    { step: 'sign', outcome: 'back' },
    { step: 'write', outcome: 'done' },
    { step: 'sign', outcome: 'sign', as: 'secretary' },
  ];
  const scene = { calendar: aContext().calendar, from: monday, hash: aContext().hash };
  const played = (channel: string, more = {}) =>
    play(service, { channel, facts: { topic: 'lampu', place: 'pasar' }, turns, ...more }, scene);

  test('every channel, with papers shown, receipts entered, reviews returned and somebody standing in', () => {
    for (const { id } of complaintProcess.channels ?? []) {
      const done = played(id);
      expect(done).toMatchObject({ ok: true, value: { snapshot: { ended: { ending: 'answered' } } } });
      const signed = done.ok && done.value.events.findLast(({ body }) => body.type === 'stepCompleted');
      expect(signed).toMatchObject({ by: { role: 'secretary' }, body: { delegation: { as: 'an' } } });
    }
    const counter = played('counter');
    expect(counter.ok && counter.value.snapshot.attachments).toEqual([
      { requirement: 'identity', shown: true, as: 'id-card' },
    ]);
  });

  test('nobody in a role that may not stand in', () => {
    const signed = { step: 'sign', outcome: 'sign', as: 'officer' };
    expect(
      played('portal', { turns: [{ step: 'sort', outcome: 'answer' }, ...turns.slice(2, 3), signed] }),
    ).toMatchObject({
      ok: false,
      error: { turn: 3, rejection: { code: 'delegation-refused', role: 'officer' } },
    });
  });

  test('an applicant who stays anonymous or asks for confidentiality', () => {
    const quiet = played('portal', { anonymous: true, confidential: true });
    expect(quiet).toMatchObject({ ok: true, value: { snapshot: { anonymous: true, confidential: true } } });
    expect(quiet.ok && quiet.value.snapshot.facts).not.toHaveProperty('name');
  });

  test('of a group that nobody told ordinary answers of only what is made up', () => {
    const story = { channel: 'portal', facts: { topic: 'lampu' }, turns: [] };
    expect(play(service, story, scene)).toMatchObject({
      ok: false,
      error: { turn: 0, rejection: { code: 'facts-missing', facts: ['place', 'spot'] } },
    });
    const made = play(service, story, { ...scene, makeUp: true });
    expect(made.ok && Object.keys(made.value.snapshot.facts).sort()).toEqual([
      'name',
      'phone',
      'place',
      'topic',
    ]);
  });

  test('a step form of whose questions one is enough', () => {
    const forms = [
      ...(complaintProcess.forms ?? []).filter(({ id }) => id !== 'call'),
      {
        id: 'call',
        title: 'Telepon',
        pages: [
          {
            id: 'satu',
            title: 'Satu',
            fields: ['spot', 'place'].map((fact) => ({ fact, required: false })),
          },
        ],
        atLeastOne: [['spot', 'place']],
      },
    ];
    const strict = aComplaintService({ forms });
    const before = filed(strict, aFiling({ facts: told }));
    const sort = (facts: object) =>
      refusal(
        decide(
          strict,
          before.snapshot,
          completing('sort', 'answer', { facts: { ...facts } }),
          aContext({ by: officer }),
        ),
      );
    expect(sort({})).toEqual({ code: 'facts-missing', facts: ['spot', 'place'], anyOf: [['spot', 'place']] });
    expect(sort({ spot: 'dekat' })).toBeUndefined();
  });
});

test('an applicant does nothing in the name of a role', () => {
  expect(refused(sorted('answer'), completing('write', 'done', { as: 'officer' }), citizen)).toEqual({
    code: 'role-missing',
    role: 'officer',
  });
});
