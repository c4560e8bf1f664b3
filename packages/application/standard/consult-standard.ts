// Puts a draft before the public for a period; the portal shows it, marked as not in force.
import { err, type Result } from '@layan/domain/kernel/result';
import { consult } from '@layan/domain/standard/publishing';
import { type StepError, type StepInput, type StepPorts, takeStep } from './take-step.ts';
import type { VersionView } from './version-view.ts';

export interface ConsultStandardInput extends StepInput {
  /** ISO dates; both count. */
  readonly from: string;
  readonly until: string;
}

export const makeConsultStandard =
  (ports: StepPorts) =>
  (input: ConsultStandardInput): Promise<Result<VersionView, StepError>> =>
    takeStep(ports, 'consult-standard', input, (version, moment) => {
      if (input.from < moment.today) return err({ code: 'day-unfit', field: 'from' });
      if (input.until < input.from) return err({ code: 'day-unfit', field: 'until' });
      return consult(version, input, moment);
    });
