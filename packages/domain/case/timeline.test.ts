import { aFiledCase } from '@layan/testing/builders/a-case';
import { minute } from '@layan/testing/builders/ids';
import { expect, test } from 'vitest';
import { longestTimeline, told } from './timeline.ts';

test('a timeline keeps its first sentence and the latest, and never grows without end', () => {
  const { after, events } = aFiledCase(1);
  const [event] = events;
  if (!event) throw new Error('A filed case has an event.');
  let { snapshot } = after;
  const [first] = snapshot.timeline;
  for (let n = 1; n <= 3 * longestTimeline; n += 1)
    snapshot = { ...snapshot, timeline: told(snapshot, { ...event, at: minute(n) }, `Kabar ${n}`) };
  expect(snapshot.timeline).toHaveLength(longestTimeline);
  expect(snapshot.timeline[0]).toEqual(first);
  expect(snapshot.timeline.slice(1).map(({ text }) => text)).toEqual(
    Array.from({ length: longestTimeline - 1 }, (_, n) => `Kabar ${2 * longestTimeline + 2 + n}`),
  );
});
