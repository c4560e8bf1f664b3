// `layan run FILE --script SCRIPT.json`: plays a story through the engine that serves citizens.
import type { Played } from '@layan/domain/case/stage';
import { timeByParty } from '@layan/domain/case/time-by-party';
import type { TenantCalendar } from '@layan/domain/deadline/calendar';
import { zoneName } from '@layan/domain/deadline/zones';
import { indexOf } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import type { Arguments } from '../arguments.ts';
import type { Answer, Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { readMoment } from '../input/read-moment.ts';
import { checkTimes, readScript, usualStart } from '../input/read-script.ts';
import { readRunnable } from '../input/read-standard.ts';
import { getTenant } from '../input/read-tenant.ts';
import { tenantOption } from '../options.ts';
import type { RunResult } from '../results/run-result.ts';
import { unexpectedIn } from '../stories/expectations.ts';
import { playTold } from '../stories/play-told.ts';
import { type ToldCase, tellCase } from '../stories/tell-case.ts';
import type { Surroundings } from '../surroundings.ts';
import { runInWords } from '../words/run-in-words.ts';

const turnName = (turn: number): string => (turn === 0 ? 'Saat masuk' : `Giliran ${turn}`);

const nothing: ToldCase = {
  events: [],
  ending: null,
  waiting: [],
  facts: {},
  products: [],
  promises: [],
  messages: [],
  timeline: [],
};

const timesOf = (standard: Standard, calendar: TenantCalendar, { events }: Played): RunResult['time'] =>
  timeByParty(standard, events, calendar).map((time) => ({
    ...time,
    label: indexOf(standard.process).roles.get(time.role)?.label ?? time.role,
  }));

const answerRun = async (given: Arguments, surroundings: Surroundings): Promise<Answer> => {
  const [file = ''] = given.operands;
  const { calendar } = await getTenant(given, surroundings);
  const standard = await readRunnable(surroundings, file);
  const { script, story } = await readScript(standard, given, surroundings);
  checkTimes(script, calendar.zone);
  const from = readMoment(script.at ?? usualStart, calendar.zone);
  const { played, refused } = playTold(standard, script, { calendar, from });
  // A slip of the pen, as with any other name on the command line.
  if (refused?.code === 'unknown-name')
    throw new UsageError('unknown-name', `${turnName(refused.turn)}: ${refused.message}`);
  const told = played ? tellCase(standard, calendar, played) : nothing;
  const unexpected = refused ? [] : unexpectedIn(script, told);
  const completed = refused === undefined && unexpected.length === 0;
  const json: RunResult = {
    command: 'run',
    file,
    standard: { id: standard.id, title: standard.title, agency: standard.agency },
    story,
    zone: zoneName(calendar.zone),
    completed,
    ...(refused && { refused }),
    unexpected,
    ...told,
    time: played ? timesOf(standard, calendar, played) : [],
  };
  return { exit: completed ? 0 : 1, json, text: runInWords(json, script.title) };
};

export const run: Command = {
  name: 'run',
  usage: 'run FILE --script SCRIPT.json',
  summary: 'Memainkan sebuah cerita melalui mesin: kejadian, akhir, produk, janji, pesan.',
  about: `Naskah (layan.script/1) menyebut kanal, data, dan giliran demi giliran dengan waktunya.
Data pribadi, dokumen, dan catatan yang diperlukan diisi sendiri. Cabang berjalan sendiri.
Giliran yang ditolak disebut dengan sebabnya; hasil akhirnya 1. Begitu pula bila harapan naskah
(ending, products, promises, messages) tidak terjadi.`,
  operands: { least: 1, most: 1 },
  options: {
    script: { value: 'SCRIPT.json', help: 'naskah yang dimainkan' },
    example: { value: 'CONTOH', help: 'atau: contoh di dalam standar itu sendiri' },
    tenant: tenantOption,
  },
  examples: ['run standar.json --script cerita.json', 'run standar.json --example diterima --json'],
  run: answerRun,
};
