// Where functions write: a file each, and warnings and errors shortly on the console.
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const Line = z.object({ level: z.string(), message: z.unknown().optional(), code: z.unknown().optional() });

export interface FunctionLogs {
  write(functionName: string, text: string): void;
  close(): Promise<void>;
}

export function openLogs(folder: string, tell: (line: string) => void): FunctionLogs {
  const files = new Map<string, WriteStream>();
  return {
    write(name, text) {
      let file = files.get(name);
      if (!file) {
        file = createWriteStream(join(folder, `${name}.log`), { flags: 'a' });
        files.set(name, file);
      }
      file.write(text);
      for (const line of text.split('\n')) {
        const notable = short(line);
        if (notable) tell(`${name}: ${notable}`);
      }
    },
    async close() {
      await Promise.all([...files.values()].map((file) => new Promise((done) => file.end(done))));
      files.clear();
    },
  };
}

/** What is worth a line on the console, or nothing. */
export function short(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const parsed = Line.safeParse(JSON.parse(line));
    if (!parsed.success || !/^(warn|error|fatal)/i.test(parsed.data.level)) return undefined;
    const { level, code, message } = parsed.data;
    return [level.toUpperCase(), code, message]
      .filter((part) => typeof part === 'string')
      .join(' ')
      .slice(0, 200);
  } catch {
    return undefined;
  }
}
