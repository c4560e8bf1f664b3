// Where "now" comes from. Injected everywhere; nothing in the domain reads the machine's clock.
import type { InstantText } from './ids.ts';

export interface Clock {
  now(): InstantText;
}
