import { describe, expect, it } from 'vitest';
import { edited, pick, small, step } from './fixtures/small.ts';
import { upstreamChanges, withElements } from './upstream.ts';

const faster = edited(({ process }) => {
  const [first] = process.deadlines;
  if (first) first.label = 'Lebih cepat';
});
const deadline = `process/deadlines/${small.process.deadlines[0]?.id}`;
const reworded = edited((standard) => {
  standard.summary = 'Ringkasan contoh.';
});
const own = edited((standard) => {
  standard.summary = 'Ringkasan kami.';
});

describe('a template that changed', () => {
  it('changes nothing where nothing changed, and where we have the same already', () => {
    expect(upstreamChanges(small, own, small)).toEqual([]);
    expect(upstreamChanges(small, reworded, reworded)).toEqual([]);
  });

  it('tells what changed there, and beside it what changed here', () => {
    expect(upstreamChanges(small, small, faster)).toMatchObject([{ element: deadline, ours: [] }]);
    const [both] = upstreamChanges(small, own, reworded);
    expect(both?.element).toBe('summary');
    expect([both?.upstream.length, both?.ours.length]).toEqual([1, 1]);
  });

  it('never speaks of who the agency is or what it decreed', () => {
    const other = edited((standard) => {
      standard.decree = { number: '1/2026', enactedOn: '2026-01-02' };
    });
    expect(upstreamChanges(small, small, other)).toEqual([]);
  });
});

describe('elements that are taken over', () => {
  it('come one by one, in their place', () => {
    const taken = withElements(own, faster, [deadline]);
    expect(taken?.process.deadlines).toEqual(faster.process.deadlines);
    expect(taken?.summary).toBe('Ringkasan kami.');
  });

  it('come after their neighbour when they are new, and go when they are gone', () => {
    const more = edited(({ readings }) => {
      readings.splice(0, 0, { ...pick(readings, 'silence'), id: 'before' });
    });
    const element = 'readings/before';
    expect(withElements(small, more, [element])?.readings.map(({ id }) => id)).toEqual(['before', 'silence']);
    expect(withElements(more, small, [element])).toEqual(small);
  });

  it('keep everything else as it is, whatever is asked for', () => {
    expect(withElements(small, faster, [])).toEqual(small);
    expect(withElements(small, small, ['process/steps/review'])).toEqual(small);
    const relabelled = edited((standard) => {
      step(standard, 'review').label = 'Lain';
    });
    expect(withElements(relabelled, small, ['process/steps/review'])).toEqual(small);
  });

  it('are none where no standard would be left', () => {
    expect(withElements(small, faster, ['__proto__/x', 'process'])).toBeUndefined();
  });
});
