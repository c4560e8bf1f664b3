// Hands a batch of stream records to a function until all of it is done, in order.
import * as z from 'zod';
import type { Mapping } from '../cloud.ts';
import type { Outcome } from './function-worker.ts';

const Report = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

export interface Sequenced {
  readonly sequence: string;
  readonly event: unknown;
}

export interface BatchOptions {
  readonly mapping: Mapping;
  readonly invoke: (records: readonly unknown[]) => Promise<Outcome>;
  /** Everything before this record, and it, is done. */
  readonly onDone: (sequence: string) => void;
  readonly onGivenUp: (records: readonly Sequenced[], reason: string) => void;
  readonly pause: (attempt: number) => Promise<void>;
  readonly stopped: () => boolean;
}

export async function deliverInOrder(records: readonly Sequenced[], options: BatchOptions): Promise<void> {
  let rest = records;
  let size = options.mapping.batchSize;
  let failures = 0;
  while (rest.length > 0 && !options.stopped()) {
    const batch = rest.slice(0, size);
    const { done, reason } = await attempt(batch, options);
    const last = batch[done - 1];
    if (last) options.onDone(last.sequence);
    rest = rest.slice(done);
    if (reason === undefined) {
      failures = 0;
      size = options.mapping.batchSize;
      continue;
    }
    failures = done > 0 ? 1 : failures + 1;
    if (options.mapping.retries >= 0 && failures > options.mapping.retries) {
      const lost = batch.slice(done);
      options.onGivenUp(lost, reason);
      const lastLost = lost.at(-1);
      if (lastLost) options.onDone(lastLost.sequence);
      rest = rest.slice(lost.length);
      failures = 0;
    } else {
      if (options.mapping.bisects) size = Math.max(1, Math.ceil((batch.length - done) / 2));
      await options.pause(failures);
    }
  }
}

/** How many records from the front are done, and why not all. */
async function attempt(
  batch: readonly Sequenced[],
  options: BatchOptions,
): Promise<{ done: number; reason: string | undefined }> {
  const outcome = await options.invoke(batch.map((record) => record.event));
  if (!outcome.ok) return { done: 0, reason: outcome.message };
  if (!options.mapping.reportsFailures) return { done: batch.length, reason: undefined };
  const failed = reportedFailures(outcome.payload);
  if (failed.length === 0) return { done: batch.length, reason: undefined };
  const first = batch.findIndex((record) => failed.includes(record.sequence));
  return { done: Math.max(0, first), reason: 'The function reported failures.' };
}

/** The identifiers that a function reports as failed; none when it reports nothing. */
export function reportedFailures(payload: string): readonly string[] {
  const report = Report.safeParse(JSON.parse(payload));
  return report.success ? report.data.batchItemFailures.map((failure) => failure.itemIdentifier) : [];
}
