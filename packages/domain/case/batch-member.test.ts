import { describe, expect, it } from 'vitest';
import { CaseId } from '../kernel/ids.ts';
import { explore } from '../process/explore.ts';
import type { Story } from '../process/story.ts';
import { batchId, proposal, proposalBatch } from '../testing/a-batch.ts';
import {
  aContext,
  aFiling,
  after,
  at,
  calendar,
  citizen,
  clock,
  completing,
  filed,
  type Kept,
  monday,
  refusal,
  secret,
  sha256,
  staff,
} from '../testing/a-case.ts';
import { availableActions } from './available.ts';
import type { BatchNews } from './batch-news.ts';
import type { By, CaseCommand } from './command.ts';
import { decide } from './decide.ts';
import { play } from './play.ts';
import { timeByParty } from './time-by-party.ts';

const village = '35.08.01.2001';
const operator = staff('operator', ['village'], [village]);
const area = operator.member.areas[0];
const ten = at('2026-07-06 10:00');
const first = { caseId: CaseId.parse('1'.repeat(26)), ticket: '1111-1111-1' };
const second = { caseId: CaseId.parse('2'.repeat(26)), ticket: '2222-2222-2' };

const waiting = (): Kept =>
  filed(
    proposal,
    aFiling({
      channel: 'counter',
      facts: { name: secret('nama'), place: village },
      ...(area && { area }),
    }),
    aContext({ by: operator }),
  );
const join = (batch = first, more = {}): CaseCommand => ({
  type: 'joinBatch',
  batch,
  standard: batchId,
  step: 'gather',
  area,
  ...more,
});
const hear = (news: Partial<BatchNews>, batch = first, note?: string): CaseCommand => ({
  type: 'followBatch',
  batch: batch.caseId,
  standard: batchId,
  news: { seq: 2, at: at('2026-07-06 09:30'), what: [{ step: 'deliberate', decision: 'worthy' }], ...news },
  ...(note !== undefined && { note: secret(note) }),
});
const then = (before: Kept, ...commands: CaseCommand[]): Kept =>
  commands.reduce((kept, command) => after(proposal, kept, command, clock, ten), before);
const refused = (kept: Kept, command: CaseCommand, by: By = clock) =>
  refusal(decide(proposal, kept.snapshot, command, aContext({ by, now: ten })))?.code;
const nothing = (kept: Kept, command: CaseCommand) => {
  const decided = decide(proposal, kept.snapshot, command, aContext({ by: clock, now: ten }));
  return decided.ok && decided.value.length === 0;
};
const drop = { step: 'verify', decision: 'remove' };

describe('a case that waits for a batch', () => {
  it('is nobody’s task', () => {
    const kept = waiting();
    const task = kept.snapshot.tasks[0]?.id ?? '';
    expect(kept.snapshot.tasks).toMatchObject([{ step: 'gather', role: 'village' }]);
    expect(refused(kept, completing('gather', 'worthy'), operator)).toBe('unknown-step');
    expect(refused(kept, { type: 'claimTask', task }, operator)).toBe('unknown-task');
    const offers = availableActions(proposal, kept.snapshot, operator).map(({ type }) => type);
    expect(offers).not.toContain('completeStep');
    expect(offers).not.toContain('claimTask');
  });

  it('joins a batch once, by the system, in its area and where it waits', () => {
    const kept = waiting();
    expect(refused(kept, join(), operator)).toBe('role-missing');
    expect(refused(kept, join(first, { area: '35.08.01.2002' }))).toBe('not-waiting');
    expect(refused(kept, join(first, { step: 'ratify' }))).toBe('not-waiting');
    const joined = then(kept, join());
    expect(joined.snapshot.batch).toEqual({ ...first, seq: 0 });
    expect(nothing(joined, join())).toBe(true);
    expect(refused(joined, join(second))).toBe('in-other-batch');
  });

  it('follows what its outcomes name, at the time it happened, with the note and nothing twice', () => {
    const told = then(waiting(), join(), hear({}, first, 'rumah tidak layak huni'));
    expect(told.snapshot.tasks.map(({ step }) => step)).toEqual(['ratify']);
    expect(told.snapshot.batch).toEqual({ ...first, seq: 2, at: told.events.at(-1)?.at });
    expect(told.events.at(-1)?.body).toMatchObject({
      type: 'stepCompleted',
      step: 'gather',
      outcome: 'worthy',
      note: secret('rumah tidak layak huni'),
      happenedAt: at('2026-07-06 09:30'),
      batch: { caseId: first.caseId, seq: 2 },
    });
    expect(told.snapshot.timeline.at(-1)).toMatchObject({ note: secret('rumah tidak layak huni') });
    expect(nothing(told, hear({}))).toBe(true);
    expect(nothing(told, hear({ seq: 1 }))).toBe(true);
    expect(nothing(told, hear({ seq: 9 }, second))).toBe(true);
  });

  it('stays where it is at what no outcome names', () => {
    const joined = then(waiting(), join());
    expect(nothing(joined, hear({ what: [{ step: 'deliberate', outcome: 'decided' }] }))).toBe(true);
    expect(nothing(joined, hear({ what: [{ step: 'sign', outcome: 'signed' }] }))).toBe(true);
  });

  it('is free for another batch once the first has let go of it, whatever becomes of it', () => {
    const back = then(
      waiting(),
      join(),
      hear({}),
      hear({ seq: 5, what: [drop], leaves: true }, first, 'data ganda'),
    );
    expect(back.snapshot.tasks.map(({ step }) => step)).toEqual(['gather']);
    expect(back.snapshot.batch).toEqual({ ...first, seq: 5, at: back.events.at(-1)?.at, left: true });
    expect(then(back, join(second)).snapshot.batch).toEqual({ ...second, seq: 0 });
    const unnamed = then(waiting(), join(), hear({ what: [{ ending: 'dissolved' }], leaves: true }));
    expect(unnamed.snapshot.batch?.left).toBe(true);
    expect(unnamed.snapshot.tasks.map(({ step }) => step)).toEqual(['gather']);
    expect(nothing(unnamed, hear({ seq: 9 }))).toBe(true);
  });

  it('hears nothing while it is on hold, and can be withdrawn at any time', () => {
    const joined = then(waiting(), join());
    const officer = staff('petugas', ['officer']);
    const held = after(
      proposal,
      joined,
      { type: 'suspend', suspension: 'hold', note: secret('x') },
      officer,
      ten,
    );
    expect(refused(held, hear({}))).toBe('case-suspended');
    const gone = after(proposal, joined, { type: 'interrupt', interruption: 'withdraw' }, citizen, ten);
    expect(gone.snapshot.ended?.ending).toBe('withdrawn');
    expect(refused(gone, join(second))).toBe('case-ended');
  });

  it('waits for those outside who have accounts: their time, until it happened in the batch', () => {
    const told = then(waiting(), join(), hear({ what: [{ step: 'deliberate', decision: 'unworthy' }] }));
    expect(told.snapshot.ended?.ending).toBe('refused');
    expect(timeByParty(proposal, told.events, calendar)).toEqual([
      { party: 'external', role: 'village', workingMinutes: 30 },
    ]);
  });
});

describe('a story', () => {
  const scene = { calendar, from: monday, hash: sha256 };
  const facts = { place: village };
  const told = (turns: Story['turns'], standard = proposal, more = {}) =>
    play(standard, { channel: 'counter', facts, turns, ...more }, scene);
  const period = { facts: { period: '2026-03' } };

  it('says what comes of a batch to a case', () => {
    const played = told([
      { line: 'gather', outcome: 'worthy' },
      { line: 'ratify', outcome: 'ratified', at: '2026-07-09T10:00' },
    ]);
    expect(played.ok && played.value.snapshot.ended?.ending).toBe('granted');
    const early = told([{ line: 'ratify', outcome: 'ratified' }]);
    expect(early.ok || early.error.turn).toBe(1);
  });

  it('tells a batch from its lines to its end', () => {
    const turns: Story['turns'] = [
      { decide: 'deliberate', decision: 'worthy' },
      { decide: 'deliberate', decision: 'unworthy', lines: [2] },
      { step: 'deliberate', outcome: 'decided' },
      { decide: 'verify', decision: 'remove', lines: [3] },
      { step: 'verify', outcome: 'right' },
      { step: 'sign', outcome: 'signed' },
    ];
    const played = told(turns, proposalBatch, period);
    expect(played.ok && played.value.snapshot.ended?.ending).toBe('done');
    expect(played.ok && played.value.snapshot.lines?.filter(({ out }) => out)).toHaveLength(2);
    const large = told(turns, proposalBatch, { ...period, lines: 250 });
    expect(large.ok && large.value.snapshot.lines?.filter(({ out }) => !out)).toHaveLength(248);
    const alone = told(turns, proposalBatch, { ...period, lines: 1 });
    expect(alone.ok || alone.error).toMatchObject({ turn: 2, rejection: { code: 'unknown-lines' } });
  });

  it.each([proposal, proposalBatch])('is found by the checker to every ending of $title', (standard) => {
    const { deadOutcomes, stuck, trapped, endings, complete } = explore(standard.process);
    expect({ complete, deadOutcomes, stuck, trapped }).toMatchObject({
      complete: true,
      deadOutcomes: [],
      stuck: [],
      trapped: [],
    });
    for (const { ending, story } of endings) {
      const played = play(standard, story, { ...scene, makeUp: true });
      expect(played.ok ? played.value.snapshot.ended?.ending : played.error).toBe(ending);
    }
  });
});
