// A page of the lines of a batch: masked, or in clear for who works on it. Reading in clear is one act on the batch, and
// logged before anything is shown.
import type { CaseSnapshot, Line } from '@layan/domain/case/snapshot';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Outcome } from '@layan/domain/standard/step';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting, type Setting } from '../tenant/setting.ts';
import type { ColumnView } from './batch-view.ts';
import type { BatchAccessFailure, BatchFailure } from './errors.ts';
import { type Cells, readCells } from './line-cells.ts';
import { type LoadedBatch, loadBatch } from './load-batch.ts';
import { mayReadLines } from './may-read-lines.ts';

export interface BatchLineView {
  /** 1, 2, 3 … as in the batch. */
  readonly position: number;
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly cells: Cells;
  readonly decided: readonly {
    readonly step: string;
    readonly stepLabel: string;
    readonly decision: string;
    readonly label: string;
    readonly tone: Outcome['tone'];
  }[];
  readonly out?: { readonly when: string; readonly why: string };
}

export interface LinesPage {
  readonly columns: readonly ColumnView[];
  readonly rows: readonly BatchLineView[];
  /** Position after which the next page begins. */
  readonly next?: number;
}

export interface ListLinesInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly after?: number | undefined;
}

type ListLinesPorts = Pick<Ports, 'cases' | 'standards' | 'vault' | 'directory' | 'clock'>;

const pageSize = 100;

const decidedOn = (index: ProcessIndex, { decided = {} }: Line): BatchLineView['decided'] =>
  [...index.steps.values()].flatMap(({ id, label, lines }) => {
    const decision = lines?.decisions.find((one) => one.id === decided[id]);
    return decision
      ? [{ step: id, stepLabel: label, decision: decision.id, label: decision.label, tone: decision.tone }]
      : [];
  });

const systemWhy: Readonly<Record<string, string>> = {
  ended: 'berkasnya sudah selesai atau ditarik',
  elsewhere: 'sudah termasuk berkas bersama lain',
  unfit: 'tidak lagi menunggu untuk dikumpulkan',
};

const whyOut = (index: ProcessIndex, why: string): string => {
  const decisions = index.process.steps.flatMap(({ lines }) => lines?.decisions ?? []);
  return systemWhy[why] ?? decisions.find(({ id }) => id === why)?.label ?? why;
};

const lineView = (
  index: ProcessIndex,
  line: Line,
  position: number,
  cells: Cells,
  { tenant }: Setting,
): BatchLineView => ({
  position,
  caseId: line.caseId,
  ticket: line.ticket,
  cells,
  decided: decidedOn(index, line),
  ...(line.out && {
    out: { when: momentInWords(tenant.calendar.zone, line.out.at), why: whyOut(index, line.out.why) },
  }),
});

const pageOf = async (
  ports: ListLinesPorts,
  { record, standard, index }: LoadedBatch,
  { member, after = 0 }: ListLinesInput,
  clear: boolean,
): Promise<LinesPage> => {
  const { lines = [] }: CaseSnapshot = record.snapshot;
  const { columns = [] } = standard.process.lines ?? {};
  const setting = await getSetting(ports);
  const page = lines.slice(after, after + pageSize);
  const cells = await readCells(
    { ports, member, columns, placeName: setting.placeName, clear },
    page.map(({ caseId }) => caseId),
  );
  const last = after + page.length;
  return {
    columns: columns.map(({ fact, label }) => ({ fact, label })),
    rows: page.map((line, at) =>
      lineView(index, line, after + at + 1, cells.get(line.caseId) ?? {}, setting),
    ),
    ...(last < lines.length && { next: last }),
  };
};

export const makeListLines =
  (ports: ListLinesPorts) =>
  async (input: ListLinesInput): Promise<Result<LinesPage, BatchAccessFailure>> => {
    const loaded = await loadBatch(ports, 'list-lines', input.member, input.caseId);
    return loaded.ok ? ok(await pageOf(ports, loaded.value, input, false)) : loaded;
  };

export const makeReadLines =
  (ports: ListLinesPorts & Pick<Ports, 'unmaskings'>) =>
  async (
    input: ListLinesInput,
  ): Promise<Result<LinesPage, BatchAccessFailure | BatchFailure<'unmasking-not-allowed'>>> => {
    const { member, caseId, after = 0 } = input;
    const loaded = await loadBatch(ports, 'read-lines', member, caseId);
    if (!loaded.ok) return loaded;
    const { index, record } = loaded.value;
    if (!mayReadLines(index, record.snapshot, member)) return err({ code: 'unmasking-not-allowed' });
    const steps = record.snapshot.tasks.map(({ step }) => index.steps.get(step)?.label ?? step);
    const { length = 0 } = record.snapshot.lines ?? [];
    await ports.unmaskings.append({
      caseId,
      fact: `lines:${after + 1}-${Math.min(length, after + pageSize)}`,
      by: member.id,
      name: member.name,
      at: ports.clock.now(),
      act: 'read-lines',
      reason: steps.join('; '),
    });
    return ok(await pageOf(ports, loaded.value, input, true));
  };
