import { describe, expect, test } from 'vitest';
import { InstantText, StandardId } from '../kernel/ids.ts';
import { epochMs, toInstantText } from '../kernel/instant.ts';
import {
  cardOf,
  cardProcess,
  cardService,
  granted,
  head,
  officer,
  refused,
} from '../testing/a-card-service.ts';
import {
  aContext,
  aFiling,
  after,
  at,
  citizen,
  completing,
  filed,
  type Kept,
  keep,
  monday,
  refusal,
  secret,
  staff,
} from '../testing/a-case.ts';
import { aService } from '../testing/a-service.ts';
import { availableActions } from './available.ts';
import type { FileCase } from './command.ts';
import { decide } from './decide.ts';
import { decideFiling } from './decide-filing.ts';
import { fileAs } from './stand-ins.ts';
import { caseStatus } from './status.ts';

const carried = { name: secret('v2.nama'), village: '35.74.01.1001', married: false };
const reason = secret('v1.keberatan');
/** The end of the 21st working day after the decision of Monday 6 July 2026. */
const lastMoment = InstantText.parse('2026-08-04T16:59:59.999Z');
const tooLate = InstantText.parse('2026-08-04T17:00:00.000Z');

const objecting = (to: Kept, more: Partial<FileCase> = {}): FileCase =>
  aFiling({
    channel: 'objection-portal',
    facts: { reason },
    about: { snapshot: to.snapshot, facts: carried },
    ...more,
  });
const no = (command: FileCase, more: Parameters<typeof aContext>[0] = {}) =>
  refusal(decideFiling(cardService, command, aContext(more)));

describe('a decision that can be objected to', () => {
  test('names the way and its last moment, by the calendar of that way', () => {
    const way = { channel: 'objection-portal', until: lastMoment };
    expect(refused.snapshot.ended).toEqual({ ending: 'refused', at: monday, objection: way });
    expect(caseStatus(cardService, refused.snapshot).ended).toMatchObject({
      ending: 'refused',
      objection: way,
    });
    expect(granted.snapshot.ended).toEqual({ ending: 'granted', at: monday });
  });

  test('is also what was done to a card later', () => {
    const now = at('2026-07-20 10:00');
    const command = { type: 'changeProduct', id: cardOf(granted).id, note: reason } as const;
    const revoked = after(cardService, granted, { ...command, action: 'take-away' }, head, now);
    const way = { channel: 'objection-portal', until: InstantText.parse('2026-08-19T16:59:59.999Z') };
    expect(cardOf(revoked).objection).toEqual(way);
    expect(revoked.events.at(-1)?.body).toMatchObject({ objection: way });
    const suspended = after(cardService, granted, { ...command, action: 'pause' }, head, now);
    expect(cardOf(suspended)).not.toHaveProperty('objection');
    expect(filed(cardService, objecting(revoked), aContext({ now })).snapshot.about).toMatchObject({
      ending: 'granted',
      product: 'produk-1',
    });
  });
});

describe('an objection', () => {
  const opened = filed(cardService, objecting(refused));

  test('is a case about the earlier one, which begins with what that one knew', () => {
    expect(opened.snapshot).toMatchObject({
      about: { caseId: refused.snapshot.id, ticket: refused.snapshot.ticket, ending: 'refused' },
      facts: { ...carried, reason },
      area: '35.74.01.1001',
      tasks: [{ step: 'review' }],
    });
    expect(opened.snapshot.about).not.toHaveProperty('product');
  });

  test('is not decided by who decided before', () => {
    expect(opened.snapshot.workers).toMatchObject({ decide: 'chief', check: 'one' });
    const keepIt = completing('review', 'keep');
    expect(refusal(decide(cardService, opened.snapshot, keepIt, aContext({ by: head })))).toEqual({
      code: 'own-work',
      step: 'decide',
    });
    const other = staff('chief-two', ['head']);
    expect(
      availableActions(cardService, opened.snapshot, other).filter(({ allowed }) => allowed),
    ).not.toEqual([]);
    expect(after(cardService, opened, keepIt, other).snapshot.ended?.ending).toBe('kept');
  });

  test('takes over nothing but what the channel carries, and nothing that is no value of its fact', () => {
    const facts = { ...carried, size: 4, married: 'tidak' };
    const about = { snapshot: refused.snapshot, facts };
    const { snapshot } = filed(cardService, objecting(refused, { about }));
    expect(snapshot.facts).toEqual({ name: carried.name, village: carried.village, reason });
  });

  test('asks again for what the earlier case did not know, and for nothing it knew', () => {
    const asksAll = aService({
      ...cardProcess,
      channels: (cardProcess.channels ?? []).map((channel) =>
        channel.about ? { ...channel, form: 'claim' } : channel,
      ),
    });
    const filing = (facts: object) =>
      objecting(refused, { facts: {}, about: { snapshot: refused.snapshot, facts: { ...facts } } });
    expect(keep(asksAll, decideFiling(asksAll, filing(carried), aContext())).snapshot.facts).toEqual(carried);
    const { name, ...less } = carried;
    expect(refusal(decideFiling(asksAll, filing(less), aContext()))).toEqual({
      code: 'facts-missing',
      facts: ['name'],
    });
    const renamed = { ...filing(carried), facts: { name: secret('v1.lain') } };
    expect(keep(asksAll, decideFiling(asksAll, renamed, aContext())).snapshot.facts).toMatchObject({
      name: secret('v1.lain'),
    });
  });

  test('did not come on paper before there was a decision', () => {
    const late = { now: at('2026-07-20 09:00'), by: officer };
    const receivedAt = (time: number) =>
      no(
        objecting(refused, {
          channel: 'objection-counter',
          received: { at: toInstantText(time), reason: 'listrik padam' },
        }),
        late,
      );
    expect(receivedAt(epochMs(monday) - 60_000)).toEqual({
      code: 'receipt-refused',
      reason: 'before-decision',
    });
    expect(receivedAt(epochMs(monday) - 59_999)).toBeUndefined();
  });

  test('comes in time, until the last moment', () => {
    expect(no(objecting(refused), { now: lastMoment })).toBeUndefined();
    expect(no(objecting(refused), { now: tooLate })).toEqual({
      code: 'objection-too-late',
      until: lastMoment,
    });
  });

  test('that was brought on paper in time is in time, also when it is entered later', () => {
    const received = { at: lastMoment, reason: 'listrik padam' };
    const counter = objecting(refused, { channel: 'objection-counter', received });
    const late = { now: at('2026-08-10 09:00'), by: officer };
    expect(no(counter, late)).toBeUndefined();
    expect(no({ ...counter, received: { ...received, at: tooLate } }, late)).toMatchObject({
      code: 'objection-too-late',
    });
  });

  test('is filed by the applicant on the portal, by staff anywhere', () => {
    expect(no(objecting(refused, { channel: 'objection-counter' }))).toMatchObject({
      code: 'unknown-channel',
    });
    expect(no(objecting(refused, { channel: 'objection-counter' }), { by: officer })).toBeUndefined();
    expect(no(objecting(refused), { by: officer })).toBeUndefined();
  });

  test('is refused without an earlier case that ended so', () => {
    const { about, ...alone } = objecting(refused);
    expect(about).toBeDefined();
    expect(no(alone)).toEqual({ code: 'earlier-case-missing' });
    expect(no(objecting(granted))).toEqual({ code: 'earlier-case-unfit' });
    const elsewhere = {
      ...refused.snapshot,
      standard: { ...refused.snapshot.standard, id: StandardId.parse('layanan-lain') },
    };
    expect(no(objecting(refused, { about: { snapshot: elsewhere, facts: carried } }))).toEqual({
      code: 'earlier-case-unfit',
    });
    const { ended, ...open } = refused.snapshot;
    expect(ended).toBeDefined();
    expect(no(objecting(refused, { about: { snapshot: open, facts: carried } }))).toEqual({
      code: 'earlier-case-unfit',
    });
    const otherwise = { ...refused.snapshot, ended: { at: monday, ...ended, ending: 'lapsed' } };
    expect(no(objecting(refused, { about: { snapshot: otherwise, facts: {} } }))).toMatchObject({
      code: 'earlier-case-unfit',
    });
  });

  test('does not come in by a channel that is about nothing earlier', () => {
    expect(no(objecting(refused, { channel: 'portal', facts: carried }))).toEqual({
      code: 'earlier-case-unfit',
    });
  });

  test('to an objection is an objection to a case like any other', () => {
    const kept = after(cardService, opened, completing('review', 'keep'), staff('chief-two', ['head']));
    // The ending `kept` has no way of its own in this standard.
    expect(no(objecting(kept))).toEqual({ code: 'earlier-case-unfit' });
  });

  test('can be played in an example: a stand-in for the earlier case has what is carried over', () => {
    const facts = { village: '35.74.01.1001', married: true };
    const { command, by } = fileAs(cardService, 'objection-portal', facts, true);
    expect(by).toEqual(citizen);
    expect(command.facts).toEqual({ reason: { sealed: 'contoh' } });
    expect(filed(cardService, command).snapshot.facts).toEqual({
      ...facts,
      name: { sealed: 'contoh' },
      reason: { sealed: 'contoh' },
    });
  });
});
