// Puts a task back into the queue: by who holds it, or by the service manager.
import type { CaseId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CommandDone } from './case-view.ts';
import type { CommandError } from './errors.ts';

export interface ReleaseTaskInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly task: string;
  readonly expectedSeq: number;
}

export const makeReleaseTask =
  (_ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock' | 'random'>) =>
  async (_input: ReleaseTaskInput): Promise<Result<CommandDone, CommandError>> => {
    throw new Error('release-task is not written yet');
  };
