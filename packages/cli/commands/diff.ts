// `layan diff OLD NEW`: what changed between two versions of a standard, in words.
import { differences } from '@layan/domain/standard/differences';
import type { Arguments } from '../arguments.ts';
import type { Answer, Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { readStandard } from '../input/read-standard.ts';
import type { DiffResult } from '../results/document-results.ts';
import type { Surroundings } from '../surroundings.ts';

const run = async (given: Arguments, surroundings: Surroundings): Promise<Answer> => {
  const [old = '', fresh = ''] = given.operands;
  if (old === '-' && fresh === '-')
    throw new UsageError('operands', 'Hanya satu dari keduanya boleh "-", masukan standar.');
  const before = await readStandard(surroundings, old);
  const after = await readStandard(surroundings, fresh);
  const found = differences(before, after).map((difference) => ({ ...difference }));
  const json: DiffResult = {
    command: 'diff',
    old,
    new: fresh,
    equal: found.length === 0,
    differences: found,
  };
  const lines = found.map(({ place, words, weaker }) => `${weaker ? '!' : ' '} ${words}\n    ${place}`);
  const worse = found.filter(({ weaker }) => weaker).length;
  const closing =
    found.length === 0
      ? 'Tidak ada perbedaan.'
      : `${found.length} perbedaan${worse === 0 ? '' : `; ${worse} bertanda ! mengurangi apa yang dijanjikan`}.`;
  return { exit: 0, json, text: [...lines, ...(lines.length === 0 ? [] : ['']), closing].join('\n') };
};

export const diff: Command = {
  name: 'diff',
  usage: 'diff OLD NEW',
  summary: 'Menyebut perbedaan dua versi standar dengan kata-kata.',
  about: `Setiap perbedaan disebut dengan tempatnya; yang mengurangi apa yang dijanjikan bertanda "!".
Perbedaan bukan kesalahan: hasil akhirnya 0, juga bila ada perbedaan ("equal": false).`,
  operands: { least: 2, most: 2 },
  options: {},
  examples: ['diff lama.json baru.json', 'diff lama.json baru.json --json'],
  run,
};
