// A story: how a case is filed and what then happens. Witnesses of findings are told so, and can be played.
import type { PlainValue } from '../case/facts.ts';
import type { Turn } from '../standard/example.ts';

export interface Story {
  readonly channel: string;
  /** Local time of the agency at which it is filed. */
  readonly at?: string | undefined;
  /** Local time noted on the letter, or at which the box was opened; as `at` when absent. */
  readonly received?: string | undefined;
  /** The applicant asks to stay anonymous. */
  readonly anonymous?: true | undefined;
  /** The applicant asks for confidentiality. */
  readonly confidential?: true | undefined;
  /** Ordinary facts only. */
  readonly facts: Readonly<Record<string, PlainValue>>;
  /** Personal facts that are told when filing although nobody has to. */
  readonly told?: readonly string[] | undefined;
  /** Of a batch: how many cases it gathers. */
  readonly lines?: number | undefined;
  readonly turns: readonly Turn[];
}
