// A batch: how many lines, what is decided, how many of its cases were told.
import type { CaseId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { BatchView } from './batch-view.ts';
import { buildBatchView } from './build-batch-view.ts';
import type { BatchAccessFailure } from './errors.ts';
import { loadBatch } from './load-batch.ts';

export const makeGetBatch =
  (ports: Pick<Ports, 'cases' | 'standards' | 'batches' | 'directory' | 'clock'>) =>
  async (input: {
    readonly member: Membership;
    readonly caseId: CaseId;
  }): Promise<Result<BatchView, BatchAccessFailure>> => {
    const loaded = await loadBatch(ports, 'get-batch', input.member, input.caseId);
    if (!loaded.ok) return loaded;
    const { standard, record } = loaded.value;
    return ok(await buildBatchView(ports, standard, record, input.member));
  };
