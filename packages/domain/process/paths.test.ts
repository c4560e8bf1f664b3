import { expect, test } from 'vitest';
import { anEnding, anOutcome, aProcess, aStep, aTask } from '../testing/a-standard.ts';
import { paths } from './paths.ts';

const named = (process: Parameters<typeof paths>[0], most?: number) => {
  const found = paths(process, most);
  const words = found.paths.map(({ turns, ending }) =>
    [
      ...turns.map((turn) => ('step' in turn ? `${turn.step}:${turn.outcome}` : JSON.stringify(turn))),
      ending,
    ].join(' '),
  );
  return { words, complete: found.complete };
};

test('choices make paths, work side by side does not', () => {
  const process = aProcess({
    steps: [
      aTask('split', ['filed'], ['a', 'b']),
      aTask('left', ['a'], ['c']),
      aStep('right', ['b'], [anOutcome('yes', ['d']), anOutcome('no', ['e'])]),
    ],
    endings: [anEnding('granted', ['c', 'd']), anEnding('refused', ['c', 'e'])],
  });
  expect(named(process)).toEqual({
    words: ['split:done left:done right:yes granted', 'split:done left:done right:no refused'],
    complete: true,
  });
});

test('a loop is gone through at most as often as it changes anything, short paths first', () => {
  const process = aProcess({
    steps: [
      aStep(
        'visit',
        ['filed'],
        [anOutcome('again', ['filed'], { atMost: 2 }), anOutcome('done', ['finished'])],
      ),
    ],
  });
  expect(named(process).words).toEqual([
    'visit:done granted',
    'visit:again visit:done granted',
    'visit:again visit:again visit:done granted',
  ]);
});

test('more paths than asked for are told as such', () => {
  const steps = Array.from({ length: 12 }, (_, at) =>
    aStep(
      `s${at}`,
      [at === 0 ? 'filed' : `p${at}`],
      [anOutcome('a', [`p${at + 1}`]), anOutcome('b', [`q${at}`])],
    ),
  );
  const detours = Array.from({ length: 12 }, (_, at) => aTask(`d${at}`, [`q${at}`], [`p${at + 1}`]));
  const process = aProcess({ steps: [...steps, ...detours], endings: [anEnding('granted', ['p12'])] });
  const { words, complete } = named(process, 100);
  expect([words.length, complete]).toEqual([100, false]);
});

test('simple paths pass no step twice, and are told completely where loops are many', () => {
  const process = aProcess({
    steps: [
      aStep(
        'visit',
        ['filed'],
        [anOutcome('again', ['filed'], { atMost: 9 }), anOutcome('done', ['finished'])],
      ),
    ],
  });
  const { paths: simple, complete } = paths(process, 2, undefined, true);
  expect([simple.map(({ turns }) => turns.length), complete]).toEqual([[1], true]);
  expect(paths(process, 2).complete).toBe(false);
});

test('an ending that is called like a place is another thing', () => {
  const process = aProcess({
    steps: [aTask('answer', ['filed'], ['answered']), aTask('close', ['answered'], ['closed'])],
    endings: [anEnding('answered', ['closed'])],
  });
  expect(named(process).words).toEqual(['answer:done close:done answered']);
});
