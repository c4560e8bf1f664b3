import { expect, test } from 'vitest';
import { returnsDraft } from '../case/review.ts';
import { findOutcome, indexOf } from '../process/process-index.ts';
import { sha256 } from './a-case.ts';
import { aStandard } from './a-standard.ts';
import { chance } from './chance.ts';
import { randomProcess } from './random-process.ts';
import { walk } from './walk.ts';

const hash = sha256('walk');

/** What a walk met of people and papers. */
const met = (seed: number): readonly string[] => {
  const standard = aStandard(randomProcess(chance(seed)));
  const { events, snapshot } = walk({
    standard,
    chance: chance(seed * 7919),
    most: 40,
    thorough: 10,
    hash: () => hash,
  });
  const index = indexOf(standard.process);
  const done = events.flatMap(({ body, by }) => (body.type === 'stepCompleted' ? [{ ...body, by }] : []));
  const isReturn = ({ step: id, outcome }: (typeof done)[number]) => {
    const step = index.steps.get(id);
    const chosen = step && findOutcome(step, outcome);
    return step && chosen && returnsDraft(step, chosen);
  };
  return [
    snapshot.channel,
    ...(snapshot.anonymous ? [`${snapshot.channel} anonymous`] : []),
    ...(snapshot.anonymous && 'phone' in snapshot.facts ? ['anonymous, told'] : []),
    ...(snapshot.confidential ? ['confidential'] : []),
    ...snapshot.attachments.flatMap((one) => ['shown' in one ? 'shown' : 'kept', one.as ?? 'the one']),
    ...done.flatMap((one) => [
      one.delegation?.as ?? 'own',
      one.happenedAt === undefined ? 'now' : 'earlier',
      ...(isReturn(one) ? ['returned'] : []),
    ]),
  ];
};

test('walks meet everybody: who stays unknown, who stands in, who gives a draft back, who enters what others did', () => {
  const seen = new Set<string>();
  // The same walks each time: a walk that never meets them would prove nothing of them.
  for (let seed = 1; seed <= 150; seed += 1) for (const what of met(seed)) seen.add(what);
  expect([...seen].sort()).toEqual([
    'an',
    'anonymous, told',
    'box',
    'box anonymous',
    'confidential',
    'counter',
    'earlier',
    'kept',
    'letter',
    'now',
    'one',
    'own',
    'plh',
    'plt',
    'portal',
    'portal anonymous',
    'returned',
    'shown',
    'the one',
  ]);
});
