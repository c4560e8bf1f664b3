// A story: how a case is filed and what then happens. Witnesses of findings are told so, and can be played.
import type { PlainValue } from '../case/facts.ts';
import type { Turn } from '../standard/example.ts';

export interface Story {
  readonly channel: string;
  /** The applicant asks to stay anonymous. */
  readonly anonymous?: true | undefined;
  /** The applicant asks for confidentiality. */
  readonly confidential?: true | undefined;
  /** Ordinary facts only. */
  readonly facts: Readonly<Record<string, PlainValue>>;
  readonly turns: readonly Turn[];
}
