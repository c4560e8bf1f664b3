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
  const sameService = before.id === after.id && before.agency === after.agency;
  const json: DiffResult = {
    command: 'diff',
    old,
    new: fresh,
    sameService,
    equal: found.length === 0,
    differences: found,
  };
  const lines = found.map(({ place, words, weaker }) => `${weaker ? '!' : ' '} ${words}\n    ${place}`);
  const worse = found.filter(({ weaker }) => weaker).length;
  const closing =
    found.length === 0
      ? 'Tidak ada perbedaan.'
      : `${found.length} perbedaan${worse === 0 ? '' : `; ${worse} bertanda ! mengurangi apa yang dijanjikan`}.`;
  const warning = sameService
    ? []
    : [
        `PERHATIAN: ini dua layanan yang berbeda, bukan dua versi satu layanan: “${before.title}” (${before.agency}/${before.id})`,
        `dan “${after.title}” (${after.agency}/${after.id}).`,
        '',
      ];
  return {
    exit: 0,
    json,
    text: [...warning, ...lines, ...(lines.length === 0 ? [] : ['']), closing].join('\n'),
  };
};

export const diff: Command = {
  name: 'diff',
  usage: 'diff OLD NEW',
  summary: 'Menyebut perbedaan dua versi standar dengan kata-kata.',
  about: `Setiap perbedaan disebut dengan tempatnya; yang mengurangi apa yang dijanjikan bertanda "!".
Perbedaan bukan kesalahan: hasil akhirnya 0, juga bila ada perbedaan ("equal": false).
Bila keduanya layanan yang berbeda, itu dikatakan lebih dulu ("sameService": false).`,
  operands: { least: 2, most: 2 },
  options: {},
  examples: ['diff lama.json baru.json', 'diff lama.json baru.json --json'],
  run,
};
