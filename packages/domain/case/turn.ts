// One decision at work: what it knows, and how it records what happens together with what follows from it.

import type { TenantCalendar } from '../deadline/calendar.ts';
import type { InstantText } from '../kernel/ids.ts';
import type { Situation } from '../process/automatic.ts';
import { indexOf, type ProcessIndex } from '../process/process-index.ts';
import type { Standard } from '../standard/standard.ts';
import type { Agency } from '../tenant/tenant.ts';
import type { By } from './command.ts';
import type { Actor, RegisterPlace } from './event.ts';
import { newestOf } from './evolve-products.ts';
import type { Hash, Recorder } from './recorder.ts';
import type { CaseSnapshot } from './snapshot.ts';

/** Everything a decision takes from outside; the same context, case and command always decide alike. */
export interface DecideContext {
  readonly now: InstantText;
  readonly by: By;
  readonly calendar: TenantCalendar;
  /** Unguessable ids for issued products. */
  readonly newId: () => string;
  /** The next place in a register, in the year of the tenant's date: one of the agency, or of a product by its id. */
  readonly nextPlace: (register: string) => RegisterPlace;
  /** How the agency of the case writes official documents. */
  readonly letters?: NonNullable<Agency['letters']>;
  readonly hash: Hash;
}

export interface Turn {
  readonly standard: Standard;
  readonly index: ProcessIndex;
  readonly context: DecideContext;
  readonly recorder: Recorder;
}

export const makeTurn = (standard: Standard, context: DecideContext, recorder: Recorder): Turn => ({
  standard,
  index: indexOf(standard.process),
  context,
  recorder,
});

export const system: Actor = { party: 'system' };

/** The actor an event names; staff act in one of their roles. */
export const actorOf = (by: By, role: string): Actor =>
  by.party === 'staff' ? { id: by.member.id, name: by.member.name, party: 'staff', role } : by;

export const situationOf = (snapshot: CaseSnapshot): Situation => ({
  marking: snapshot.marking,
  facts: snapshot.facts,
  taken: snapshot.taken,
  stateOf: (product) => newestOf(snapshot.products, product)?.state,
});
