// The whole life of a version, and what each step asks for before it is taken.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { StaffId } from '../kernel/ids.ts';
import { toInstantText } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';
import { checkStandard } from './check.ts';
import { ContentHash, type HashText } from './content-hash.ts';
import { small as decreed, edited } from './fixtures/small.ts';
import { blockersOf, lifeSteps, nextSteps } from './life-steps.ts';
import {
  approve,
  consult,
  draftOf,
  isDue,
  publishDue,
  publishVersion,
  recordMinutes,
  returnToDraft,
  schedule,
  withdraw,
} from './publishing.ts';
import { confirmReading } from './readings.ts';
import type { StandardVersion } from './standard-version.ts';

const small = { ...decreed, decree: null };
const sha256: HashText = (text) => ContentHash.parse(createHash('sha256').update(text).digest('hex'));
const at = toInstantText(Date.UTC(2026, 2, 2));
const by = { id: StaffId.parse('manager'), name: 'Pengelola Uji' };
const findings = checkStandard(small);
const on = (today: string) => ({ at, by, today, findings });
const today = on('2026-03-02');
const period = { from: '2026-03-02', until: '2026-03-16' };
const decree = { number: '188/12/2026', enactedOn: '2026-03-01' };
const stay = { decision: 'stay' } as const;

const done = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const draft = done(confirmReading(draftOf(small, undefined, at, sha256), 'silence', by, at));
const consulted = done(consult(draft, period, today));
const heard = done(recordMinutes(consulted, 'Dua masukan, satu diterima.', on('2026-03-16')));
const approved = done(approve(heard, { decree }, sha256, today));
const scheduled = done(schedule(approved, { publishOn: '2026-04-01', running: stay }, today));
const published = done(publishVersion(approved, undefined, stay, today)).published;

const codes = (version: StandardVersion, step: (typeof lifeSteps)[number], day = '2026-03-02') =>
  blockersOf(version, step, { findings, today: day }).map(({ code }) => code);

describe('the life of a version', () => {
  it('is told turn by turn, with who and when', () => {
    expect(scheduled.life).toEqual([
      { to: 'consultation', at, by },
      { to: 'approved', at, by, note: '188/12/2026' },
      { to: 'scheduled', at, by, note: '2026-04-01' },
    ]);
    expect(heard.consultation).toEqual({
      ...period,
      minutes: { note: 'Dua masukan, satu diterima.', by, at },
    });
  });

  it('offers from each state only the steps that begin there', () => {
    const offered = Object.fromEntries(
      [draft, consulted, approved, scheduled, published].map((version) => [
        version.state,
        nextSteps(version, { findings, today: '2026-03-02' }).map(({ step }) => step),
      ]),
    );
    expect(offered).toEqual({
      draft: ['consult', 'approve', 'schedule', 'publish'],
      consultation: ['recordMinutes', 'approve', 'schedule', 'publish', 'returnToDraft'],
      approved: ['schedule', 'publish', 'returnToDraft'],
      scheduled: ['schedule', 'publish', 'returnToDraft'],
      published: ['withdraw'],
    });
    for (const version of [
      done(withdraw(published, 'Dihentikan.', today)),
      { ...published, state: 'superseded' as const },
    ])
      for (const step of lifeSteps) expect(codes(version, step)).toEqual(['wrong-state']);
  });
});

describe('a consultation', () => {
  it('is heard to its last day before its minutes are kept, once', () => {
    expect(codes(consulted, 'recordMinutes', '2026-03-15')).toEqual(['consultation-open']);
    expect(codes(consulted, 'recordMinutes', '2026-03-16')).toEqual([]);
    expect(codes(heard, 'recordMinutes', '2026-03-17')).toEqual(['minutes-recorded']);
  });

  it('that was begun is ended with minutes before anything is settled', () => {
    for (const step of ['approve', 'schedule', 'publish'] as const)
      expect([codes(consulted, step), codes(heard, step)]).toEqual([['minutes-missing'], []]);
  });

  it('may begin while readings wait, which are settled before approval', () => {
    const waiting = draftOf(small, undefined, at, sha256);
    expect(codes(waiting, 'consult')).toEqual([]);
    const broken = [
      {
        severity: 'error' as const,
        code: 'unknown-reference' as const,
        place: '',
        cites: [],
        message: '',
        advice: '',
      },
    ];
    expect(blockersOf(waiting, 'consult', { findings: broken, today: '2026-03-02' })).toEqual([
      { code: 'errors', count: 1 },
    ]);
    expect(codes(waiting, 'approve')).toEqual(['unconfirmed']);
    const asked = done(consult(waiting, period, today));
    expect(done(confirmReading(asked, 'silence', by, at)).state).toBe('consultation');
  });
});

describe('an approval', () => {
  it('enters the decree into the document, which is thereby another text', () => {
    expect(approved.standard).toEqual({ ...small, decree });
    expect(approved.hash).not.toBe(heard.hash);
  });

  it('is needed where the text names a decree, and nowhere else', () => {
    const named = { ...draft, standard: { ...small, decree } };
    expect([codes(named, 'publish'), codes(named, 'schedule')]).toEqual([['not-approved'], ['not-approved']]);
    expect([codes(draft, 'publish'), codes(approved, 'publish')]).toEqual([[], []]);
  });
});

describe('a text that changes', () => {
  it.each([consulted, approved, scheduled])('is a draft again in state $state', (version) => {
    const text = edited((standard) => {
      standard.summary = 'Lain.';
    });
    const again = draftOf(text, version, at, sha256, by);
    expect(again).toMatchObject({ state: 'draft', version: 1, createdAt: draft.createdAt });
    expect([again.consultation, again.schedule]).toEqual([undefined, undefined]);
    expect(again.life?.at(-1)).toEqual({ to: 'draft', at, by, note: 'Naskah diubah.' });
  });

  it('may be asked back for, with a reason', () => {
    const back = done(returnToDraft(scheduled, 'Tarif belum benar.', today));
    expect(back).toMatchObject({ state: 'draft', standard: { decree } });
    expect(back.schedule).toBeUndefined();
    expect(codes(back, 'publish')).toEqual(['not-approved']);
  });
});

describe('a scheduled version', () => {
  it('is due on its day and not before', () => {
    const due = (day: string) => isDue(scheduled, day);
    expect([due('2026-03-31'), due('2026-04-01'), due('2026-04-05')]).toEqual([false, true, true]);
    expect(isDue(approved, '2026-05-01')).toBe(false);
  });

  it('is published by the clock with what was decided for running cases', () => {
    expect(publishDue(scheduled, undefined, { at, today: '2026-03-31' })).toBeUndefined();
    const done = publishDue(scheduled, undefined, { at, today: '2026-04-01' })?.published;
    expect(done).toMatchObject({ state: 'published', running: stay, publishedAt: at });
    expect(done?.life?.at(-1)).toEqual({ to: 'published', at });
    expect(done?.schedule).toBeUndefined();
  });
});

it('is followed by a draft after it was withdrawn, with the next number', () => {
  const withdrawn = done(withdraw(published, 'Layanan dialihkan.', today));
  expect(withdrawn.life?.at(-1)).toEqual({ to: 'withdrawn', at, by, note: 'Layanan dialihkan.' });
  expect(draftOf(small, withdrawn, at, sha256)).toMatchObject({ version: 2, state: 'draft' });
});
