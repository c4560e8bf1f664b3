// Where "now" comes from. Injected everywhere; nothing in the domain reads the machine's clock.
import type { Temporal } from 'temporal-polyfill';

export interface Clock {
  now(): Temporal.Instant;
}
