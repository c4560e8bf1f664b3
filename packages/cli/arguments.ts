// Options and operands of a command, checked against its rules. Strict: whoever mistypes is told, nothing is guessed.
import { parseArgs } from 'node:util';
import { UsageError } from './errors.ts';
import { type CommandLine, commonOptions, type OptionRule } from './options.ts';
import { suggestion } from './words/nearest.ts';

export interface Arguments {
  readonly operands: readonly string[];
  has(option: string): boolean;
  find(option: string): string | undefined;
  all(option: string): readonly string[];
}

const rulesOf = ({ options }: CommandLine): Readonly<Record<string, OptionRule>> => ({
  ...options,
  ...commonOptions,
});

const givenValue = (name: string, rule: OptionRule, value: string | undefined, inline: boolean): string => {
  if (rule.value === undefined) {
    if (inline) throw new UsageError('option-value', `Opsi --${name} tidak menerima nilai.`);
    return '';
  }
  // "--from --json": the value was forgotten.
  const forgotten = value === undefined || (!inline && value.startsWith('-') && value !== '-');
  if (forgotten || value === '')
    throw new UsageError('option-value', `Opsi --${name} memerlukan nilai: --${name} ${rule.value}.`);
  return value;
};

const checkOperands = ({ name, usage, operands: { least, most } }: CommandLine, count: number): void => {
  if (count >= least && count <= most) return;
  const what = count < least ? 'Ada yang kurang' : 'Terlalu banyak nama';
  throw new UsageError('operands', `${what}. Cara pakai: layan ${usage}\nLihat: layan ${name} --help`);
};

export const readArguments = (command: CommandLine, args: readonly string[]): Arguments => {
  const rules = rulesOf(command);
  const { tokens, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(rules).map(([name, { value, short, many }]) => [
        name,
        {
          type: value === undefined ? ('boolean' as const) : ('string' as const),
          ...(short !== undefined && { short }),
          ...(many && { multiple: true }),
        },
      ]),
    ),
  });
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const rule = Object.hasOwn(rules, token.name) ? rules[token.name] : undefined;
    if (!rule) {
      throw new UsageError(
        'unknown-option',
        `Opsi ${token.rawName} tidak dikenal pada "layan ${command.name}".${suggestion(
          token.rawName,
          Object.keys(rules).map((name) => `--${name}`),
        )}`,
      );
    }
    const value = givenValue(token.name, rule, token.value, token.inlineValue === true);
    const before = given.get(token.name) ?? [];
    if (before.length > 0 && !rule.many && rule.value !== undefined)
      throw new UsageError('option-value', `Opsi --${token.name} hanya boleh ditulis satu kali.`);
    given.set(token.name, [...before, value]);
  }
  if (![...given.keys()].some((name) => rules[name]?.alone)) checkOperands(command, positionals.length);
  return {
    operands: positionals,
    has: (option) => given.has(option),
    find: (option) => given.get(option)?.[0],
    all: (option) => given.get(option) ?? [],
  };
};

/** An option whose value is a whole number from 1 on. */
export const countOf = (given: Arguments, option: string, most: number): number | undefined => {
  const text = given.find(option);
  if (text === undefined) return undefined;
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > most)
    throw new UsageError('option-value', `Opsi --${option} memerlukan angka dari 1 sampai ${most}.`);
  return count;
};

/** An option whose value is one of a few words. */
export const choiceOf = <T extends string>(
  given: Arguments,
  option: string,
  choices: readonly T[],
): T | undefined => {
  const text = given.find(option);
  if (text === undefined) return undefined;
  const choice = choices.find((known) => known === text);
  if (choice === undefined)
    throw new UsageError(
      'option-value',
      `Opsi --${option} memerlukan salah satu dari: ${choices.join(', ')}.`,
    );
  return choice;
};
