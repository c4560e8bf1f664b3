// A version of a standard with what still stands between it and publishing.
import type { StandardVersion } from '@layan/domain/standard/standard';
import type { FindingView } from './finding-view.ts';

export interface VersionView {
  readonly version: StandardVersion;
  readonly findings: readonly FindingView[];
  /** Readings that still wait for confirmation. */
  readonly unconfirmed: readonly string[];
}
