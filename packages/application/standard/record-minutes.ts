// Keeps the minutes (berita acara) of a consultation: what people said, and what became of it.
import type { Result } from '@layan/domain/kernel/result';
import { recordMinutes } from '@layan/domain/standard/publishing';
import { type StepError, type StepInput, type StepPorts, takeStep } from './take-step.ts';
import type { VersionView } from './version-view.ts';

export interface RecordMinutesInput extends StepInput {
  readonly note: string;
}

export const makeRecordMinutes =
  (ports: StepPorts) =>
  (input: RecordMinutesInput): Promise<Result<VersionView, StepError>> =>
    takeStep(ports, 'record-minutes', input, (version, moment) => recordMinutes(version, input.note, moment));
