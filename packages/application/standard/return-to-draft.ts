// Takes a version back to where its text may change; what was consulted, approved or scheduled begins anew.
import type { Result } from '@layan/domain/kernel/result';
import { returnToDraft } from '@layan/domain/standard/publishing';
import { type StepError, type StepInput, type StepPorts, takeStep } from './take-step.ts';
import type { VersionView } from './version-view.ts';

export interface ReturnToDraftInput extends StepInput {
  readonly reason: string;
}

export const makeReturnToDraft =
  (ports: StepPorts) =>
  (input: ReturnToDraftInput): Promise<Result<VersionView, StepError>> =>
    takeStep(ports, 'return-to-draft', input, (version, moment) =>
      returnToDraft(version, input.reason, moment),
    );
