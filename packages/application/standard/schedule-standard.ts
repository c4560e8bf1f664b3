// Sets the day on which a version is published by itself, and what then becomes of running cases.
import { err, type Result } from '@layan/domain/kernel/result';
import type { RunningCases } from '@layan/domain/standard/life';
import { schedule } from '@layan/domain/standard/publishing';
import { type StepError, type StepInput, type StepPorts, takeStep } from './take-step.ts';
import type { VersionView } from './version-view.ts';

export interface ScheduleStandardInput extends StepInput {
  readonly publishOn: string;
  readonly running: RunningCases;
}

export const makeScheduleStandard =
  (ports: StepPorts) =>
  (input: ScheduleStandardInput): Promise<Result<VersionView, StepError>> =>
    takeStep(ports, 'schedule-standard', input, (version, moment) => {
      const { publishOn, running } = input;
      if (publishOn <= moment.today) return err({ code: 'day-unfit', field: 'publishOn' });
      return schedule(version, { publishOn, running }, moment);
    });
