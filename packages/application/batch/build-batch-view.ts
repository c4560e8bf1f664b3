// A batch for a member: counts, what is to be decided, and how many of its cases were told.
import { byWorker } from '@layan/domain/access/worker';
import { refuseSuspended, refuseWork } from '@layan/domain/case/authority';
import { isSealed } from '@layan/domain/case/facts';
import { linesIn } from '@layan/domain/case/lines';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import { fieldsOf, indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import { readableText } from '../form/fact-text.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting, type Setting } from '../tenant/setting.ts';
import type { BatchSummaryView, BatchView } from './batch-view.ts';
import { lineDecisions } from './line-decisions.ts';
import { mayReadLines } from './may-read-lines.ts';

/** Ordinary answers of its form: nothing personal is told in a list. */
const aboutOf = (index: ProcessIndex, { channel, facts }: CaseSnapshot, { placeName }: Setting) =>
  fieldsOf(index, index.channels.get(channel)?.form).flatMap(({ fact: id }) => {
    const fact = index.facts.get(id);
    const value = facts[id];
    return !fact || value === undefined || isSealed(value)
      ? []
      : [`${fact.label}: ${readableText(fact, value, placeName)}`];
  });

export const batchSummary = (
  standard: Standard,
  snapshot: CaseSnapshot,
  setting: Setting,
): BatchSummaryView => {
  const index = indexOf(standard.process);
  const { id: caseId, ticket, area, tasks, ended, lines = [], filedAt } = snapshot;
  const ending = ended && index.endings.get(ended.ending)?.label;
  return {
    caseId,
    ticket,
    service: standard.shortTitle,
    ...(area !== undefined && { area: { code: area, label: setting.placeName(area) } }),
    about: aboutOf(index, snapshot, setting),
    waitsFor: tasks.map(({ step }) => index.steps.get(step)?.label ?? step),
    ...(ending !== undefined && { ended: ending }),
    lines: { all: lines.length, in: linesIn(snapshot).length },
    since: momentInWords(setting.tenant.calendar.zone, filedAt),
  };
};

const decidingSteps = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  member: Membership,
): BatchView['deciding'] =>
  snapshot.tasks.flatMap(({ step: id }) => {
    const step = index.steps.get(id);
    if (!step?.lines) return [];
    const decided: Record<string, number> = {};
    let undecided = 0;
    for (const { decided: all = {} } of linesIn(snapshot)) {
      const decision = all[id];
      if (decision === undefined) undecided += 1;
      else decided[decision] = (decided[decision] ?? 0) + 1;
    }
    return [
      {
        step: id,
        label: step.label,
        decisions: lineDecisions(step),
        every: step.lines.every ?? false,
        mayDecide: !refuseSuspended(snapshot) && !refuseWork(index, snapshot, step, byWorker(member)),
        decided,
        undecided,
      },
    ];
  });

/** Without news on its way all of them know everything, but for those on hold. */
const toldOf = async ({ batches }: Pick<Ports, 'batches'>, { id, lines = [] }: CaseSnapshot) => {
  const [fanOut, held] = await Promise.all([batches.findFanOut(id), batches.heldOf(id)]);
  const done = fanOut ? fanOut.at : lines.length;
  return { done: Math.max(0, done - (fanOut ? 0 : held.length)), of: lines.length, held: held.length };
};

export const buildBatchView = async (
  ports: Pick<Ports, 'batches' | 'directory' | 'clock'>,
  standard: Standard,
  { snapshot }: CaseRecord,
  member: Membership,
): Promise<BatchView> => {
  const index = indexOf(standard.process);
  const { columns = [], label = '' } = standard.process.lines ?? {};
  return {
    ...batchSummary(standard, snapshot, await getSetting(ports)),
    seq: snapshot.seq,
    columns: columns.map(({ fact, label: heading }) => ({ fact, label: heading })),
    line: label,
    told: await toldOf(ports, snapshot),
    deciding: decidingSteps(index, snapshot, member),
    mayRead: mayReadLines(index, snapshot, member),
  };
};
