// The shapes of what commands answer with `--json`. They are stable: fields are added, none changes its meaning.
import { AuditResult } from './audit-result.ts';
import { CheckResult, CodesResult } from './check-result.ts';
import { DeadlineResult } from './deadline-result.ts';
import { DiffResult, LetterResult, RenderResult } from './document-results.ts';
import { ErrorResult } from './error-result.ts';
import { ExportResult } from './export-result.ts';
import { PathsResult } from './paths-result.ts';
import { RunResult } from './run-result.ts';

/** By the name that `layan schema` takes. */
export const resultSchemas = {
  check: CheckResult,
  codes: CodesResult,
  deadline: DeadlineResult,
  run: RunResult,
  paths: PathsResult,
  letter: LetterResult,
  render: RenderResult,
  diff: DiffResult,
  audit: AuditResult,
  export: ExportResult,
  error: ErrorResult,
} as const;
