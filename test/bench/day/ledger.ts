// What the day cost: how long each operation took, what was refused, and what went wrong.

export interface Ledger {
  readonly took: Map<string, number[]>;
  /** By operation and code. */
  readonly refused: Map<string, number>;
  readonly wrong: string[];
}

export const emptyLedger = (): Ledger => ({ took: new Map(), refused: new Map(), wrong: [] });

export const noteTime = ({ took }: Ledger, operation: string, ms: number): void => {
  const times = took.get(operation) ?? [];
  times.push(ms);
  took.set(operation, times);
};

export const noteRefusal = ({ refused }: Ledger, what: string): void =>
  void refused.set(what, (refused.get(what) ?? 0) + 1);

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
};
