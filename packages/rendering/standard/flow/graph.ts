// The process as a graph of what follows what: places disappear, ways in and steps remain, each with its ways out.
import { durationInWords } from '@layan/domain/deadline/durations-in-words';
import type { Timer } from '@layan/domain/standard/ending';
import type { Process } from '@layan/domain/standard/process';
import type { Outcome, Step } from '@layan/domain/standard/step';

/** `step:ID` or `ending:ID`. */
export type Target = string;

export interface Way {
  readonly kind: 'filed' | 'outcome' | 'timer';
  readonly label: string;
  readonly tone: Outcome['tone'];
  /** Every list is a branch of its own; within a list any one may follow. */
  readonly branches: readonly (readonly Target[])[];
  readonly outcome?: Outcome;
  readonly timer?: Timer;
  readonly atMost?: number;
}

export interface FlowNode {
  readonly id: string;
  readonly kind: 'entry' | Step['kind'] | 'wait';
  readonly label: string;
  readonly role?: string;
  readonly step?: Step;
  /** Channels of an entry. */
  readonly channels: readonly string[];
  readonly ways: readonly Way[];
  /** Places that all must be reached first, where there are several. */
  readonly joins: readonly string[];
  /** Of an entry: it leads to answers about earlier cases. */
  readonly about: boolean;
}

export const stepNode = (id: string): string => `step:${id}`;
const entryNode = (place: string): string => `entry:${place}`;
const waitNode = (place: string): string => `wait:${place}`;

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

interface Consumer {
  readonly target: Target;
  readonly after: readonly string[];
}

/** Who goes on from a place: steps, endings, or the wait for a timer where there is nothing else. */
const consumersOf = ({ steps, endings, timers }: Process) => {
  const consumers: readonly Consumer[] = [
    ...steps.map(({ id, after }) => ({ target: stepNode(id), after })),
    ...endings.map(({ id, after }) => ({ target: `ending:${id}`, after })),
  ];
  return (place: string): readonly Consumer[] => {
    const found = consumers.filter(({ after }) => after.includes(place));
    if (found.length > 0) return found;
    return timers.some((timer) => timer.while === place) ? [{ target: waitNode(place), after: [place] }] : [];
  };
};

/** Where marking these places leads. A place that was taken and is marked again leads nowhere new. */
const branchesOf = (
  consumers: ReturnType<typeof consumersOf>,
  to: readonly string[],
  after: readonly string[],
): Way['branches'] => {
  const moved = to.filter((place) => !after.includes(place));
  const branches = (moved.length > 0 ? moved : to).map((place) => {
    const found = consumers(place);
    const ready = found.filter((consumer) => consumer.after.every((needed) => to.includes(needed)));
    return unique((ready.length > 0 ? ready : found).map(({ target }) => target));
  });
  const known = new Set<string>();
  return branches.filter((branch) => {
    const key = branch.join(' ');
    if (branch.length === 0 || known.has(key)) return false;
    known.add(key);
    return true;
  });
};

const timerLabel = ({ label, after }: Timer): string => {
  const words = durationInWords(after);
  return label.includes(words) ? label : `${label} (${words})`;
};

const timerWay = (consumers: ReturnType<typeof consumersOf>, timer: Timer): Way => ({
  kind: 'timer',
  label: timerLabel(timer),
  tone: 'refuse',
  branches: branchesOf(consumers, timer.to, [timer.while]),
  timer,
});

const outcomeWay = (consumers: ReturnType<typeof consumersOf>, { after }: Step, outcome: Outcome): Way => ({
  kind: 'outcome',
  label: outcome.label,
  tone: outcome.tone,
  branches: branchesOf(consumers, outcome.to, after),
  outcome,
  ...(outcome.atMost === undefined ? {} : { atMost: outcome.atMost }),
});

/** Ways in, then steps as written, then waits that only a timer ends. */
export const graphOf = (process: Process): readonly FlowNode[] => {
  const { channels, steps, timers } = process;
  const consumers = consumersOf(process);
  const common = { channels: [], joins: [], about: false };
  const entries = unique(channels.map(({ opens }) => opens)).map((place): FlowNode => {
    const here = channels.filter(({ opens }) => opens === place);
    const branches = branchesOf(consumers, [place], []);
    return {
      ...common,
      id: entryNode(place),
      kind: 'entry',
      label: '',
      channels: unique(here.map(({ label }) => label)),
      ways: [{ kind: 'filed', label: '', tone: 'proceed', branches }],
      about: here.every(({ about }) => about !== undefined),
    };
  });
  const shown = new Set<string>();
  const works = steps.map((step): FlowNode => {
    const due = timers.filter((timer) => step.after.includes(timer.while) && !shown.has(timer.id));
    for (const { id } of due) shown.add(id);
    return {
      ...common,
      id: stepNode(step.id),
      kind: step.kind,
      label: step.label,
      ...(step.role === undefined ? {} : { role: step.role }),
      step,
      joins: step.after.length > 1 ? step.after : [],
      ways: [
        ...step.outcomes.map((outcome) => outcomeWay(consumers, step, outcome)),
        ...due.map((timer) => timerWay(consumers, timer)),
      ],
    };
  });
  const waits = unique(timers.filter(({ id }) => !shown.has(id)).map((timer) => timer.while)).map(
    (place): FlowNode => ({
      ...common,
      id: waitNode(place),
      kind: 'wait',
      label: 'Menunggu',
      ways: timers.filter((timer) => timer.while === place).map((timer) => timerWay(consumers, timer)),
    }),
  );
  return [...entries, ...works, ...waits];
};

export const targetsOf = ({ branches }: Way): readonly Target[] => unique(branches.flat());

/** Nodes whose ways mark this place. */
export const producersOf = (process: Process, place: string): readonly string[] => [
  ...process.channels.filter(({ opens }) => opens === place).map(({ opens }) => entryNode(opens)),
  ...process.steps
    .filter(({ outcomes, after }) => !after.includes(place) && outcomes.some(({ to }) => to.includes(place)))
    .map(({ id }) => stepNode(id)),
];
