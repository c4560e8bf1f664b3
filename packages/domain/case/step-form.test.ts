import { describe, expect, test } from 'vitest';
import {
  aContext,
  aFiling,
  after,
  at,
  citizen,
  completing,
  filed,
  type Kept,
  refusal,
  scan,
  secret,
  staff,
} from '../testing/a-case.ts';
import { aService } from '../testing/a-service.ts';
import { aForm } from '../testing/a-standard.ts';
import type { By, CaseCommand } from './command.ts';
import { decide } from './decide.ts';
import type { FactValues } from './facts.ts';

const service = aService();
const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const opened = filed(service, aFiling({ facts, attachments: [scan('id-card')] }));

const officer = staff('officer', ['officer']);
const surveyor = staff('surveyor', ['surveyor'], ['35.74.01']);
const note = secret('v1.catatan');
const missing = { requirements: ['id-card'], facts: ['name'] };

const accept = completing('check', 'accept');
const giveBack = completing('check', 'return', { note, missing });

const accepted = after(service, opened, accept, officer);
const returned = after(service, opened, giveBack, officer);

const refused = (before: Kept, command: CaseCommand, by: By = officer) =>
  refusal(decide(service, before.snapshot, command, aContext({ by })));

describe('a returned file', () => {
  const supply = completing('supply', 'supplied', {
    facts: { name: secret('v1.nama-benar') },
    attachments: [scan('id-card', 2)],
  });

  test('waits for the applicant and says what is missing and why', () => {
    expect(returned.snapshot).toMatchObject({
      marking: ['returned'],
      returned: { step: 'check', missing, note, at: at('2026-07-06 09:00'), by: { id: 'officer' } },
    });
    expect(returned.snapshot.timeline.at(-1)).toMatchObject({ text: 'Pilih return', note });
  });

  test('comes back to where it was once everything is there', () => {
    const supplied = after(service, returned, supply, citizen);
    expect(supplied.snapshot).toMatchObject({
      marking: ['filed'],
      facts: { name: { sealed: 'v1.nama-benar' } },
    });
    expect(supplied.snapshot.returned).toBeUndefined();
    expect(supplied.snapshot.attachments).toEqual([scan('id-card'), scan('id-card', 2)]);
  });

  test('is completed by the applicant only', () => {
    expect(refused(returned, supply, officer)).toEqual({ code: 'role-missing', role: 'applicant' });
    expect(refused(returned, supply, staff('x', ['applicant']))).toEqual({
      code: 'role-missing',
      role: 'applicant',
    });
  });

  test('does not come back with less or other than was asked', () => {
    expect(refused(returned, { ...supply, facts: {} }, citizen)).toEqual({
      code: 'facts-missing',
      facts: ['name'],
    });
    expect(refused(returned, { ...supply, attachments: [] }, citizen)).toEqual({
      code: 'requirements-missing',
      requirements: ['id-card'],
    });
    const other = completing('supply', 'supplied', {
      facts: { name: secret('v1.n'), married: true },
      attachments: [scan('id-card')],
    });
    expect(refused(returned, other, citizen)).toEqual({ code: 'facts-unexpected', facts: ['married'] });
  });
});

test('a supply step with a form of its own asks what it requires and is not known yet, and what was named as missing', () => {
  const asking = aService({
    forms: [
      ...(service.process.forms ?? []),
      aForm('more', [
        { fact: 'size', required: true },
        { fact: 'village', required: true },
      ]),
    ],
    steps: service.process.steps.map((step) => (step.id === 'supply' ? { ...step, form: 'more' } : step)),
  });
  const decided = (given: FactValues) =>
    refusal(
      decide(
        asking,
        returned.snapshot,
        completing('supply', 'supplied', { facts: given, attachments: [scan('id-card', 2)] }),
        aContext({ by: citizen }),
      ),
    );
  expect(decided({})).toEqual({ code: 'facts-missing', facts: ['size', 'name'] });
  expect(decided({ size: 3, name: secret('v1.n') })).toBeUndefined();
  expect(decided({ size: 3, name: secret('v1.n'), village: '35.74.01.1002' })).toBeUndefined();
  expect(decided({ size: 3, name: secret('v1.n'), married: true })).toEqual({
    code: 'facts-unexpected',
    facts: ['married'],
  });
});

test('a sealed fact that is known need not be sent again, an ordinary one must', () => {
  const again = aService({
    steps: service.process.steps.map((step) => (step.id === 'check' ? { ...step, form: 'claim' } : step)),
  });
  const plain = completing('check', 'accept', { facts: { village: '35.74.01.1001', married: false } });
  expect(refusal(decide(again, opened.snapshot, plain, aContext({ by: officer })))).toBeUndefined();
  expect(refusal(decide(again, opened.snapshot, accept, aContext({ by: officer })))).toEqual({
    code: 'facts-missing',
    facts: ['village', 'married'],
  });
});

test('what an outcome asks replaces what its form requires', () => {
  const asking = aService({
    steps: service.process.steps.map((step) =>
      step.id === 'assess'
        ? {
            ...step,
            outcomes: step.outcomes.map((outcome) =>
              outcome.id === 'done' ? { ...outcome, asks: ['result', 'story'] } : outcome,
            ),
          }
        : step,
    ),
  });
  const decided = (more: Record<string, string>) =>
    refusal(
      decide(
        asking,
        accepted.snapshot,
        completing('assess', 'done', { facts: { result: 'poor', ...more } }),
        aContext({ by: surveyor }),
      ),
    );
  expect(decided({})).toEqual({ code: 'facts-missing', facts: ['story'] });
});

test('an outcome that refuses and names what was missing asks the applicant for nothing', () => {
  const refusing = aService({
    steps: service.process.steps.map((step) =>
      step.id === 'check'
        ? {
            ...step,
            outcomes: step.outcomes.map((outcome) =>
              outcome.id === 'return' ? { ...outcome, tone: 'refuse' } : outcome,
            ),
          }
        : step,
    ),
  });
  expect(after(refusing, opened, giveBack, officer).snapshot.returned).toBeUndefined();
});
