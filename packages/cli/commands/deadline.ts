// `layan deadline FILE --channel C --from TIME`: what is promised to a case that arrives then, and why it is due when it is.
import { isSealed } from '@layan/domain/case/facts';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import { receivedAt } from '@layan/domain/deadline/working-time';
import { type Zone, zoneName } from '@layan/domain/deadline/zones';
import type { InstantText } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import type { Channel } from '@layan/domain/standard/channel';
import type { Standard } from '@layan/domain/standard/standard';
import type { Arguments } from '../arguments.ts';
import type { Answer, Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { forecastOf, told } from '../forecast.ts';
import { readFacts } from '../input/read-facts.ts';
import { readMoment } from '../input/read-moment.ts';
import { readRunnable } from '../input/read-standard.ts';
import { getTenant } from '../input/read-tenant.ts';
import { tenantOption } from '../options.ts';
import type { DeadlineResult } from '../results/deadline-result.ts';
import type { Surroundings } from '../surroundings.ts';
import { forecastInWords } from '../words/forecast-in-words.ts';
import { namesOf } from '../words/names.ts';
import { suggestion } from '../words/nearest.ts';

const required = (given: Arguments, option: string, example: string): string => {
  const value = given.find(option);
  if (value === undefined)
    throw new UsageError('operands', `Opsi --${option} wajib ditulis, misalnya --${option} ${example}.`);
  return value;
};

const findChannel = ({ process }: Standard, id: string): Channel => {
  const channel = process.channels.find((one) => one.id === id);
  if (channel) return channel;
  const known = process.channels.map((one) => one.id);
  throw new UsageError('unknown-name', `Kanal "${id}" tidak ada pada standar ini.${suggestion(id, known)}`);
};

const readStarts = (
  { process }: Standard,
  given: readonly string[],
  zone: Zone,
  arrives: InstantText,
): ReadonlyMap<string, InstantText> =>
  new Map(
    given.map((pair) => {
      const at = pair.indexOf('=');
      const id = at < 0 ? pair : pair.slice(0, at);
      const known = process.deadlines.map((one) => one.id);
      if (!known.includes(id))
        throw new UsageError(
          'unknown-name',
          `Batas waktu "${id}" tidak ada pada standar ini.${suggestion(id, known)}`,
        );
      if (at < 0)
        throw new UsageError('option-value', `Tulis --start ${id}=WAKTU, misalnya ${id}=2026-03-02T09:15.`);
      const start = readMoment(pair.slice(at + 1), zone);
      if (epochMs(start) < epochMs(arrives))
        throw new UsageError(
          'option-value',
          `--start ${pair} mendahului datangnya berkas (--from): ${momentInWords(zone, arrives)}.`,
        );
      return [id, start];
    }),
  );

const run = async (given: Arguments, surroundings: Surroundings): Promise<Answer> => {
  const [file = ''] = given.operands;
  const channelId = required(given, 'channel', 'KANAL');
  const fromText = required(given, 'from', '2026-03-02T09:15');
  const { calendar } = await getTenant(given, surroundings);
  const arrives = readMoment(fromText, calendar.zone);
  const standard = await readRunnable(surroundings, file);
  const channel = findChannel(standard, channelId);
  const facts = readFacts(standard, given.all('fact'));
  const starts = readStarts(standard, given.all('start'), calendar.zone, arrives);
  const received = receivedAt(calendar, channel.hours, arrives).at;
  const deadlines = forecastOf(standard, { calendar, channel: channel.id, received, facts, starts });
  const json: DeadlineResult = {
    command: 'deadline',
    file,
    standard: { id: standard.id, title: standard.title, agency: standard.agency },
    zone: zoneName(calendar.zone),
    channel: { id: channel.id, label: channel.label, hours: channel.hours },
    arrives: told(calendar, arrives),
    received: told(calendar, received),
    facts: Object.fromEntries(
      Object.entries(facts).map(([id, value]) => [id, isSealed(value) ? '(data pribadi)' : value]),
    ),
    deadlines,
  };
  const exit = deadlines.some(({ state }) => state === 'refused') ? 1 : 0;
  return { exit, json, text: forecastInWords(json, calendar.zone, namesOf(standard.process)) };
};

export const deadline: Command = {
  name: 'deadline',
  usage: 'deadline FILE --channel KANAL --from WAKTU [--fact NAMA=NILAI]...',
  summary: 'Menghitung setiap janji bagi berkas yang datang pada suatu waktu, beserta jejaknya.',
  about: `WAKTU adalah waktu daerah (2026-03-02T09:15) atau dengan selisih (2026-03-02T09:15+07:00, 2026-03-02T02:15Z).
Setiap batas waktu disebut dengan aturannya, jatuh temponya, dan hari demi hari hitungannya.
Yang bersyarat menyebut data yang ditunggu; yang mulai kemudian menyebut kapan, dan paling cepat jatuh tempo kapan.`,
  operands: { least: 1, most: 1 },
  options: {
    channel: { value: 'KANAL', help: 'kanal masuknya berkas (wajib)' },
    from: { value: 'WAKTU', help: 'kapan berkas datang (wajib)' },
    fact: { value: 'NAMA=NILAI', many: true, help: 'data yang sudah diketahui; boleh berkali-kali' },
    start: {
      value: 'BATAS=WAKTU',
      many: true,
      help: 'kapan batas waktu yang mulai kemudian itu mulai; boleh berkali-kali',
    },
    tenant: tenantOption,
  },
  examples: [
    'deadline standar.json --channel counter --from 2026-03-02T09:15',
    'deadline standar.json --channel counter --from 2026-03-02T09:15 --fact letterKind=plain --tenant kota.json',
  ],
  run,
};
