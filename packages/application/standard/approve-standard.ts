// Approves a version by a decree: its number and date become part of the document (decision 0080).
import { err, type Result } from '@layan/domain/kernel/result';
import { approve } from '@layan/domain/standard/publishing';
import { sha256 } from '../kernel/sha256.ts';
import { type StepError, type StepInput, type StepPorts, takeStep } from './take-step.ts';
import type { VersionView } from './version-view.ts';

export interface ApproveStandardInput extends StepInput {
  readonly number: string;
  readonly enactedOn: string;
  /** Why the public was not asked here. Needed where it was not. */
  readonly withoutConsultation?: string | undefined;
}

export const makeApproveStandard =
  (ports: StepPorts) =>
  (input: ApproveStandardInput): Promise<Result<VersionView, StepError>> =>
    takeStep(ports, 'approve-standard', input, (version, moment) => {
      const { number, enactedOn, withoutConsultation } = input;
      if (enactedOn > moment.today) return err({ code: 'day-unfit', field: 'enactedOn' });
      if (version.state === 'draft' && !withoutConsultation) return err({ code: 'consultation-missing' });
      return approve(version, { decree: { number, enactedOn }, withoutConsultation }, sha256, moment);
    });
