// The batch of a village through the engine. Nyepi and Idul Fitri close the office from Wednesday 18 to Tuesday 24 March 2026;
// all due dates here were counted by hand.
import { play } from '@layan/domain/case/play';
import { playExample } from '@layan/domain/case/play-example';
import { timeByParty } from '@layan/domain/case/time-by-party';
import { defaultCalendar } from '@layan/domain/deadline/default-calendar';
import { toInstantText } from '@layan/domain/kernel/instant';
import { explore } from '@layan/domain/process/explore';
import type { Turn } from '@layan/domain/standard/example';
import { sha256 } from '@layan/domain/testing/a-case';
import { describe, expect, it } from 'vitest';
import { pengesahanPbiJk as batch } from './pengesahan-pbi-jk.ts';
import { usulanDataKesejahteraan } from './usulan-data-kesejahteraan.ts';
import { vervalPbiJk } from './verval-pbi-jk.ts';

const wib = (local: string) => toInstantText(Date.parse(`${local}:00+07:00`));
const calendar = defaultCalendar('Asia/Jakarta');
const scene = { calendar, from: wib('2026-03-02T09:00'), hash: sha256 };
const { process } = batch;
const step = (id: string) => process.steps.find((candidate) => candidate.id === id);

const storyOf = (id: string) => {
  const example = process.examples.find((candidate) => candidate.id === id);
  if (!example) throw new Error(id);
  return example;
};

const played = (turns: readonly Turn[]) => {
  const { channel, at, facts } = storyOf('completed');
  const result = play(batch, { channel, facts, ...(at !== undefined && { at }), turns: [...turns] }, scene);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** The story up to here, and what comes instead of its rest. */
const until = (id: string, before: string, rest: readonly Turn[]) => {
  const { turns } = storyOf(id);
  const cut = turns.findIndex((turn) => 'step' in turn && turn.step === before);
  return played([...turns.slice(0, cut), ...rest]);
};

describe.each([batch, vervalPbiJk, usulanDataKesejahteraan])('the examples of $id', (standard) => {
  it.each(standard.process.examples)('$id: $title', (example) => {
    expect(playExample(standard, example, scene)).toMatchObject({ ok: true });
  });

  it('reach every ending, and the process is sound', () => {
    const reached = new Set(standard.process.examples.map(({ ending }) => ending));
    expect(standard.process.endings.filter(({ id }) => !reached.has(id))).toEqual([]);
    expect(explore(standard.process)).toMatchObject({
      complete: true,
      stuck: [],
      trapped: [],
      deadOutcomes: [],
    });
  });
});

describe('the ladder', () => {
  it('corrects, initials and signs in the order of the document', () => {
    const tiers = process.steps
      .filter(({ review }) => review?.draft === 'verify')
      .map(({ role, review }) => [role, review?.verb]);
    expect(tiers).toEqual([
      ['subCoordinator', 'correct'],
      ['divisionHead', 'correct'],
      ['agencySecretary', 'correct'],
      ['agencyHead', 'initial'],
      ['regionalAssistant', 'initial'],
      ['regionalSecretary', 'initial'],
      ['regent', 'sign'],
    ]);
  });

  it('has what happens on paper entered by the supervisor, and counted as theirs', () => {
    for (const role of ['regionalAssistant', 'regionalSecretary', 'regent', 'ministry'])
      for (const one of process.steps.filter((candidate) => candidate.role === role))
        expect(one.enteredBy).toBe('regencySupervisor');
  });

  it('freezes the paper before it leaves the agency, and cancels it whenever it comes back', () => {
    const effects = (id: string, outcome: string) =>
      step(id)?.outcomes.find((candidate) => candidate.id === outcome)?.effects;
    expect(effects('correct-secretary', 'correct')).toEqual([{ freeze: 'ratification' }]);
    for (const id of ['initial-head', 'initial-assistant', 'initial-regional-secretary', 'ratify'])
      expect(effects(id, 'return'), id).toEqual([{ cancel: 'ratification' }]);
  });
});

describe('the twenty working days', () => {
  it('run from the upload, over the long holiday', () => {
    const { snapshot } = until('completed', 'verify', []);
    // 5 March + 20: 6, 9-13, 16-17 (8), 25-27 (11), 30-31 March and 1-2 April (15), 3 April closed, 6-10 April (20).
    expect(snapshot.promises).toMatchObject([
      { promise: 'verval-promise', state: 'running', dueAt: wib('2026-04-10T16:30') },
    ]);
  });

  it('are told apart by who had the batch: the village, the agency, the regent', () => {
    const { events } = until('completed', 'upload-ratification', []);
    const parties = timeByParty(batch, events, calendar, wib('2026-03-16T10:00'));
    const minutes = (role: string) => parties.find((one) => one.role === role)?.workingMinutes ?? 0;
    for (const role of ['villageOperator', 'regionalAssistant', 'regent', 'regencySupervisor'])
      expect(minutes(role), role).toBeGreaterThan(0);
    // Initialled by the Sekda on Tuesday 10 March at 10.15, ratified on Friday 13 March at 14.00.
    expect(parties.find(({ role }) => role === 'regent')?.party).toBe('external');
  });
});

describe('one line', () => {
  it('that the regent returns leaves the batch; the rest is printed anew and ratified without another initial', () => {
    const { snapshot, events } = played(storyOf('reprinted').turns);
    expect(snapshot.lines?.map(({ out }) => out?.why)).toEqual([undefined, 'returned', undefined]);
    const initials = events.filter(
      ({ body }) => body.type === 'stepCompleted' && body.step === 'initial-head',
    );
    expect(initials).toHaveLength(1);
    const papers = snapshot.products.filter(({ product }) => product === 'ratification');
    expect(papers.map(({ state }) => state)).toEqual(['cancelled', 'active']);
  });

  it('that nobody decided on keeps the batch from going on', () => {
    const { channel, facts } = storyOf('completed');
    const [first, held] = storyOf('completed').turns;
    if (!first || !held || !('decide' in first)) throw new Error('no decisions');
    const some = { ...first, lines: [1, 2] };
    expect(play(batch, { channel, facts, turns: [some, held] }, scene)).toMatchObject({
      error: { rejection: { code: 'lines-undecided', count: 1 } },
    });
  });

  it('is removed or returned with a reason, always', () => {
    const drops = process.steps.flatMap(({ lines }) => lines?.decisions ?? []).filter(({ drops }) => drops);
    const unexplained = drops.filter(({ note }) => note !== 'required').map(({ id }) => id);
    expect(unexplained).toEqual(['determined']);
  });
});
