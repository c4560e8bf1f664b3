// What a member may gather, and the batches of their agency and areas that run.
import { opensCase } from '@layan/domain/access/case-access';
import { mayUse } from '@layan/domain/access/operations';
import type { CaseId, StandardId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import { fieldsOf, indexOf } from '@layan/domain/process/process-index';
import { questionView } from '../form/build-field-view.ts';
import type { QuestionView } from '../form/field-view.ts';
import type { Membership } from '../ports/staff.ts';
import type { StandardSummary } from '../ports/standards.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting, type Setting } from '../tenant/setting.ts';
import type { BatchSummaryView, ColumnView, PlaceView } from './batch-view.ts';
import { batchSummary } from './build-batch-view.ts';
import type { BatchFailure } from './errors.ts';
import { findGathering, type Gathering } from './gathering.ts';

export interface GatheringView {
  readonly standard: StandardId;
  readonly service: string;
  readonly of: string;
  readonly ofStandard: StandardId;
  readonly line: string;
  readonly atMost: number;
  readonly columns: readonly ColumnView[];
  readonly areas: readonly PlaceView[];
  readonly fields: readonly QuestionView[];
}

export interface Batches {
  readonly gatherings: readonly GatheringView[];
  readonly running: readonly BatchSummaryView[];
}

type ListBatchesPorts = Pick<Ports, 'cases' | 'standards' | 'directory' | 'clock'>;

/** Running batches of one kind that are looked at; far more than an agency has at a time. */
const mostRunning = 500;

const gatheringView = (gathering: Gathering, { placeName }: Setting): GatheringView => {
  const { standard } = gathering.version;
  const index = indexOf(standard.process);
  const { label, atMost, columns } = gathering.lines;
  return {
    standard: standard.id,
    service: standard.shortTitle,
    of: gathering.of.shortTitle,
    ofStandard: gathering.lines.of,
    line: label,
    atMost,
    columns: columns.map(({ fact, label: heading }) => ({ fact, label: heading })),
    areas: gathering.areas.map((code) => ({ code, label: placeName(code) })),
    fields: fieldsOf(index, gathering.channel.form).flatMap((field) => {
      const fact = index.facts.get(field.fact);
      return fact ? [questionView(fact, field)] : [];
    }),
  };
};

const runningOf = async (
  { cases, standards }: ListBatchesPorts,
  member: Membership,
  standard: StandardId,
  setting: Setting,
): Promise<readonly BatchSummaryView[]> => {
  const { rows } = await cases.running({ standard, before: Number.MAX_SAFE_INTEGER, limit: mostRunning });
  const seen = async (caseId: CaseId): Promise<readonly BatchSummaryView[]> => {
    const found = await cases.find(caseId);
    if (!found?.snapshot.lines || found.snapshot.agency !== member.agency) return [];
    const pinned = await standards.getPinned(found.snapshot.standard);
    return opensCase(indexOf(pinned.standard.process), found.snapshot, member)
      ? [batchSummary(pinned.standard, found.snapshot, setting)]
      : [];
  };
  return (await Promise.all(rows.map(seen))).flat();
};

const isBatch = async ({ standards }: ListBatchesPorts, { published }: StandardSummary): Promise<boolean> =>
  published !== undefined && (await standards.getPinned(published)).standard.process.lines !== undefined;

export const makeListBatches =
  (ports: ListBatchesPorts) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<Batches, BatchFailure<'member-deactivated' | 'role-missing'>>> => {
    const allowed = mayUse(member, 'list-batches');
    if (!allowed.ok) return allowed;
    const setting = await getSetting(ports);
    const listed = (await ports.standards.list()).filter(({ agency }) => agency === member.agency);
    const gatherings: GatheringView[] = [];
    const running: BatchSummaryView[] = [];
    for (const summary of listed) {
      if (!(await isBatch(ports, summary))) continue;
      const gathering = await findGathering(ports, member, summary.id);
      if (gathering) gatherings.push(gatheringView(gathering, setting));
      running.push(...(await runningOf(ports, member, summary.id, setting)));
    }
    return ok({ gatherings, running });
  };
