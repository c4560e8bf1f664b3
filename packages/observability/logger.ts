// One JSON line per message of the catalogue. Values are scalars from the listed fields; identifiers are cut out even there.
import { type MessageCode, type MessageFields, messages } from './messages.ts';

export type Write = (line: string) => void;

export interface Logger {
  log<C extends MessageCode>(code: C, fields: MessageFields<C>): void;
}

/** JSON writes lower controls as their numbers; these a terminal would obey, or a viewer would begin a line at. */
const controls = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const identifierRun = /\d{10,}/g;

/** A stack begins with the error's message, which may quote what somebody typed: only the places are kept. */
const placesOf = (stack: string): string => (stack.match(/^\s+at .+$/gm) ?? []).join('\n');

const clean = (name: string, value: string | number | boolean): string | number | boolean => {
  if (typeof value !== 'string') return value;
  return (name === 'stack' ? placesOf(value) : value)
    .replace(identifierRun, '[cut]')
    .replace(controls, ' ')
    .slice(0, 2000);
};

const toStdout: Write = (line) => {
  process.stdout.write(`${line}\n`);
};

/** A logger of one function; `write` and `now` are injected by tests. */
export function createLogger(
  source: string,
  write: Write = toStdout,
  now: () => Date = () => new Date(),
): Logger {
  return {
    log(code, fields) {
      const message = messages[code];
      const allowed = new Set<string>(message.fields);
      const entries = Object.entries<string | number | boolean | undefined>(fields).flatMap(
        ([name, value]) => (value !== undefined && allowed.has(name) ? [[name, clean(name, value)]] : []),
      );
      write(
        JSON.stringify({
          at: now().toISOString(),
          level: message.level,
          code,
          message: message.sentence,
          source,
          ...Object.fromEntries(entries),
        }),
      );
    },
  };
}
