// A version of a standard with what still stands between it and publishing.
import { checkStandard } from '@layan/domain/standard/check';
import type { Finding } from '@layan/domain/standard/finding';
import { unconfirmedReadings } from '@layan/domain/standard/publishing';
import type { ContentHash, StandardVersion } from '@layan/domain/standard/standard';

export interface VersionView {
  readonly version: StandardVersion;
  readonly findings: readonly Finding[];
  /** Readings that still wait for confirmation. */
  readonly unconfirmed: readonly string[];
}

/** Checking explores every state of a process; confirming forty readings looks at the same text forty times. */
const checked = new Map<ContentHash, readonly Finding[]>();
const remembered = 8;

const findingsOf = ({ hash, standard }: StandardVersion): readonly Finding[] => {
  const known = checked.get(hash);
  if (known) return known;
  const findings = checkStandard(standard);
  const oldest = checked.size >= remembered ? checked.keys().next().value : undefined;
  if (oldest !== undefined) checked.delete(oldest);
  checked.set(hash, findings);
  return findings;
};

export const versionView = (version: StandardVersion): VersionView => ({
  version,
  findings: findingsOf(version),
  unconfirmed: unconfirmedReadings(version),
});
