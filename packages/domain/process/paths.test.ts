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
