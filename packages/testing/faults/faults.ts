// What may happen to one call of a function to AWS, as the function sees it. `died` is the end of the function: whatever it
// would do next, it does not.

export const faults = [
  /** Refused before it was looked at. */
  'throttled',
  /** A transaction that met another one; other calls are throttled. */
  'cancelled by another',
  /** Never arrives. */
  'dropped',
  /** Is done, and nobody hears of it. */
  'acknowledgement lost',
  /** Arrives twice. */
  'sent twice',
  /** Gets lost, is asked again, and arrives behind everything that came after it. */
  'late',
  /** The clock of the machine is ten minutes off. */
  'clock ahead',
  'clock behind',
  /** The function ends before the call, or when it is done. */
  'died before',
  'died after',
  /** Ends while the call is under way; it arrives behind whatever is asked next. */
  'died in flight',
] as const;
export type Fault = (typeof faults)[number];

/** What a request may meet that only looks: whether it arrives once or twice is all one. */
export const faultsOfReads: readonly Fault[] = [
  'throttled',
  'dropped',
  'acknowledgement lost',
  'late',
  'clock ahead',
  'clock behind',
];

/** What happens to which calls. */
export interface Plan {
  /** By the number of the call, from 1. */
  readonly at?: ReadonlyMap<number, Fault>;
  /** To every look, the first time it is asked. */
  readonly reads?: Fault;
}
