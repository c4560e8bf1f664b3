// Runs an operation undisturbed, then with every fault at every one of its calls, each time as a client would: who gets no
// answer asks again. What stands there afterwards and what was answered must be what it is without faults.
import type { LocalDynamo } from '../dynamodb-local.ts';
import { seededRandom } from '../seeded-random.ts';
import { answerText, type Known, knownIn, plain, writtenSince } from './compare.ts';
import { type Fault, faults, faultsOfReads, type Plan } from './faults.ts';
import { type FaultyHttp, isLook } from './faulty-http.ts';
import { bringBack, type Content, contentOf } from './kept-table.ts';

export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** Asks once, by a function that has just started. */
export type Ask = (attempt: number) => Promise<Answered>;

/** Where an operation runs: a table, and the layer all its calls go through. */
export interface Stage {
  readonly client: LocalDynamo['client'];
  readonly table: string;
  readonly http: FaultyHttp;
  /** What is kept elsewhere than in the table, line by line; and how to come back to it. */
  readonly elsewhere: () => { readonly lines: readonly string[]; readonly bringBack: () => void };
  readonly shiftClock: (milliseconds: number) => void;
}

export interface Expected {
  /** Answers of a repeat that are as good as the first. */
  readonly repeats?: readonly string[];
  /** Traces of looks, of which each attempt may leave its own. */
  readonly traces?: RegExp;
  /** A repeat writes the same once more: what differs is how often it was written. */
  readonly rewritten?: boolean;
  /** What may be left besides, also where nobody repeats: it goes by itself. */
  readonly stray?: RegExp;
  /** What a repeat answers may differ: it says how it finds things. */
  readonly anyAnswer?: boolean;
  /** What a repeat may write otherwise; always with a reason where it is said. */
  readonly otherwise?: RegExp;
}

interface Run {
  readonly answers: readonly Answered[];
  readonly content: Content;
  readonly elsewhere: readonly string[];
  readonly calls: readonly string[];
  readonly struck: readonly string[];
}

export interface Planned {
  readonly name: string;
  /** Attempt by attempt. */
  readonly plans: readonly Plan[];
  /** The client asks again though it was answered. */
  readonly again?: boolean;
}

const ATTEMPTS = 3;
const TEN_MINUTES = 600_000;
const broken: Answered = { status: 0, text: '' };
const unanswered = ({ status }: Answered) => status === 0 || status >= 500;

async function run(stage: Stage, ask: Ask, plans: readonly Plan[], again: boolean): Promise<Run> {
  const { http } = stage;
  const answers: Answered[] = [];
  const calls: string[] = [];
  const struck: string[] = [];
  const shift = shiftOf(plans[0]);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    http.begin(plans[attempt - 1]);
    if (attempt === 2) stage.shiftClock(shift);
    answers.push(await ask(attempt).catch(() => broken));
    calls.push(...http.calls);
    struck.push(...http.struck);
    const last = answers.at(-1) ?? broken;
    if (!unanswered(last) && !(again && attempt === 1)) break;
  }
  if (answers.length > 1) stage.shiftClock(-shift);
  http.begin();
  await http.letArrive();
  const content = await contentOf(stage.client, stage.table);
  return { answers, content, elsewhere: stage.elsewhere().lines, calls, struck };
}

const shiftOf = (plan: Plan | undefined): number => {
  const all = [...(plan?.at?.values() ?? []), plan?.reads];
  if (all.includes('clock ahead')) return TEN_MINUTES;
  return all.includes('clock behind') ? -TEN_MINUTES : 0;
};

/** What is done to an operation, once its calls are known. */
export type PlansOf = (calls: readonly string[]) => readonly Planned[];

/** One to three faults among so many calls. */
export const planOfChance = (below: (limit: number) => number, calls: number): Plan => ({
  at: new Map(
    Array.from({ length: 1 + below(3) }, () => [1 + below(calls), faults[below(faults.length)] ?? 'dropped']),
  ),
});

/** Several faults at once, drawn from a seed that says how to see them again. */
export const plansOfSeed =
  (seed: string, many: number): PlansOf =>
  (calls): readonly Planned[] =>
    Array.from({ length: many }, (_, at) => {
      const random = seededRandom(`${seed}#${at}`);
      const below = (limit: number) => (random.bytes(2)[0] ?? 0) % limit;
      const planned = () => planOfChance(below, calls.length);
      return {
        name: `LAYAN_SEED=${seed} number ${at}`,
        plans: [planned(), planned()],
        again: below(2) === 0,
      };
    });

const changesIn = (calls: readonly string[]) =>
  calls.flatMap((call, index) => (isLook(call) ? [] : [{ at: index + 1, call }]));

/** Of an operation that writes for long: its beginning, its middle and its end. */
const spread = <One>(all: readonly One[], most: number): readonly One[] => {
  const last = all.length - 1;
  return all.length <= most
    ? all
    : all.filter((_one, index) => [0, 1, last >> 1, last - 1, last].includes(index));
};

/** One fault at a time: at every call that changes something those that `which` gives for it, and at all that look. */
const oneAtATime =
  (ofReads: readonly Fault[], which: (call: number) => readonly Fault[], most: number): PlansOf =>
  (calls) => [
    { name: 'the answer is lost on the way to the client', plans: [], again: true },
    ...ofReads.map((fault) => ({ name: `every look: ${fault}`, plans: [{ reads: fault }] })),
    ...spread(changesIn(calls), most).flatMap(({ at, call }) =>
      which(at).map((fault) => ({
        name: `call ${at} (${call}): ${fault}`,
        plans: [{ at: new Map([[at, fault]]) }],
      })),
    ),
  ];

/** At every look one fault in turn besides: all of them at every look find the same, and take five times as long. */
const lookByLook =
  (plans: PlansOf): PlansOf =>
  (calls) => [
    ...plans(calls),
    ...calls.flatMap((call, index) => {
      const fault = faultsOfReads[index % faultsOfReads.length];
      if (!isLook(call) || !fault) return [];
      return [
        { name: `call ${index + 1} (${call}): ${fault}`, plans: [{ at: new Map([[index + 1, fault]]) }] },
      ];
    }),
  ];

/** Every fault at every call that changes something and at all looks at once, and one in turn at each look by itself. */
export const fullPlans: PlansOf = lookByLook(oneAtATime(faultsOfReads, () => faults, 60));

/** The call is done, and nobody learns of it. */
const WORST: Fault = 'acknowledgement lost';
const others = faults.filter((fault) => fault !== WORST);
const oneOf = (all: readonly Fault[], turn: number): readonly Fault[] =>
  all.filter((_one, index) => index === turn % all.length);

/** At every call the worst fault and one of the others in turn, where there are too many operations for all of them. */
export const sampledPlans = (turn: number): PlansOf =>
  oneAtATime(oneOf(faultsOfReads, turn), (at) => [WORST, ...oneOf(others, turn + at)], 8);

export interface Outcome {
  readonly runs: number;
  readonly calls: number;
  /** Of these calls: at how many something happened. */
  readonly indexes: number;
  readonly findings: readonly string[];
  readonly answered: Answered;
}

export async function sweep(
  stage: Stage,
  ask: Ask,
  expected: Expected = {},
  plansOf: PlansOf = fullPlans,
): Promise<Outcome> {
  const before = await contentOf(stage.client, stage.table);
  const elsewhere = stage.elsewhere();
  const known = knownIn(before);
  const undo = async (now: Content) => {
    await bringBack(stage.client, stage.table, before, now);
    elsewhere.bringBack();
  };
  const undisturbed = await run(stage, ask, [], false);
  await undo(undisturbed.content);
  const answered = undisturbed.answers[0] ?? broken;
  const findings: string[] = [];
  if (unanswered(answered)) findings.push(`undisturbed: ${answered.status} ${answered.text}`);
  let runs = 0;
  const planned = plansOf(undisturbed.calls);
  const indexes = new Set(planned.flatMap(({ plans }) => [...(plans[0]?.at?.keys() ?? [])])).size;
  for (const { name, plans, again = false } of planned) {
    const disturbed = await run(stage, ask, plans, again);
    runs += 1;
    const found = differences(
      before,
      undisturbed,
      disturbed,
      known,
      expected,
      plans.some((plan) => shiftOf(plan) !== 0),
    );
    if (found !== undefined) findings.push(`${name} [${disturbed.struck.join('; ')}]\n${found}`);
    await undo(disturbed.content);
  }
  return { runs, calls: undisturbed.calls.length, indexes, findings, answered };
}

function differences(
  before: Content,
  undisturbed: Run,
  disturbed: Run,
  names: Known,
  { repeats = [], traces, rewritten = false, anyAnswer = false, otherwise, stray }: Expected,
  timeless: boolean,
): string | undefined {
  const way = { known: names, timeless };
  const answer = ({ answers }: Run) => {
    const { status, text } = answers.at(-1) ?? broken;
    // What people read counts days and hours from now on.
    return timeless ? String(status) : answerText(status, text, way);
  };
  const [wanted, given] = [answer(undisturbed), answer(disturbed)];
  const repeated = disturbed.answers.length > 1;
  const { text: last = '' } = disturbed.answers.at(-1) ?? broken;
  const known = repeated && repeats.some((code) => last.includes(`"code":"${code}"`));
  const fine = given === wanted || known || (repeated && anyAnswer && given.startsWith('2'));
  const written = ({ content, elsewhere }: Run) =>
    [...writtenSince(before, content, way), ...elsewhere.map((line) => plain(line, way)).sort()]
      // The answer for a repeat is kept when all is done, or not at all; what a repeat hears is compared above.
      .filter((text) => !text.includes('"pk":{"S":"ANSWERS#'))
      .filter((text) => !(repeated && otherwise?.test(text)))
      .map((text) => text.replace(/"answer":\{"S":"[^"]*"\},/, ''))
      .map((text) => (repeated && rewritten ? text.replace(revisions, '') : text));
  const [due, done] = [written(undisturbed), written(disturbed)];
  const missing = lessOf(due, done);
  const more = lessOf(done, due).filter((text) => !(repeated && traces?.test(text)) && !stray?.test(text));
  if (missing.length === 0 && more.length === 0 && fine) return undefined;
  return [
    ...(fine
      ? []
      : [
          `  answered ${disturbed.answers.map(({ status }) => status)}: ${partOf(given, [wanted])}`,
          `  instead of: ${partOf(wanted, [given])}`,
        ]),
    ...missing.map((text) => `  - ${partOf(text, more)}`),
    ...more.map((text) => `  + ${partOf(text, missing)}`),
  ].join('\n');
}

const revisions = /"revision":\{"N":"\d+"\}|\\"revision\\":\d+/g;

const AROUND = 250;

/** The part in which it differs from the one that is most like it, behind its beginning. */
const partOf = (text: string, others: readonly string[]): string => {
  const alike = (other: string): number => {
    const at = [...text].findIndex((character, index) => other[index] !== character);
    return at < 0 ? text.length : at;
  };
  const from = Math.max(0, ...others.map(alike)) - AROUND;
  return from <= 0 ? text.slice(0, 2 * AROUND) : `…${text.slice(from, from + 2 * AROUND)}`;
};

/** What is in the one and not, or not as often, in the other. */
function lessOf(one: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return one.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
