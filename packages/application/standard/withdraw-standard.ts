// Takes a published service away, with a reason that people read: nothing new is filed, running cases go on.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { withdraw } from '@layan/domain/standard/publishing';
import { findSeen, momentBy, type StepError, type StepInput, type StepPorts } from './take-step.ts';
import { type VersionView, versionView } from './version-view.ts';

export interface WithdrawStandardInput extends StepInput {
  readonly reason: string;
}

export const makeWithdrawStandard =
  (ports: StepPorts) =>
  async (input: WithdrawStandardInput): Promise<Result<VersionView, StepError>> => {
    const seen = await findSeen(ports, 'withdraw-standard', input);
    if (!seen.ok) return seen;
    if (seen.value.state === 'withdrawn') return ok(await versionView(ports, seen.value));
    const withdrawn = withdraw(seen.value, input.reason, await momentBy(ports, seen.value, input));
    if (!withdrawn.ok) return withdrawn;
    const saved = await ports.standards.withdraw(withdrawn.value);
    return saved.ok ? ok(await versionView(ports, withdrawn.value)) : err({ code: 'draft-changed' });
  };
