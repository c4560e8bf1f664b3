// From the words of a command line to its answer and exit code.
import { readArguments } from './arguments.ts';
import type { Answer, Command } from './command.ts';
import { commands } from './commands.ts';
import { type Problem, UnfitStandard, UsageError } from './errors.ts';
import { helpOf, overview } from './help.ts';
import type { Surroundings } from './surroundings.ts';
import { findingsInWords } from './words/findings-in-words.ts';
import { suggestion } from './words/nearest.ts';

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

const inLines = (problems: readonly Problem[]): string =>
  problems.map(({ place, message }) => `  ${place === '' ? '' : `${place}: `}${message}\n`).join('');

const refused = (error: unknown, json: boolean, { out, err }: Surroundings): number => {
  if (error instanceof UsageError) {
    const { code, message, problems } = error;
    err(`${ended(message)}${inLines(problems)}`);
    if (json) out(pretty({ error: { code, message, problems } }));
    return 2;
  }
  if (error instanceof UnfitStandard) {
    const { file, message, findings } = error;
    err(`${message}\n\n${findingsInWords(findings)}`);
    if (json) out(pretty({ error: { code: 'standard-unfit', message, file, findings } }));
    return 1;
  }
  const message = `Ini kesalahan pada program, bukan pada berkas Anda: ${String(error)}`;
  err(`${message}\n`);
  if (json) out(pretty({ error: { code: 'internal', message } }));
  return 1;
};

const print = ({ json, text, exact }: Answer, asJson: boolean, { out }: Surroundings): void =>
  out(asJson ? pretty(json) : exact ? text : ended(text));

const find = (name: string): Command => {
  const command = commands.find((known) => known.name === name);
  if (command) return command;
  const known = commands.map((one) => one.name);
  throw new UsageError(
    'unknown-command',
    `Perintah "${name}" tidak dikenal.${suggestion(name, known)}\nLihat: layan --help`,
  );
};

/** Runs the command and returns its exit code. */
export const main = async (args: readonly string[], surroundings: Surroundings): Promise<number> => {
  const { out, err } = surroundings;
  const [first, ...rest] = args[0] === '--' ? args.slice(1) : args;
  const json = args.includes('--json');
  try {
    if (first === undefined) {
      err(overview(commands));
      return 2;
    }
    if (first === '--help' || first === '-h' || (first === 'help' && rest.length === 0)) {
      out(overview(commands));
      return 0;
    }
    if (first === 'help') {
      out(helpOf(find(rest[0] ?? '')));
      return 0;
    }
    const command = find(first);
    const given = readArguments(command, rest);
    if (given.has('help')) {
      out(helpOf(command));
      return 0;
    }
    const answer = await command.run(given, surroundings);
    print(answer, json, surroundings);
    return answer.exit;
  } catch (error) {
    return refused(error, json, surroundings);
  }
};
