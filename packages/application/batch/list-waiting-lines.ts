// Cases that wait to be gathered into a batch, in one's own areas: one query, and one get for each that is shown.
import { covers } from '@layan/domain/access/areas';
import { mayUse } from '@layan/domain/access/operations';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { CaseId, StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting } from '../tenant/setting.ts';
import type { ColumnView, PlaceView } from './batch-view.ts';
import type { BatchAccessFailure, BatchFailure } from './errors.ts';
import { areaMeant, findGathering } from './gathering.ts';
import { type Cells, readCells } from './line-cells.ts';

export interface WaitingLineView {
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly area?: PlaceView;
  readonly since: string;
  readonly cells: Cells;
}

export interface WaitingLines {
  readonly columns: readonly ColumnView[];
  readonly rows: readonly WaitingLineView[];
  readonly next?: string;
}

export interface ListWaitingLinesInput {
  readonly member: Membership;
  readonly standard: StandardId;
  readonly area?: string | undefined;
  readonly after?: string | undefined;
}

const pageSize = 100;

export const makeListWaitingLines =
  (ports: Pick<Ports, 'cases' | 'standards' | 'batches' | 'vault' | 'directory' | 'clock'>) =>
  async (
    input: ListWaitingLinesInput,
  ): Promise<Result<WaitingLines, BatchAccessFailure | BatchFailure<'area-refused'>>> => {
    const { member, after } = input;
    const allowed = mayUse(member, 'list-waiting-lines');
    if (!allowed.ok) return allowed;
    const gathering = await findGathering(ports, member, input.standard);
    if (!gathering) return err({ code: 'batch-not-found' });
    const area = areaMeant(gathering, input.area);
    if (!area.ok) return area;
    // A page is asked for by the place of the last row before it: of one's own areas, like the rows.
    const strange = after !== undefined && !covers(gathering.areas, after.slice(0, after.indexOf('#')));
    if (strange) return err({ code: 'area-refused' });
    const page = await ports.batches.waiting({
      agency: member.agency,
      standard: input.standard,
      area: area.value,
      limit: pageSize,
      after,
    });
    const setting = await getSetting(ports);
    const { columns, step } = gathering.lines;
    const rows = page.rows.filter((row) => row.step === step);
    const { placeName } = setting;
    const cells = await readCells(
      { ports, member, columns, placeName, clear: false },
      rows.map(({ caseId }) => caseId),
    );
    return ok({
      columns: columns.map(({ fact, label }) => ({ fact, label })),
      rows: rows.map((row) => ({
        caseId: row.caseId,
        ticket: row.ticket,
        ...(row.area !== undefined && { area: { code: row.area, label: placeName(row.area) } }),
        since: momentInWords(setting.tenant.calendar.zone, row.since),
        cells: cells.get(row.caseId) ?? {},
      })),
      ...(page.next !== undefined && { next: page.next }),
    });
  };
