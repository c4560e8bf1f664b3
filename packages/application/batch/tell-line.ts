// Brings one case of a batch up to date: it joins, and follows the news it does not know yet, one transaction each. Done
// again, it does nothing twice.

import { followBatch, joinBatch } from '@layan/domain/case/batch-member';
import type { BatchNews } from '@layan/domain/case/batch-news';
import type { CaseCommand, CaseRejection } from '@layan/domain/case/command';
import { whileRunning } from '@layan/domain/case/decision';
import type { Line } from '@layan/domain/case/snapshot';
import type { Standard } from '@layan/domain/standard/standard';
import { type CommandPorts, type Decision, runDecision } from '../case/run-decision.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { isDestroyed } from '../ports/vault.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { openLineNote } from '../sealing/line-note.ts';

export type TellPorts = CommandPorts & Pick<Ports, 'standards' | 'batches'>;

export interface ToldBatch {
  readonly record: CaseRecord;
  readonly standard: Standard;
}

export type ToldLine =
  | { readonly state: 'told' }
  /** It cannot be a line of this batch. */
  | { readonly state: 'dropped'; readonly why: 'ended' | 'elsewhere' | 'unfit' }
  /** It is on hold, or its own standard stands in the way: it is tried again. */
  | { readonly state: 'held' };

const attempts = 8;
const told: ToldLine = { state: 'told' };

/** What the case has to do next, if anything. */
const nextCommand = (
  { record: { snapshot: batch }, standard }: ToldBatch,
  line: Line,
  news: readonly BatchNews[],
  { snapshot }: CaseRecord,
): Extract<CaseCommand, { type: 'joinBatch' | 'followBatch' }> | undefined => {
  const { lines } = standard.process;
  if (snapshot.batch?.caseId !== batch.id) {
    const { id: caseId, ticket, area } = batch;
    // Who was decided on and let go before it joined hears of it all the same.
    return lines && (!line.out || news.some(({ leaves }) => leaves))
      ? { type: 'joinBatch', batch: { caseId, ticket }, standard: standard.id, step: lines.step, area }
      : undefined;
  }
  const { seq: heard, left } = snapshot.batch;
  const next = left ? undefined : news.find(({ seq }) => seq > heard);
  return next && { type: 'followBatch', batch: batch.id, standard: standard.id, news: next };
};

/** It ended by what it followed, which is what the batch was for. */
export const endedByBatch = ({ snapshot: { ended, batch } }: CaseRecord): boolean =>
  ended !== undefined && ended.at === batch?.at;

const refused = (record: CaseRecord, { code }: CaseRejection): ToldLine => {
  switch (code) {
    case 'case-ended':
      return endedByBatch(record) ? told : { state: 'dropped', why: 'ended' };
    case 'in-other-batch':
      return { state: 'dropped', why: 'elsewhere' };
    case 'not-waiting':
      return { state: 'dropped', why: 'unfit' };
    default:
      return { state: 'held' };
  }
};

type LineCommand = Extract<CaseCommand, { type: 'joinBatch' | 'followBatch' }>;

/** These two alone: whoever starts a batch need not carry all that can be decided on a case. */
const decisionOf =
  (standard: Standard, command: LineCommand): Decision =>
  (snapshot, context) =>
    command.type === 'joinBatch'
      ? whileRunning(joinBatch)(standard, snapshot, command, context)
      : whileRunning(followBatch)(standard, snapshot, command, context);

/** The note among what the case says of itself. Of one that was erased nothing is left to tell. */
const withNote = async (
  { vault }: TellPorts,
  { record: batch }: ToldBatch,
  record: CaseRecord,
  command: LineCommand,
): Promise<LineCommand> => {
  if (command.type !== 'followBatch' || !command.news.note) return command;
  const { note } = command.news;
  if (isDestroyed(record.key)) return command;
  const text = await openLineNote(vault, { batch, line: record }, note);
  if (text === undefined) throw new Error(`a note of batch ${batch.snapshot.id} does not open`);
  const sealed = await caseSeal(vault, record.key, record.snapshot.id).sealText('note', text);
  return { ...command, note: sealed };
};

export const tellLine = async (
  ports: TellPorts,
  batch: ToldBatch,
  line: Line,
  news: readonly BatchNews[],
): Promise<ToldLine> => {
  let failed = 0;
  let skipped = 0;
  while (failed < attempts) {
    const record = await ports.cases.find(line.caseId);
    if (record?.snapshot.agency !== batch.record.snapshot.agency) return { state: 'dropped', why: 'unfit' };
    const command = nextCommand(batch, line, news.slice(skipped), record);
    if (!command) return told;
    const { standard } = await ports.standards.getPinned(record.snapshot.standard);
    const own = await withNote(ports, batch, record, command);
    const ran = await runDecision(ports, standard, record, decisionOf(standard, own), { party: 'system' });
    if (ran.ok) {
      // What no outcome names leaves no trace: it is passed over here alone.
      if (ran.value.events.length === 0 && command.type === 'followBatch')
        skipped = news.indexOf(command.news) + 1;
      failed = 0;
      continue;
    }
    if (ran.error.code === 'rejected') return refused(record, ran.error.rejection);
    failed += 1;
  }
  throw new Error(`case ${line.caseId} of batch ${batch.record.snapshot.id} was changed without pause`);
};
