// What a document is filled from: facts that were opened, the words of the agency, and the lines of a batch.
import type { PlainValue } from '../case/facts.ts';
import type { Fact } from '../standard/facts.ts';
import type { PlaceName } from './value-text.ts';

/** A case within a batch, in words. */
export interface LetterLine {
  readonly ticket: string;
  /** By the facts of `process.lines.columns`; what is unknown is absent. */
  readonly cells: Readonly<Record<string, string>>;
  /** In the order in which they were taken; the last one of a step stands. */
  readonly decisions: readonly {
    readonly step: string;
    readonly decision: string;
    readonly label: string;
    readonly note?: string;
  }[];
  /** It has left the batch. */
  readonly out?: boolean;
}

export interface LetterContext {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly values: Readonly<Record<string, PlainValue>>;
  readonly placeName: PlaceName;
  readonly productLabel: string;
  /** Absent before the document is frozen. */
  readonly number?: string;
  /** ISO date; absent before the document is frozen. */
  readonly date?: string;
  readonly ticket: string;
  readonly agencyName: string;
  readonly governmentName: string;
  /** In the order of the batch. */
  readonly lines?: readonly LetterLine[];
}
