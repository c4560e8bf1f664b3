import { describe, expect, test } from 'vitest';

import {
  aContext,
  aFiling,
  after,
  at,
  calendar,
  citizen,
  completing,
  filed,
  type Kept,
  secret,
  staff,
} from '../testing/a-case.ts';
import { anOutcome, applicant, aStandard, aStep, basis, officer } from '../testing/a-standard.ts';
import { timeByParty } from './time-by-party.ts';

const standard = aStandard({
  roles: [
    applicant,
    officer,
    { id: 'head', label: 'Kepala', party: 'staff', basis },
    { id: 'village', label: 'Kelurahan', party: 'external', basis },
  ],
  steps: [
    aStep(
      'check',
      ['filed'],
      [
        anOutcome('accept', ['left', 'right']),
        anOutcome('return', ['returned'], { tone: 'return', note: 'required', missing: true }),
        anOutcome('ask', ['outside']),
        anOutcome('open', ['other']),
      ],
    ),
    aStep('supply', ['returned'], [anOutcome('supplied', ['filed'])], { kind: 'supply', role: 'applicant' }),
    aStep('a', ['left'], [anOutcome('done', ['a'])]),
    aStep('b', ['right'], [anOutcome('done', ['b'])], { role: 'head' }),
    aStep('join', ['a', 'b'], [anOutcome('done', ['finished'])]),
    aStep('letter', ['outside'], [anOutcome('done', ['filed'])], { role: 'village', enteredBy: 'officer' }),
    aStep('sub', ['other'], [anOutcome('back', ['filed'])], {
      kind: 'subcase',
      role: undefined,
      subcase: { service: 'lain', channel: 'dalam', carries: {}, feeds: {} },
    }),
  ],
  suspensions: [
    {
      id: 'hold',
      label: 'Tunda',
      role: 'officer',
      limit: { amount: 5, unit: 'working_day' },
      calendar: 'office',
      atMost: 1,
      citizen: 'Berkas Anda kami tunda.',
      basis,
    },
  ],
});
const worker = staff('one', ['officer', 'head']);
const opened = filed(standard, aFiling());
const on = (kept: Kept, when: string, step: string, outcome: string, more = {}) =>
  after(standard, kept, completing(step, outcome, more), worker, at(`2026-07-${when}`));
const times = ({ events }: Kept, until?: string) =>
  Object.fromEntries(
    timeByParty(standard, events, calendar, until === undefined ? undefined : at(`2026-07-${until}`)).map(
      ({ party, role, workingMinutes }) => [`${party} ${role}`, workingMinutes],
    ),
  );

describe('the time a case waits', () => {
  test('is that of whose move it is, in working minutes', () => {
    const returned = on(opened, '06 10:00', 'check', 'return', {
      note: secret('v1.kurang'),
      missing: { requirements: [], facts: ['wish'] },
    });
    const supply = completing('supply', 'supplied', { facts: { wish: true } });
    const supplied = after(standard, returned, supply, citizen, at('2026-07-07 09:00'));
    expect(times(on(supplied, '07 09:20', 'check', 'ask'))).toEqual({
      'staff officer': 80,
      'applicant applicant': 390,
      'external village': 0,
    });
  });

  test('that several share counts for each, and once for a role', () => {
    const both = on(opened, '06 09:10', 'check', 'accept');
    const one = on(both, '06 09:40', 'b', 'done');
    expect(times(on(on(one, '06 10:10', 'a', 'done'), '06 10:10', 'join', 'done'))).toEqual({
      'staff officer': 70,
      'staff head': 30,
    });
  });

  test('for somebody outside ends when it was done; until it is entered it is the agency’s', () => {
    const asked = on(opened, '06 09:10', 'check', 'ask');
    const happened = { happenedAt: at('2026-07-06 10:10') };
    expect(times(on(asked, '06 10:40', 'letter', 'done', happened), '06 10:50')).toEqual({
      'staff officer': 10 + 30 + 10,
      'external village': 60,
    });
  });

  test('for another service is that service’s', () => {
    expect(times(on(opened, '06 09:10', 'check', 'open'), '06 10:10')).toEqual({
      'staff officer': 10,
      'service lain': 60,
    });
  });

  test('is nobody’s while the case is on hold', () => {
    const suspend = { type: 'suspend', suspension: 'hold', note: secret('v1.alasan') } as const;
    const held = after(standard, opened, suspend, worker, at('2026-07-06 09:30'));
    expect(times(held, '08 10:00')).toEqual({ 'staff officer': 30 });
    const goneOn = after(standard, held, { type: 'resume' }, worker, at('2026-07-07 09:00'));
    expect(times(goneOn, '07 09:15')).toEqual({ 'staff officer': 45 });
  });

  test('begins with the receipt, though it was entered later', () => {
    const received = { at: at('2026-07-06 08:00'), reason: 'Listrik padam' };
    const counter = { ...(standard.process.channels[0] ?? expect.fail()), kind: 'counter' as const };
    const late = aStandard({ ...standard.process, facts: [], forms: [], channels: [counter] });
    const kept = filed(late, aFiling({ received }), aContext({ by: worker }));
    expect(timeByParty(late, kept.events, calendar)).toEqual([
      { party: 'staff', role: 'officer', workingMinutes: 60 },
    ]);
  });
});

test('each version of the standard reads its own part of the history', () => {
  const { events } = on(opened, '06 09:10', 'check', 'ask');
  const asked: unknown[] = [];
  const versions = (ref: unknown) => {
    asked.push(ref);
    return standard;
  };
  expect(timeByParty(versions, events, calendar)).toEqual(timeByParty(standard, events, calendar));
  expect(asked).toHaveLength(1);
});
