import { describe, expect, test } from 'vitest';
import type { Suspension } from '../standard/ending.ts';
import { cardService, granted, head } from '../testing/a-card-service.ts';
import {
  aContext,
  aFiling,
  after,
  at,
  calendar,
  citizen,
  clock,
  completing,
  filed,
  type Kept,
  refusal,
  secret,
  staff,
} from '../testing/a-case.ts';
import { anEnding, anOutcome, aStandard, aStep, aTimer, basis } from '../testing/a-standard.ts';
import { availableActions } from './available.ts';
import type { By, CaseCommand } from './command.ts';
import { decide } from './decide.ts';
import { restriction } from './pauses.ts';
import { caseStatus } from './status.ts';
import { timeByParty } from './time-by-party.ts';

const hold: Suspension = {
  id: 'hold',
  label: 'Tunda',
  role: 'officer',
  limit: { amount: 1, unit: 'working_day' },
  calendar: 'office',
  atMost: 2,
  citizen: 'Berkas Anda kami tunda.',
  basis,
};

const standard = aStandard({
  steps: [aStep('work', ['filed'], [anOutcome('done', ['finished'])])],
  endings: [anEnding('granted', ['finished']), anEnding('left', ['early'])],
  suspensions: [hold],
  deadlines: [
    {
      id: 'answer',
      kind: 'promise',
      label: 'Jawaban',
      duration: { amount: 3, unit: 'working_day' },
      calendar: 'office',
      starts: { filed: true },
      stops: [{ ended: true }],
      basis,
    },
  ],
  timers: [aTimer('lapse', 'filed', ['early'], { after: { amount: 4, unit: 'working_day' } })],
  interruptions: [
    { id: 'withdraw', label: 'Batal', role: 'applicant', note: 'none' as const, to: ['early'], basis },
  ],
});

const ppdp = staff('ppdp', ['dataProtectionOfficer']);
const worker = staff('one', ['officer']);
const restrict: CaseCommand = { type: 'restrictProcessing', request: 'r1', ticket: 'AAAA' };
const lift: CaseCommand = { type: 'liftRestriction', request: 'r1' };
const opened = filed(standard, aFiling());
const tenPast = at('2026-07-06 09:10');
const wednesday = at('2026-07-08 10:00');
const kept = after(standard, opened, restrict, ppdp, tenPast);
const free = after(standard, kept, lift, ppdp, wednesday);
const closed = { code: 'case-restricted', requests: ['AAAA'] };

const refused = (one: Kept, command: CaseCommand, by: By = worker, now = wednesday) =>
  refusal(decide(standard, one.snapshot, command, aContext({ by, now })));
const promise = ({ snapshot }: Kept) => snapshot.promises[0];

describe('a case whose data are only kept', () => {
  test('is restricted by the officer, and by nobody else', () => {
    for (const by of [worker, head, citizen, clock, staff('boss', ['serviceManager'])]) {
      const missing = { code: 'role-missing', role: 'dataProtectionOfficer' };
      expect(refused(opened, restrict, by)).toEqual(missing);
      expect(refused(kept, lift, by)).toEqual(missing);
    }
  });

  test('takes no step, no timer, no hold and no interruption, not even of its applicant', () => {
    expect(refused(kept, completing('work', 'done'))).toEqual(closed);
    expect(refused(kept, { type: 'fireTimer', timer: 'lapse' }, clock, at('2026-07-30 09:00'))).toEqual(
      closed,
    );
    expect(refused(kept, { type: 'suspend', suspension: 'hold', note: secret('v1') })).toEqual(closed);
    expect(refused(kept, { type: 'interrupt', interruption: 'withdraw' }, citizen)).toEqual(closed);
  });

  test('offers nothing but to hold and release its tasks', () => {
    const offered = availableActions(standard, kept.snapshot, worker, wednesday, calendar);
    expect(offered.filter(({ allowed }) => allowed).map(({ type }) => type)).toEqual(['claimTask']);
  });

  test('stands still, and goes on with the time that was left', () => {
    expect(promise(kept)).toMatchObject({ state: 'paused', pausedAt: tenPast, suspension: restriction });
    expect(promise(free)).toMatchObject({ state: 'running', dueAt: at('2026-07-13 16:00') });
    expect(opened.snapshot.timers[0]?.firesAt).toBe(at('2026-07-10 16:30'));
    expect(free.snapshot.timers[0]?.firesAt).toBe(at('2026-07-14 16:00'));
    expect(free.snapshot.restricted).toBeUndefined();
  });

  test('waits for nobody meanwhile', () => {
    const [waited] = timeByParty(standard, free.events, calendar, wednesday);
    expect(waited).toMatchObject({ party: 'staff', workingMinutes: 10 });
  });

  test('does not hide that a promise was late before', () => {
    const late = after(standard, opened, restrict, ppdp, at('2026-07-20 09:00'));
    expect(promise(late)?.state).toBe('broken');
  });

  test('tells its applicant, and asks for nothing', () => {
    const status = caseStatus(standard, kept.snapshot);
    expect(status).toMatchObject({ restricted: true });
    expect(status.next.join()).toContain('dibatasi atas permintaan pemilik data');
    expect(kept.snapshot.timeline.at(-1)).toMatchObject({ notify: true });
  });

  test('goes on once the last request is lifted; asking twice changes nothing', () => {
    const other = { ...restrict, request: 'r2', ticket: 'BBBB' };
    const twice = after(standard, kept, other, ppdp, tenPast);
    expect(decide(standard, twice.snapshot, other, aContext({ by: ppdp }))).toEqual({ ok: true, value: [] });
    const once = after(standard, twice, lift, ppdp, wednesday);
    expect(refused(once, completing('work', 'done'))).toEqual({ ...closed, requests: ['BBBB'] });
    expect(decide(standard, once.snapshot, lift, aContext({ by: ppdp }))).toEqual({ ok: true, value: [] });
    const last = after(standard, once, { ...lift, request: 'r2' }, ppdp, wednesday);
    expect(last.snapshot.restricted).toBeUndefined();
    expect(promise(last)).toEqual(promise(free));
  });

  test('stays on hold where it was on hold before, and goes on from there', () => {
    const held = after(
      standard,
      opened,
      { type: 'suspend', suspension: 'hold', note: secret('v1') },
      worker,
      tenPast,
    );
    const both = after(standard, held, restrict, ppdp, at('2026-07-06 10:00'));
    expect(refused(both, { type: 'resume' }, clock)).toEqual(closed);
    const onHold = after(standard, both, lift, ppdp, wednesday);
    expect(promise(onHold)).toMatchObject({ state: 'paused', pausedAt: tenPast, suspension: 'hold' });
    const onward = after(standard, onHold, { type: 'resume' }, clock, wednesday);
    expect(promise(onward)?.dueAt).toBe(promise(free)?.dueAt);
    expect(onward.snapshot.timers[0]?.firesAt).toBe(free.snapshot.timers[0]?.firesAt);
  });

  test('keeps its product as it is after the end', () => {
    const ended = after(cardService, granted, restrict, ppdp, wednesday);
    const id = ended.snapshot.products[0]?.id ?? '';
    const revoke: CaseCommand = { type: 'changeProduct', id, action: 'take-away', note: secret('v1') };
    expect(refusal(decide(cardService, ended.snapshot, revoke, aContext({ by: head })))).toEqual(closed);
    const again = after(cardService, ended, lift, ppdp, wednesday);
    expect(decide(cardService, again.snapshot, revoke, aContext({ by: head, now: wednesday })).ok).toBe(true);
  });
});
