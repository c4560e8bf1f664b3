import { describe, expect, test } from 'vitest';
import {
  cardOf,
  cardProcess,
  cardService,
  granted,
  head,
  officer,
  provisional,
  refused,
  surveyor,
} from '../testing/a-card-service.ts';
import {
  aContext,
  aFiling,
  after,
  at,
  citizen,
  clock,
  completing,
  filed,
  type Kept,
  keep,
  monday,
  refusal,
  scan,
  secret,
  sha256,
  staff,
} from '../testing/a-case.ts';
import { aService } from '../testing/a-service.ts';
import { basis } from '../testing/a-standard.ts';
import { type Action, availableActions } from './available.ts';
import type { By, CaseCommand } from './command.ts';
import { decide } from './decide.ts';
import { caseStatus } from './status.ts';
import { verifyChain } from './verify-chain.ts';

const note = secret('v1.alasan');
const provisionalFacts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const later = at('2026-07-20 10:00');

const change = (kept: Kept, action: string, more: object = {}): CaseCommand => ({
  type: 'changeProduct',
  id: cardOf(kept).id,
  action,
  ...more,
});
const context = (by: By, now = later) =>
  aContext({ by, now, newId: () => 'produk-2', nextPlace: () => ({ year: 2026, sequence: 7 }) });
const decided = (kept: Kept, command: CaseCommand, by: By = head, now = later) =>
  decide(cardService, kept.snapshot, command, context(by, now));
const done = (kept: Kept, command: CaseCommand, by: By = head, now = later) =>
  keep(cardService, decided(kept, command, by, now), kept);
const no = (kept: Kept, command: CaseCommand, by: By = head, now = later) =>
  refusal(decided(kept, command, by, now));

const suspended = done(granted, change(granted, 'pause', { note }));
const replaced = done(granted, change(granted, 'replace-lost'), surveyor);

describe('a card that is issued', () => {
  test('has a number, its place in the register, and the day it is good until', () => {
    expect(cardOf(provisional)).toEqual({
      product: 'card',
      id: 'produk-1',
      state: 'provisional',
      number: '0001/VII/2026',
      place: { year: 2026, sequence: 1 },
      issuedAt: monday,
      changedAt: monday,
      validUntil: at('2027-07-06 23:59'),
    });
  });

  test('has none of these where the standard says nothing of them', () => {
    const plain = aService({
      ...cardProcess,
      products: [{ id: 'card', kind: 'card', label: 'Kartu', basis }],
    });
    const poor = completing('assess', 'done', { facts: { result: 'poor', size: 2 } });
    const accepted = after(
      plain,
      filed(plain, aFiling({ facts: provisionalFacts, attachments: [scan('id-card')] })),
      completing('check', 'accept'),
      officer,
    );
    expect(Object.keys(cardOf(after(plain, accepted, poor, surveyor)))).toEqual([
      'product',
      'id',
      'state',
      'issuedAt',
      'changedAt',
    ]);
  });
});

describe('what happens to a card after its case', () => {
  test('is recorded with who did it, why, and what the citizen reads', () => {
    const event = suspended.events.at(-1);
    expect(event).toMatchObject({
      by: { party: 'staff', id: 'chief', role: 'head' },
      body: { type: 'productChanged', state: 'suspended', action: 'pause', note },
    });
    expect(cardOf(suspended)).toMatchObject({ state: 'suspended', changedAt: later, issuedAt: monday });
    expect(suspended.snapshot.timeline.at(-1)).toEqual({
      at: later,
      seq: event?.seq,
      text: 'Kartu Anda ditangguhkan.',
      note,
      notify: true,
    });
    expect(suspended.snapshot.lastChange.what).toBe('Kartu: Lakukan pause');
    expect(suspended.snapshot.ended).toEqual(granted.snapshot.ended);
  });

  test('goes along the transitions of its life and no other way', () => {
    const resumed = done(suspended, change(suspended, 'go-on'));
    expect(cardOf(resumed).state).toBe('active');
    const revoked = done(suspended, change(suspended, 'take-away', { note }));
    expect(cardOf(revoked).state).toBe('revoked');
    const returned = done(resumed, change(resumed, 'take-back'));
    expect(cardOf(returned).state).toBe('returned');
    for (const [kept, action, state] of [
      [granted, 'go-on', 'active'],
      [suspended, 'pause', 'suspended'],
      [suspended, 'replace-lost', 'suspended'],
      [revoked, 'go-on', 'revoked'],
      [revoked, 'take-away', 'revoked'],
      [returned, 'pause', 'returned'],
    ] as const) {
      const by = action === 'replace-lost' ? surveyor : head;
      expect(no(kept, change(kept, action, { note }), by)).toEqual({ code: 'product-state', state });
    }
  });

  test('is for the role of the action only, in the area where that role works by area', () => {
    const needs = { code: 'role-missing', role: 'head' };
    for (const by of [officer, surveyor, citizen, clock])
      expect(no(granted, change(granted, 'pause', { note }), by)).toEqual(needs);
    expect(no(granted, change(granted, 'replace-lost'), staff('far', ['surveyor'], ['35.74.02']))).toEqual({
      code: 'area-missing',
      area: '35.74.01.1001',
    });
  });

  test('needs its note, where one goes with it', () => {
    expect(no(granted, change(granted, 'pause'))).toEqual({ code: 'note-missing' });
    const silent = done(granted, change(granted, 'replace-lost', { note }), surveyor);
    expect(JSON.stringify(silent.events)).not.toContain('v1.alasan');
    expect(done(granted, change(granted, 'take-back')).snapshot.timeline).toEqual(granted.snapshot.timeline);
    expect(done(granted, change(granted, 'take-back', { note })).snapshot.timeline.at(-1)).toMatchObject({
      text: 'Lakukan take-back',
      note,
    });
  });

  test('is refused for what is not there', () => {
    expect(no(granted, { type: 'changeProduct', id: 'other', action: 'pause' })).toEqual({
      code: 'unknown-product',
      id: 'other',
    });
    expect(no(granted, change(granted, 'burn'))).toEqual({ code: 'unknown-product-action', action: 'burn' });
  });

  test('is the only thing an ended case takes', () => {
    const ended = { code: 'case-ended', ending: 'granted' };
    expect(no(granted, completing('check', 'accept'), officer)).toEqual(ended);
    expect(no(granted, { type: 'interrupt', interruption: 'withdraw' }, citizen)).toEqual(ended);
    expect(no(granted, { type: 'claimTask', task: 'check.1' }, officer)).toEqual(ended);
    for (const type of ['checkPromises', 'expireProducts'] as const)
      expect(decided(granted, { type }, clock)).toEqual({ ok: true, value: [] });
    expect(decided(granted, { type: 'reckonPromises', causes: [] }, clock)).toEqual({
      ok: true,
      value: [],
    });
  });

  test('goes on in the chain of the case', () => {
    expect(verifyChain(suspended.events, sha256, suspended.snapshot)).toEqual({ ok: true, value: undefined });
  });
});

describe('a lost card', () => {
  test('is replaced by a copy with another id and number in one decision, and counts no more', () => {
    const [lost, copy] = replaced.snapshot.products;
    expect(lost).toMatchObject({ id: 'produk-1', state: 'revoked', number: '0001/VII/2026' });
    expect(copy).toEqual({
      product: 'card',
      id: 'produk-2',
      state: 'active',
      number: '0007/VII/2026',
      place: { year: 2026, sequence: 7 },
      replaces: 'produk-1',
      issuedAt: later,
      changedAt: later,
      // A copy is good for as long as what it replaces.
      validUntil: at('2027-07-06 23:59'),
    });
    expect(replaced.events.slice(granted.events.length).map(({ body }) => body.type)).toEqual([
      'productChanged',
      'productIssued',
    ]);
    expect(no(replaced, { type: 'changeProduct', id: 'produk-1', action: 'replace-lost' }, surveyor)).toEqual(
      {
        code: 'product-state',
        state: 'revoked',
      },
    );
  });

  test('is replaced while its case runs too, and nothing else is done to it then', () => {
    const early = done(provisional, change(provisional, 'replace-lost'), surveyor);
    expect(early.snapshot.products.map(({ state }) => state)).toEqual(['revoked', 'provisional']);
    expect(no(provisional, change(provisional, 'take-away', { note }))).toEqual({ code: 'case-running' });
    // The steps of the case decide on the new copy.
    const confirmed = after(cardService, early, completing('decide', 'confirm'), head, later);
    expect(confirmed.snapshot.products.map(({ state }) => state)).toEqual(['revoked', 'active']);
  });

  test('starts and stops no promise, and is shown as the card of the case', () => {
    expect(replaced.snapshot.promises).toEqual(granted.snapshot.promises);
    expect(caseStatus(cardService, replaced.snapshot).products).toMatchObject([
      { id: 'produk-2', number: '0007/VII/2026', state: 'active' },
    ]);
  });
});

describe('a card whose day has passed', () => {
  const last = at('2027-07-06 23:59');
  const over = at('2027-07-07 00:00');

  test('is marked by the clock, in the words of the standard, and once', () => {
    expect(decided(granted, { type: 'expireProducts' }, clock, last)).toEqual({ ok: true, value: [] });
    const expired = done(granted, { type: 'expireProducts' }, clock, over);
    expect(cardOf(expired).state).toBe('expired');
    expect(expired.events.at(-1)).toMatchObject({ by: { party: 'system' }, body: { action: 'run-out' } });
    expect(expired.snapshot.timeline.at(-1)?.text).toBe('Masa berlaku kartu Anda habis.');
    expect(decided(expired, { type: 'expireProducts' }, clock, over)).toEqual({ ok: true, value: [] });
  });

  test('is over before the clock has come by', () => {
    expect(no(granted, change(granted, 'replace-lost'), surveyor, over)).toEqual({
      code: 'product-state',
      state: 'expired',
    });
  });

  test('is nothing people mark as the clock does, and nothing a running case loses', () => {
    expect(no(granted, { type: 'expireProducts' }, head, over)).toEqual({
      code: 'role-missing',
      role: 'system',
    });
    expect(decided(provisional, { type: 'expireProducts' }, clock, over)).toEqual({ ok: true, value: [] });
  });

  test('expires when it is suspended too', () => {
    expect(cardOf(done(suspended, { type: 'expireProducts' }, clock, over)).state).toBe('expired');
  });
});

describe('what is offered', () => {
  const offers = (kept: Kept, by: By, now = later) =>
    Object.fromEntries(
      availableActions(cardService, kept.snapshot, by, now)
        .filter(
          (action): action is Extract<Action, { type: 'changeProduct' }> => action.type === 'changeProduct',
        )
        .map((action) => [action.action, action.allowed || action.reason.code]),
    );

  test('for a card says what may be done now and why not the rest, also once the case has ended', () => {
    expect(offers(granted, head)).toEqual({
      pause: true,
      'go-on': 'product-state',
      'take-away': true,
      'take-back': true,
      'replace-lost': 'role-missing',
      'run-out': true,
    });
    expect(offers(suspended, head)).toMatchObject({ pause: 'product-state', 'go-on': true });
    expect(offers(provisional, surveyor)).toMatchObject({ 'replace-lost': true, pause: 'role-missing' });
    expect(offers(provisional, head)).toMatchObject({ pause: 'case-running' });
  });

  test('is nothing for a card that is no more', () => {
    expect(offers(refused, head)).toEqual({});
    expect(Object.values(offers(granted, head, at('2027-08-01 09:00')))).not.toContain(true);
  });

  test('is what is accepted', () => {
    for (const kept of [granted, suspended, provisional, replaced, refused])
      for (const by of [head, surveyor, officer, citizen])
        for (const action of availableActions(cardService, kept.snapshot, by, later)) {
          if (action.type !== 'changeProduct') continue;
          const command = { type: 'changeProduct', id: action.id, action: action.action, note } as const;
          expect(decided(kept, command, by).ok).toBe(action.allowed);
        }
  });
});
