import { expect, test } from 'vitest';
import type { Deadline } from '../standard/deadline.ts';
import {
  aFiling,
  after,
  at,
  citizen,
  completing,
  filed,
  type Kept,
  secret,
  staff,
} from '../testing/a-case.ts';
import { anOutcome, applicant, aStandard, aStep, basis, officer } from '../testing/a-standard.ts';
import { statedPromises } from './stated-promises.ts';

const answer: Deadline = {
  id: 'answer',
  kind: 'promise',
  label: 'Jawaban',
  duration: { amount: 3, unit: 'working_day' },
  calendar: 'office',
  starts: { filed: true },
  stops: [{ ended: true }],
  pausedFor: ['applicant', 'external'],
  basis,
};

const standard = aStandard({
  roles: [applicant, officer, { id: 'regent', label: 'Bupati', party: 'external', basis }],
  steps: [
    aStep(
      'check',
      ['filed'],
      [
        anOutcome('return', ['returned'], { tone: 'return', note: 'required', missing: true }),
        anOutcome('both', ['returned', 'inside']),
      ],
    ),
    aStep('supply', ['returned'], [anOutcome('supplied', ['outside'])], {
      kind: 'supply',
      role: 'applicant',
    }),
    aStep('sign', ['outside'], [anOutcome('signed', ['back'])], { role: 'regent', enteredBy: 'officer' }),
    aStep('file-it', ['back'], [anOutcome('done', ['finished'])]),
    aStep('look', ['inside'], [anOutcome('seen', ['seen'])]),
    aStep('never', ['seen', 'back'], [anOutcome('done', ['finished'])]),
  ],
  deadlines: [answer],
});
const worker = staff('one', ['officer']);
const opened = filed(standard, aFiling());
const promise = ({ snapshot }: Kept) => statedPromises(standard, snapshot)[0];
const giveBack = completing('check', 'return', {
  note: secret('v1.kurang'),
  missing: { requirements: [], facts: ['wish'] },
});

test('a clock stands still while all that waits is with others, and names whoever it is', () => {
  const returned = after(standard, opened, giveBack, worker, at('2026-07-07 10:00'));
  expect(promise(returned)).toMatchObject({ state: 'paused', waitsFor: { party: 'applicant' } });
  const facts = { wish: true };
  const supplied = after(
    standard,
    returned,
    completing('supply', 'supplied', { facts }),
    citizen,
    at('2026-07-08 10:00'),
  );
  expect(promise(supplied)).toMatchObject({
    state: 'paused',
    pausedAt: at('2026-07-07 10:00'),
    waitsFor: { party: 'external', label: 'Bupati' },
  });
  expect(promise(supplied)?.ledger.map(({ waitsFor }) => waitsFor?.label)).toEqual([
    undefined,
    'Pemohon',
    'Bupati',
  ]);
  const signed = after(standard, supplied, completing('sign', 'signed'), worker, at('2026-07-09 10:00'));
  expect(promise(signed)).toMatchObject({ state: 'running', dueAt: at('2026-07-13 16:00') });
});

test('a clock runs while anybody here still has something to do', () => {
  const both = after(standard, opened, completing('check', 'both'), worker, at('2026-07-07 10:00'));
  expect(promise(both)?.state).toBe('running');
  const seen = after(standard, both, completing('look', 'seen'), worker, at('2026-07-07 11:00'));
  expect(promise(seen)).toMatchObject({ state: 'paused', waitsFor: { party: 'applicant' } });
});
