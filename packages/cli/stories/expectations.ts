// Where a story came out otherwise than its script expects. Each expectation counts only where it is written.
import type { ScriptFile } from '@layan/domain/standard/script-file';
import type { RunResult } from '../results/run-result.ts';
import type { ToldCase } from './tell-case.ts';

type Unexpected = RunResult['unexpected'];

const states = (
  what: string,
  expected: Readonly<Record<string, string>> | undefined,
  found: readonly { readonly id: string; readonly state: string }[],
  absent: string,
): Unexpected =>
  Object.entries(expected ?? {}).flatMap(([id, state]) => {
    const was = found.find((one) => one.id === id)?.state ?? absent;
    return was === state ? [] : [{ what: `${what} ${id}`, expected: state, found: was }];
  });

export const unexpectedIn = (script: ScriptFile, told: ToldCase): Unexpected => {
  const { ending, products, promises, messages } = script;
  const sent = told.messages.map(({ text }) => text);
  const reached = told.ending?.id ?? 'belum berakhir';
  return [
    ...(ending === undefined || ending === reached
      ? []
      : [{ what: 'akhir', expected: ending, found: reached }]),
    ...states('produk', products, told.products, 'tidak ada'),
    ...states('janji', promises, told.promises, 'none'),
    ...(messages === undefined || JSON.stringify(messages) === JSON.stringify(sent)
      ? []
      : [{ what: 'pesan', expected: messages, found: sent }]),
  ];
};
