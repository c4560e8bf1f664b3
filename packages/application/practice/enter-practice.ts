// The way into the practice space: ports that reach nothing real.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { TenantPorts } from '../ports/tenant-ports.ts';
import type { PracticeFailure } from './errors.ts';

export const makeEnterPractice =
  ({ practice, openPractice }: Pick<TenantPorts, 'practice' | 'openPractice'>) =>
  async (): Promise<Result<TenantPorts, PracticeFailure<'practice-closed'>>> => {
    const space = await practice.find();
    return space?.state === 'open'
      ? ok(await openPractice(space.generation))
      : err({ code: 'practice-closed' });
  };
