// What is promised to a case that arrives at a moment: every deadline with its rule, when it is due and how that was
// reckoned. It reckons as the engine does when a case is filed.
import { agreedDate, agreedFault } from '@layan/domain/case/agreed-dates';
import { agreedFaultInWords } from '@layan/domain/case/agreed-fault-in-words';
import type { FactValues } from '@layan/domain/case/facts';
import type { TenantCalendar } from '@layan/domain/deadline/calendar';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import { type DueTrace, explainAgreed, explainDue } from '@layan/domain/deadline/explain-due';
import type { InstantText } from '@layan/domain/kernel/ids';
import { evaluate, factsIn } from '@layan/domain/process/conditions';
import { indexOf } from '@layan/domain/process/process-index';
import { isForChannel } from '@layan/domain/process/promised-on';
import type { Deadline } from '@layan/domain/standard/deadline';
import type { Standard } from '@layan/domain/standard/standard';
import type { ForecastResult, Trace } from './results/deadline-result.ts';
import { ruleInWords } from './words/rule-in-words.ts';

export interface Question {
  readonly calendar: TenantCalendar;
  readonly channel: string;
  /** When the case counts as received. */
  readonly received: InstantText;
  readonly facts: FactValues;
  /** Deadlines whose start is known: their clocks start then. */
  readonly starts: ReadonlyMap<string, InstantText>;
}

export const told = ({ zone }: TenantCalendar, at: InstantText) => ({ at, local: momentInWords(zone, at) });

const traceOf = (calendar: TenantCalendar, { from, arrived, at, days, unknownYears }: DueTrace): Trace => {
  const used = days.flatMap((day) => day.used ?? []);
  return {
    from: told(calendar, from),
    arrived: told(calendar, arrived),
    due: told(calendar, at),
    days: days.map(({ used: spans, ...day }) => ({ ...day, ...(spans && { used: [...spans] }) })),
    ...(used.length > 0 && { usedMinutes: used.reduce((sum, { minutes }) => sum + minutes, 0) }),
    unknownYears: [...unknownYears],
  };
};

/** Undefined while no date is agreed. */
const reckon = (question: Question, deadline: Deadline, from: InstantText): Trace | undefined => {
  const { calendar, facts } = question;
  const { duration, calendar: which } = deadline;
  if (duration.unit !== 'agreed') return traceOf(calendar, explainDue(calendar, which, from, duration));
  const date = agreedDate(deadline, facts);
  return date === undefined ? undefined : traceOf(calendar, explainAgreed(calendar, which, from, date));
};

const forecast = (standard: Standard, deadline: Deadline, question: Question): ForecastResult => {
  const index = indexOf(standard.process);
  const { id, kind, label, when, duration } = deadline;
  const { calendar, channel, received, facts, starts } = question;
  const about = { id, kind, label, rule: ruleInWords(standard, index, deadline) };
  if (!isForChannel(standard.process, deadline, channel)) return { ...about, state: 'otherChannel' };

  const applies = when === undefined || evaluate(when, facts);
  if (when && applies === false)
    return { ...about, state: 'notApplicable', why: `Syaratnya tidak terpenuhi: ${about.rule.when}.` };
  const undecided = when && applies === 'unknown' ? factsIn(when) : [];
  const waitsFor = [...new Set(undecided.filter((fact) => facts[fact] === undefined))];

  const start = 'filed' in deadline.starts ? received : starts.get(id);
  const from = start ?? received;
  const told = duration.unit === 'agreed' && facts[duration.fact] !== undefined;
  const fault = told ? agreedFault(calendar, deadline, facts, { now: from, start: from }) : undefined;
  if (fault)
    return { ...about, state: 'refused', why: `Tanggal yang disepakati ${agreedFaultInWords(fault)}.` };
  const trace = reckon(question, deadline, from);
  if (start === undefined)
    return {
      ...about,
      state: 'later',
      ...(waitsFor.length > 0 && { waitsFor }),
      ...(trace && { earliest: trace }),
    };
  if (!trace)
    return {
      ...about,
      state: 'awaited',
      waitsFor: [...waitsFor, ...(duration.unit === 'agreed' ? [duration.fact] : [])],
    };
  return {
    ...about,
    state: applies === 'unknown' ? 'conditional' : 'running',
    ...(waitsFor.length > 0 && { waitsFor }),
    trace,
  };
};

const dueOf = ({ limit, trace }: ForecastResult) => limit?.due ?? trace?.due;

/** With its outer limit, where that runs and falls first. */
const held = (one: ForecastResult, limit: ForecastResult | undefined): ForecastResult => {
  const [own, due] = [dueOf(one), limit?.state === 'running' ? dueOf(limit) : undefined];
  if (!limit || !own || !due || Date.parse(own.at) <= Date.parse(due.at)) return one;
  return { ...one, limit: { id: limit.id, label: limit.label, due } };
};

/** Every deadline of the standard, in its order. */
export const forecastOf = (standard: Standard, question: Question): ForecastResult[] => {
  const { process } = standard;
  const forecasts = new Map(process.deadlines.map((one) => [one.id, forecast(standard, one, question)]));
  for (const { id, within } of indexOf(process).limited) {
    const one = forecasts.get(id);
    if (one) forecasts.set(id, held(one, forecasts.get(within ?? '')));
  }
  return [...forecasts.values()];
};
