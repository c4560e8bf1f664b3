// Running cases of earlier versions of a standard, with what the published one would mean to each.
import type { CaseId, StandardId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { RunningMove } from '../ports/standards.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { type OwnPublishedError, ownPublished } from './own-published.ts';
import { type RunningCaseView, runningCaseView } from './running-case-view.ts';

export interface ListRunningCasesInput {
  readonly member: Membership;
  readonly standard: StandardId;
  readonly after?: string | undefined;
}

export interface RunningCases {
  /** Version they would move to. */
  readonly version: number;
  readonly count: number;
  /** There are more than were counted. */
  readonly uncounted: boolean;
  readonly cases: readonly RunningCaseView[];
  readonly next?: string;
  readonly moving?: RunningMove;
}

type ListPorts = Pick<Ports, 'standards' | 'cases' | 'directory' | 'clock'>;

const perPage = 20;
const counted = 500;

export const makeListRunningCases =
  (ports: ListPorts) =>
  async (input: ListRunningCasesInput): Promise<Result<RunningCases, OwnPublishedError>> => {
    const { member, standard: id, after } = input;
    const published = await ownPublished(ports, 'list-running-cases', member, id);
    if (!published.ok) return published;
    const { ref, version, moving } = published.value;
    const { calendar } = await getProfile(ports.directory);
    const now = ports.clock.now();
    const earlier = { standard: id, before: ref.version };
    const all = await ports.cases.running({ ...earlier, limit: counted });
    const page = await ports.cases.running({
      ...earlier,
      limit: perPage,
      ...(after !== undefined && { after }),
    });

    const view = async (caseId: CaseId): Promise<readonly RunningCaseView[]> => {
      const found = await ports.cases.find(caseId);
      if (!found || found.snapshot.ended) return [];
      const { standard: before } = await ports.standards.getPinned(found.snapshot.standard);
      return [runningCaseView(before, version.standard, found.snapshot, { calendar, now })];
    };
    return ok({
      version: ref.version,
      count: all.rows.length,
      uncounted: all.next !== undefined,
      cases: (await Promise.all(page.rows.map(view))).flat(),
      ...(page.next !== undefined && { next: page.next }),
      ...(moving && { moving }),
    });
  };
