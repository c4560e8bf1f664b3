// What a command is: its words, and what it answers.
import type { Arguments } from './arguments.ts';
import type { CommandLine } from './options.ts';
import type { Surroundings } from './surroundings.ts';

/** 0: clean; 1: findings of level error, or refused. */
export interface Answer {
  readonly exit: 0 | 1;
  /** Printed with `--json`. */
  readonly json: unknown;
  /** Printed without. */
  readonly text: string;
  /** The text is printed to the byte, without an end of line of ours. */
  readonly exact?: true;
}

export interface Command extends CommandLine {
  readonly summary: string;
  /** Paragraphs below the usage. */
  readonly about: string;
  readonly examples: readonly string[];
  run(given: Arguments, surroundings: Surroundings): Promise<Answer>;
}
