import { describe, expect, test } from 'vitest';
import { indexOf } from '../process/process-index.ts';
import {
  aContext,
  aFiling,
  after,
  completing,
  filed,
  refusal,
  scan,
  secret,
  staff,
} from '../testing/a-case.ts';
import { aService, parts } from '../testing/a-service.ts';
import { basis } from '../testing/a-standard.ts';
import { decide } from './decide.ts';
import { commandAs } from './stand-ins.ts';
import { askableOf, stepRequirements } from './step-form.ts';

const service = aService({
  requirements: [
    ...(parts.requirements ?? []),
    { id: 'house', label: 'Foto rumah', required: true, basis },
    { id: 'kitchen', label: 'Foto dapur', required: true, when: { fact: 'result', is: 'poor' }, basis },
    { id: 'street', label: 'Foto jalan', required: false, basis },
  ],
  steps: (parts.steps ?? []).map((step) =>
    step.id === 'assess'
      ? {
          ...step,
          evidence: ['house', 'kitchen', 'street'],
          outcomes: step.outcomes.map((outcome) =>
            outcome.id === 'again' ? { ...outcome, asks: [], when: undefined } : outcome,
          ),
        }
      : step,
  ),
});
const index = indexOf(service.process);
const assess = index.steps.get('assess');
if (!assess) throw new Error('no step');

const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const officer = staff('one', ['officer']);
const surveyor = staff('s', ['surveyor']);
const waiting = after(
  service,
  filed(service, aFiling({ facts, attachments: [scan('id-card')] })),
  completing('check', 'accept'),
  officer,
);

const survey = (outcome: string, result: string | undefined, brought: readonly string[]) =>
  decide(
    service,
    waiting.snapshot,
    completing('assess', outcome, {
      facts: result === undefined ? {} : { result, ...(result !== 'absent' && { size: 3 }) },
      attachments: brought.map((requirement, n) => scan(requirement, n + 1)),
    }),
    aContext({ by: surveyor }),
  );

describe('evidence', () => {
  test('is demanded where the form says that it applies', () => {
    expect(refusal(survey('done', 'poor', []))).toEqual({
      code: 'requirements-missing',
      requirements: ['house', 'kitchen'],
    });
    expect(refusal(survey('done', 'rich', []))).toEqual({
      code: 'requirements-missing',
      requirements: ['house'],
    });
    expect(survey('done', 'rich', ['house']).ok).toBe(true);
  });

  test('that was brought becomes part of the file, also what was not demanded', () => {
    const done = survey('done', 'poor', ['house', 'kitchen', 'street']);
    expect(done.ok && done.value[0]?.body).toMatchObject({
      attachments: [{ requirement: 'house' }, { requirement: 'kitchen' }, { requirement: 'street' }],
    });
  });

  test('is not demanded of a visit of which nothing came', () => {
    expect(survey('again', undefined, []).ok).toBe(true);
  });

  test('is the worker’s to bring: nobody asks the applicant for it', () => {
    expect(stepRequirements(index, waiting.snapshot, assess)).toContain('house');
    expect(askableOf(index, waiting.snapshot, assess).requirements).not.toContain('house');
    const check = index.steps.get('check');
    expect(check && stepRequirements(index, waiting.snapshot, check)).not.toContain('house');
  });

  test('is brought by stand-ins too', () => {
    const move = { step: 'assess', outcome: 'done', facts: { result: 'poor', size: 2 } };
    const { command, by } = commandAs(service, waiting.snapshot, move);
    expect(command).toMatchObject({ attachments: [{ requirement: 'house' }, { requirement: 'kitchen' }] });
    expect(decide(service, waiting.snapshot, command, aContext({ by })).ok).toBe(true);
  });

  test('can be paper at the counter', () => {
    const attachments = [{ requirement: 'id-card', paper: true as const }];
    const { snapshot } = filed(service, aFiling({ facts, attachments }));
    expect(snapshot.attachments).toEqual(attachments);
  });
});
