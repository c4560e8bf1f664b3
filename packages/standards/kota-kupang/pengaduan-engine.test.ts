// Complaints in Kota Kupang through the engine, by the clock of WITA and with the holidays of 2026: Nyepi and Idul Fitri close
// the office from Wednesday 18 to Tuesday 24 March. All due dates here were counted by hand.
import { play } from '@layan/domain/case/play';
import type { Played } from '@layan/domain/case/stage';
import { defaultCalendar } from '@layan/domain/deadline/default-calendar';
import { toInstantText } from '@layan/domain/kernel/instant';
import type { Script, Turn } from '@layan/domain/standard/example';
import { sha256 } from '@layan/domain/testing/a-case';
import { describe, expect, it } from 'vitest';
import { pengaduan } from './pengaduan.ts';

const wita = (local: string) => toInstantText(Date.parse(`${local}:00+08:00`));
const scene = {
  calendar: defaultCalendar('Asia/Makassar'),
  from: wita('2026-03-02T09:00'),
  hash: sha256,
};
const person = { complainantKind: 'person', topic: 'aid' };

const tried = (channel: string, at: string, turns: readonly Turn[], more: Partial<Script> = {}) => {
  const own = { counter: { wantsToSee: 'anyone' }, lapor: { laporNumber: 'LPR-9001' } };
  const facts = {
    ...person,
    ...(channel === 'counter' && own.counter),
    ...(channel === 'lapor' && own.lapor),
  };
  return play(
    pengaduan,
    { channel, at, turns: [...turns], ...more, facts: { ...facts, ...more.facts } },
    scene,
  );
};

const played = (...[channel, at, turns, more]: Parameters<typeof tried>): Played => {
  const result = tried(channel, at, turns, more);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const promise = ({ snapshot }: Played, id: string) =>
  snapshot.promises.find((record) => record.promise === id);
const due = (story: Played, id: string) => promise(story, id)?.dueAt;
const state = (story: Played, id: string) => promise(story, id)?.state;

const unit = { handlingUnit: 'protection' };
const directed = (at: string): Turn => ({
  step: 'ask-direction',
  outcome: 'directed',
  facts: { directedBy: 'divisionHead', ...unit },
  at,
});
const agree = (agreedDate: string, at: string): Turn => ({
  step: 'face-answer',
  outcome: 'agree-date',
  facts: { complaintClass: 'complaint', oversight: 'withoutOversight', agreedDate },
  at,
});
const verified = (complaintClass: string, at: string, oversight = 'withoutOversight'): Turn => ({
  step: 'intake',
  outcome: 'verified',
  facts: { complaintClass, ...(complaintClass === 'complaint' && { oversight }) },
  at,
});
const assigned = (at: string): Turn => ({ step: 'disposition', outcome: 'assign', facts: unit, at });
const answered = (at: string): readonly Turn[] => [
  { step: 'draft-answer', outcome: 'submit', at },
  { step: 'correct-subdivision', outcome: 'pass' },
  { step: 'correct-division', outcome: 'pass' },
  { step: 'correct-secretary', outcome: 'pass' },
  { step: 'sign', outcome: 'sign' },
  { step: 'send', outcome: 'sent', facts: { outgoingNumber: '400.9/1/2026', sentBy: 'post' } },
];

describe('face to face', () => {
  it.each([
    ['2026-03-02T11:50', '2026-03-02T13:05', 'over the break'],
    ['2026-03-17T15:50', '2026-03-25T07:35', 'over the long holiday'],
    ['2026-03-02T16:20', '2026-03-03T07:45', 'from the next opening when the counter is closed'],
  ])('fifteen minutes from %s aim at %s: %s', (at, aim) => {
    const story = played('counter', at, []);
    expect(due(story, 'counter-target')).toBe(wita(aim));
    expect(state(story, 'agreed-promise')).toBeUndefined();
  });

  it('an agreed date is the promise, to the close of that day', () => {
    const story = played('counter', '2026-03-02T09:00', [
      directed('2026-03-02T09:05'),
      agree('2026-03-06', '2026-03-02T09:12'),
    ]);
    expect(state(story, 'counter-target')).toBe('kept');
    expect(due(story, 'agreed-promise')).toBe(wita('2026-03-06T16:30'));
  });

  it('a date agreed for a holiday is due on the next open day', () => {
    const story = played('counter', '2026-03-12T09:00', [
      directed('2026-03-12T09:05'),
      agree('2026-03-20', '2026-03-12T09:12'),
    ]);
    expect(due(story, 'agreed-promise')).toBe(wita('2026-03-25T16:00'));
  });

  it('nobody may agree on a day past, or more than fourteen working days off', () => {
    const on = (date: string) =>
      tried('counter', '2026-03-02T09:00', [directed('2026-03-02T09:05'), agree(date, '2026-03-02T09:12')]);
    // 3-6, 9-13, 16-17 and 25-27 March are fourteen working days after 2 March.
    expect(on('2026-03-27').ok).toBe(true);
    for (const date of ['2026-03-01', '2026-03-30'])
      expect(on(date)).toMatchObject({
        error: { rejection: { code: 'facts-invalid', facts: ['agreedDate'] } },
      });
  });

  it('a new date moves the promise and says so', () => {
    const story = played('counter', '2026-03-02T09:00', [
      directed('2026-03-02T09:05'),
      agree('2026-03-05', '2026-03-02T09:12'),
      {
        step: 'agreed-answer',
        outcome: 'new-date',
        facts: { agreedDate: '2026-03-09' },
        at: '2026-03-04T09:00',
      },
    ]);
    expect(due(story, 'agreed-promise')).toBe(wita('2026-03-09T16:00'));
    const ledger = promise(story, 'agreed-promise')?.ledger.map(({ turn, agreed }) => [turn, agreed]);
    expect(ledger).toContainEqual(['moved', '2026-03-09']);
  });

  it('keeps that an identity was shown, and nothing of it', () => {
    const story = played('counter', '2026-03-02T09:00', []);
    expect(story.snapshot.attachments).toMatchObject([{ requirement: 'identity-shown', shown: true }]);
    expect(JSON.stringify(story.snapshot.attachments)).not.toContain('document');
  });
});

describe('in writing', () => {
  it.each([
    ['letter', 'letter-promise', '2026-03-30T16:00'],
    ['box', 'box-promise', '2026-03-30T16:00'],
    ['email', 'message-promise', '2026-03-30T16:00'],
    ['portal', 'portal-promise', '2026-03-30T16:00'],
    ['lapor', 'lapor-promise', '2026-03-31T16:00'],
  ])('%s received on 12 March is promised by %s until %s', (channel, id, until) => {
    const story = played(channel, '2026-03-12T10:00', [verified('complaint', '2026-03-13T09:00')]);
    expect(due(story, id)).toBe(wita(until));
    expect(state(story, id)).toBe('running');
    // 13, 16-17, 25-27, 30-31 March, 1-2 and 6-9 April: Good Friday lies between.
    expect(due(story, 'without-oversight-limit')).toBe(wita('2026-04-09T16:00'));
  });

  it('an answer on the last day keeps the promise, one on the next morning breaks it', () => {
    const sentAt = (at: string) =>
      state(
        played('letter', '2026-03-12T10:00', [
          verified('complaint', '2026-03-13T09:00'),
          assigned('2026-03-16T09:00'),
          ...answered(at),
        ]),
        'letter-promise',
      );
    expect(sentAt('2026-03-30T15:59')).toBe('kept');
    expect(sentAt('2026-03-31T07:31')).toBe('broken');
  });

  it('what must be inspected has an interim answer in time, and sixty working days', () => {
    const story = played('letter', '2026-03-02T10:00', [
      verified('complaint', '2026-03-03T09:00', 'withOversight'),
      assigned('2026-03-04T09:00'),
      { step: 'draft-answer', outcome: 'interim', at: '2026-03-06T09:00' },
    ]);
    expect(state(story, 'letter-promise')).toBe('kept');
    expect(state(story, 'oversight-limit')).toBe('running');
    expect(due(story, 'oversight-limit')).toBe(wita('2026-06-10T16:00'));
  });

  it('may be extended once by the head, and no further', () => {
    const extend = (at: string): Turn => ({ extend: 'letter-promise', at });
    const start = [verified('complaint', '2026-03-03T09:00'), assigned('2026-03-04T09:00')];
    const once = played('letter', '2026-03-02T10:00', [...start, extend('2026-03-10T09:00')]);
    // Seven working days end on 11 March; five more on 25 March, after the holidays.
    expect(due(once, 'letter-promise')).toBe(wita('2026-03-25T16:00'));
    const twice = tried('letter', '2026-03-02T10:00', [
      ...start,
      extend('2026-03-10T09:00'),
      extend('2026-03-11T09:00'),
    ]);
    expect(twice).toMatchObject({ error: { rejection: { code: 'extension-refused', reason: 'used-up' } } });
  });

  it('stands still while the complainant is asked, and while it is postponed', () => {
    const start = [verified('complaint', '2026-03-03T09:00'), assigned('2026-03-03T10:00')];
    const asked = played('letter', '2026-03-02T09:00', [
      ...start,
      { step: 'draft-answer', outcome: 'ask-more', at: '2026-03-04T09:00' },
      { step: 'tell-more', outcome: 'supplied', at: '2026-03-09T09:00' },
    ]);
    const postponed = played('letter', '2026-03-02T09:00', [
      ...start,
      { suspend: 'postpone', at: '2026-03-04T09:00' },
      { resume: true, at: '2026-03-09T09:00' },
    ]);
    // Seven working days end on 11 March; three were waited for (4 to 9 March).
    for (const story of [asked, postponed])
      expect(due(story, 'letter-promise')).toBe(wita('2026-03-16T16:00'));
  });

  it('may be signed by who stands in, and says in which capacity', () => {
    const ladder = answered('2026-03-04T09:00').map((turn) =>
      'step' in turn && turn.step === 'sign' ? { ...turn, as: 'agencySecretary' } : turn,
    );
    const { events } = played('letter', '2026-03-02T09:00', [
      verified('complaint', '2026-03-03T09:00'),
      assigned('2026-03-03T10:00'),
      ...ladder,
    ]);
    const signed = events.find(({ body }) => body.type === 'stepCompleted' && body.step === 'sign');
    expect(signed?.body).toMatchObject({ delegation: { role: 'agencySecretary', as: 'plh' } });
  });
});

describe('a request for information', () => {
  const request = [verified('informationRequest', '2026-03-03T09:00'), assigned('2026-03-04T09:00')];

  it('has ten working days, and seven more at most', () => {
    const story = played('whatsapp', '2026-03-02T10:00', request);
    expect(state(story, 'message-promise')).toBe('dropped');
    // 3-6, 9-13 and 16 March.
    expect(due(story, 'information-promise')).toBe(wita('2026-03-16T16:00'));
    const longer = played('whatsapp', '2026-03-02T10:00', [
      ...request,
      { extend: 'information-promise', at: '2026-03-16T09:00' },
    ]);
    // 17, 25-27, 30-31 March and 1 April.
    expect(due(longer, 'information-promise')).toBe(wita('2026-04-01T16:00'));
  });

  it('that is refused can be objected to for thirty working days', () => {
    const { snapshot } = played('whatsapp', '2026-03-02T10:00', [
      ...request,
      { step: 'draft-answer', outcome: 'propose-refusal', at: '2026-03-05T09:00' },
      { step: 'decide-refusal', outcome: 'refuse', at: '2026-03-06T09:00' },
    ]);
    expect(snapshot.ended).toMatchObject({
      ending: 'information-refused',
      objection: { channel: 'objection' },
    });
    expect(snapshot.ended?.objection?.until).toBe(toInstantText(Date.parse('2026-04-27T23:59:59.999+08:00')));
  });

  it('alone can be proposed for refusal', () => {
    const complaint = tried('letter', '2026-03-02T10:00', [
      verified('complaint', '2026-03-03T09:00'),
      assigned('2026-03-04T09:00'),
      { step: 'draft-answer', outcome: 'propose-refusal', at: '2026-03-05T09:00' },
    ]);
    expect(complaint).toMatchObject({ error: { rejection: { code: 'outcome-not-offered' } } });
  });
});

describe('who complains', () => {
  it('may stay unnamed online, and confidential besides', () => {
    const { snapshot } = played('portal', '2026-03-02T10:00', [], { anonymous: true, confidential: true });
    expect(snapshot).toMatchObject({ anonymous: true, confidential: true });
    for (const fact of pengaduan.process.identity?.facts ?? []) expect(snapshot.facts[fact]).toBeUndefined();
    const open = played('portal', '2026-03-02T10:00', [], { confidential: true });
    expect(open.snapshot.anonymous).toBeUndefined();
    expect(open.snapshot.facts.complainantName).toBeDefined();
  });

  it('cannot stay unnamed at the counter or in a letter', () => {
    for (const channel of ['counter', 'letter'])
      expect(tried(channel, '2026-03-02T10:00', [], { anonymous: true }).ok).toBe(false);
  });

  it('may be an institution', () => {
    const { snapshot } = played('letter', '2026-03-02T10:00', [], {
      facts: { complainantKind: 'institution' },
    });
    expect(snapshot.facts.institutionName).toBeDefined();
  });
});

describe('after the answer', () => {
  const direct: readonly Turn[] = [
    directed('2026-03-09T09:05'),
    {
      step: 'face-answer',
      outcome: 'answered',
      facts: { complaintClass: 'aspiration' },
      at: '2026-03-09T09:10',
    },
  ];

  it('silence of ten working days closes the case', () => {
    const { snapshot } = played('counter', '2026-03-09T09:00', direct);
    // 10-13, 16-17, 25-27 and 30 March, to the close of the last.
    expect(snapshot.timers).toMatchObject([{ timer: 'no-reaction', firesAt: wita('2026-03-30T16:00') }]);
    const closed = played('counter', '2026-03-09T09:00', [...direct, { timer: 'no-reaction' }]);
    expect(closed.snapshot.ended?.ending).toBe('answered');
  });

  it.each(['react', 'record-reaction'])(
    'who is not satisfied (%s) is heard by the head in ten working days',
    (step) => {
      const story = played('counter', '2026-03-09T09:00', [
        ...direct,
        { step, outcome: 'not-satisfied', facts: { reaction: 'notSatisfied' }, at: '2026-03-10T09:00' },
      ]);
      expect(due(story, 'escalation-promise')).toBe(wita('2026-03-31T16:00'));
      expect(story.snapshot.tasks).toMatchObject([{ step: 'escalation', role: 'agencyHead' }]);
    },
  );

  it('what belongs elsewhere is passed on, and nobody is told of a refusal', () => {
    const { snapshot } = played('portal', '2026-03-02T10:00', [
      { step: 'intake', outcome: 'forward', at: '2026-03-03T09:00' },
      { step: 'forward', outcome: 'forwarded', facts: { forwardedTo: 'Dinas Kesehatan' } },
    ]);
    expect(snapshot.ended).toMatchObject({ ending: 'forwarded' });
    expect(snapshot.ended?.objection).toBeUndefined();
    expect(snapshot.timeline.map(({ text }) => text).join(' ')).not.toMatch(/tolak/i);
  });
});
