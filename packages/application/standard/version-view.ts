// A version of a standard with what still stands between it and publishing.
import { checkStandard } from '@layan/domain/standard/check';
import type { Finding } from '@layan/domain/standard/finding';
import { unconfirmedReadings } from '@layan/domain/standard/publishing';
import type { StandardVersion } from '@layan/domain/standard/standard';

export interface VersionView {
  readonly version: StandardVersion;
  readonly findings: readonly Finding[];
  /** Readings that still wait for confirmation. */
  readonly unconfirmed: readonly string[];
}

export const versionView = (version: StandardVersion): VersionView => ({
  version,
  findings: checkStandard(version.standard),
  unconfirmed: unconfirmedReadings(version),
});
