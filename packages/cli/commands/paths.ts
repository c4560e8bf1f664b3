// `layan paths FILE`: every way through a process, with who works on it, its norms and its promise.
import { newestOf } from '@layan/domain/case/evolve-products';
import type { Played } from '@layan/domain/case/stage';
import { durationInWords } from '@layan/domain/deadline/durations-in-words';
import { leastLength } from '@layan/domain/deadline/lengths';
import { type Path, type Paths, paths as walk } from '@layan/domain/process/paths';
import { indexOf } from '@layan/domain/process/process-index';
import type { Channel } from '@layan/domain/standard/channel';
import type { Deadline } from '@layan/domain/standard/deadline';
import type { Process } from '@layan/domain/standard/process';
import type { Standard } from '@layan/domain/standard/standard';
import { type Arguments, countOf } from '../arguments.ts';
import type { Answer, Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { readMoment } from '../input/read-moment.ts';
import { readRunnable } from '../input/read-standard.ts';
import { getTenant } from '../input/read-tenant.ts';
import { tenantOption } from '../options.ts';
import type { PathsResult } from '../results/paths-result.ts';
import { longestChain } from '../stories/longest-chain.ts';
import { playTold } from '../stories/play-told.ts';
import { roleOf, turnInWords } from '../stories/turn-in-words.ts';
import type { Surroundings } from '../surroundings.ts';
import { namesOf } from '../words/names.ts';
import { suggestion } from '../words/nearest.ts';
import { pathsInWords } from '../words/paths-in-words.ts';

type ToldPath = PathsResult['paths'][number];

const usual = 500;
const most = 5_000;

const ran = (deadlines: readonly Deadline[], played: Played | undefined): ToldPath['norms'] =>
  deadlines.flatMap(({ id, kind, label, duration }) => {
    const record = played?.snapshot.promises.find(({ promise }) => promise === id);
    if (!record) return [];
    const times = record.ledger.filter(({ turn }) => turn === 'started').length;
    return [{ id, kind, label, duration: durationInWords(duration), times, state: record.state }];
  });

/** Side by side counts the longest. */
const sumOf = (deadlines: readonly Deadline[], played: Played | undefined): ToldPath['normSum'] => {
  const minutes = leastLength({ amount: 1, unit: 'working_day' });
  const weights = new Map(
    deadlines.flatMap(({ id, kind, duration }) =>
      kind === 'norm' && duration.unit !== 'agreed' ? [[id, minutes(duration)] as const] : [],
    ),
  );
  const sums = new Map<string, number>();
  for (const id of longestChain(played?.events ?? [], weights)) {
    const duration = deadlines.find((one) => one.id === id)?.duration;
    if (!duration || duration.unit === 'agreed') continue;
    sums.set(duration.unit, (sums.get(duration.unit) ?? 0) + duration.amount);
  }
  return [...sums].map(([unit, amount]) => ({ unit, amount }));
};

const tell = (standard: Standard, path: Path, number: number, played: Played | undefined): ToldPath => {
  const { process } = standard;
  const index = indexOf(process);
  const ending = index.endings.get(path.ending);
  const norms = ran(
    process.deadlines.filter(({ kind }) => kind === 'norm'),
    played,
  );
  return {
    number,
    channel: path.channel,
    facts: { ...path.facts },
    turns: path.turns.map((turn) => {
      const role = roleOf(index, turn);
      return { turn: { ...turn }, words: turnInWords(index, turn), ...(role !== undefined && { role }) };
    }),
    ending: { id: path.ending, label: ending?.label ?? path.ending, kind: ending?.kind ?? '' },
    promises: ran(
      process.deadlines.filter(({ kind }) => kind !== 'norm'),
      played,
    ),
    norms,
    normSum: sumOf(process.deadlines, played),
    products: Object.fromEntries(
      process.products.flatMap(({ id }) => {
        const newest = played && newestOf(played.snapshot.products, id);
        return newest ? [[id, newest.state]] : [];
      }),
    ),
  };
};

const known = (
  given: Arguments,
  option: string,
  ids: readonly string[],
  what: string,
): string | undefined => {
  const id = given.find(option);
  if (id === undefined || ids.includes(id)) return id;
  throw new UsageError('unknown-name', `${what} "${id}" tidak ada pada standar ini.${suggestion(id, ids)}`);
};

/**
 * Paths of one channel. Channels that lead to the same state are one to the walk, which looks for states and not for ways
 * in; here each is gone by itself. What an objection carries over depends on the channels of claims, so those stay.
 */
const pathsOf = (process: Process, channel: Channel, limit: number, simple: boolean): Paths => {
  const claims = channel.about ? process.channels.filter(({ about }) => !about) : [];
  const { paths: found, complete } = walk(
    { ...process, channels: [channel, ...claims] },
    limit,
    undefined,
    simple,
  );
  return { paths: found.filter((path) => path.channel === channel.id), complete };
};

const run = async (given: Arguments, surroundings: Surroundings): Promise<Answer> => {
  const [file = ''] = given.operands;
  const limit = countOf(given, 'most', most) ?? usual;
  const { calendar } = await getTenant(given, surroundings);
  const standard = await readRunnable(surroundings, file);
  const { channels, endings } = standard.process;
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  const channel = known(given, 'channel', ids(channels), 'Kanal');
  const ending = known(given, 'ending', ids(endings), 'Akhir');
  const walks = channels
    .filter(({ id }) => channel === undefined || id === channel)
    .map((one) => pathsOf(standard.process, one, limit, given.has('simple')));
  const found = { paths: walks.flatMap((one) => one.paths), complete: walks.every((one) => one.complete) };
  const from = readMoment('2026-03-02T09:00', calendar.zone);
  const told = found.paths
    .filter((path) => ending === undefined || path.ending === ending)
    .map((path, at) => {
      const { played } = playTold(standard, path, { calendar, from, makeUp: true });
      return tell(standard, path, at + 1, played);
    });
  const json: PathsResult = {
    command: 'paths',
    file,
    standard: { id: standard.id, title: standard.title, agency: standard.agency },
    complete: found.complete,
    unreached: ids(endings).filter((id) => !found.paths.some((path) => path.ending === id)),
    paths: told,
  };
  return { exit: 0, json, text: pathsInWords(json, limit, namesOf(standard.process)) };
};

export const paths: Command = {
  name: 'paths',
  usage: 'paths FILE [--channel KANAL] [--ending AKHIR]',
  summary: 'Menyebut setiap jalan dari masuk sampai akhir, dengan peran, norma, dan janjinya.',
  about: `Jalan yang pendek lebih dulu. Putaran dilalui sebanyak yang dibatasi standar, pekerjaan yang berjalan
bersama disebut dalam satu urutan, interupsi dan penundaan tidak disebut.
Bila ada lebih banyak jalan daripada --most, keluaran mengatakannya ("complete": false). Putaran melipatgandakan
jalan; --simple menyebut jalan tanpa putaran saja.`,
  operands: { least: 1, most: 1 },
  options: {
    channel: { value: 'KANAL', help: 'hanya jalan yang masuk lewat kanal ini' },
    ending: { value: 'AKHIR', help: 'hanya jalan sampai akhir ini' },
    simple: { help: 'hanya jalan tanpa putaran: tidak ada langkah yang dilalui dua kali' },
    most: { value: 'ANGKA', help: `paling banyak sekian jalan setiap kanal (bawaan ${usual})` },
    tenant: tenantOption,
  },
  examples: ['paths standar.json', 'paths standar.json --channel counter --ending granted --json'],
  run,
};
