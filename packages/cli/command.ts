// What a command is: its words, its options, and what it answers.
import type { Arguments } from './arguments.ts';
import type { Surroundings } from './surroundings.ts';

export interface OptionRule {
  /** Name of its value in the help; absent for switches. */
  readonly value?: string;
  readonly short?: string;
  readonly many?: true;
  /** Needs no operands. */
  readonly alone?: true;
  readonly help: string;
}

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

export interface Command {
  readonly name: string;
  /** "check FILE" */
  readonly usage: string;
  readonly summary: string;
  /** Paragraphs below the usage. */
  readonly about: string;
  readonly operands: { readonly least: number; readonly most: number };
  readonly options: Readonly<Record<string, OptionRule>>;
  readonly examples: readonly string[];
  run(given: Arguments, surroundings: Surroundings): Promise<Answer>;
}

export const tenantOption: OptionRule = {
  value: 'TENANT.json',
  help: 'zona waktu, jam buka, hari libur, dan petugas daerah; tanpa ini: WIB, jam kantor Perpres 21/2023',
};

/** Every command has these. */
export const commonOptions: Readonly<Record<string, OptionRule>> = {
  json: { help: 'jawaban sebagai JSON; bentuknya: layan schema NAMA-PERINTAH' },
  help: { short: 'h', alone: true, help: 'bantuan ini' },
};
