// The story that a command plays: a script file, or an example of the standard itself.
import type { Zone } from '@layan/domain/deadline/zones';
import { ScriptFile } from '@layan/domain/standard/script-file';
import type { Standard } from '@layan/domain/standard/standard';
import type { Arguments } from '../arguments.ts';
import { UsageError } from '../errors.ts';
import type { Surroundings } from '../surroundings.ts';
import { suggestion } from '../words/nearest.ts';
import { readDocument } from './read-document.ts';
import { readMoment } from './read-moment.ts';

/** When a story begins that does not say: an ordinary Monday. */
export const usualStart = '2026-03-02T09:00';

export const readScript = async (
  standard: Standard,
  given: Arguments,
  surroundings: Surroundings,
): Promise<{ readonly script: ScriptFile; readonly story: string }> => {
  const [path, example] = [given.find('script'), given.find('example')];
  if ((path === undefined) === (example === undefined))
    throw new UsageError('operands', 'Tulis salah satu: --script SCRIPT.json atau --example CONTOH.');
  if (path !== undefined)
    return {
      script: await readDocument(surroundings, path, ScriptFile, 'naskah cerita (layan.script/1)'),
      story: path,
    };
  const { examples } = standard.process;
  const script = examples.find(({ id }) => id === example);
  if (script) return { script, story: script.id };
  const known = examples.map(({ id }) => id);
  throw new UsageError(
    'unknown-name',
    `Contoh "${example}" tidak ada pada standar ini.${suggestion(example ?? '', known)}`,
  );
};

/** Turns that go back in time are a slip of the pen. */
export const checkTimes = ({ at = usualStart, turns }: ScriptFile, zone: Zone): void => {
  readMoment(at, zone);
  let before = at;
  for (const [number, turn] of turns.entries()) {
    if (!('at' in turn) || turn.at === undefined) continue;
    readMoment(turn.at, zone);
    if (turn.at < before)
      throw new UsageError('time-unreadable', `Giliran ${number + 1}: ${turn.at} mendahului ${before}.`);
    before = turn.at;
  }
};
