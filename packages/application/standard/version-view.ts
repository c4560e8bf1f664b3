// A version of a standard with what may be done next, and what still stands between it and that.
import { checkStandard } from '@layan/domain/standard/check';
import type { ContentHash } from '@layan/domain/standard/content-hash';
import type { Finding } from '@layan/domain/standard/finding';
import { type NextStep, nextSteps } from '@layan/domain/standard/life-steps';
import { unconfirmedReadings } from '@layan/domain/standard/readings';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import type { Ports } from '../ports/surroundings.ts';
import { momentOf } from './moment.ts';

export interface VersionView {
  readonly version: StandardVersion;
  readonly findings: readonly Finding[];
  /** Readings that still wait for confirmation. */
  readonly unconfirmed: readonly string[];
  readonly next: readonly NextStep[];
}

/** Checking explores every state of a process; confirming forty readings looks at the same text forty times. */
const checked = new Map<ContentHash, readonly Finding[]>();
const remembered = 8;

export const findingsOf = ({ hash, standard }: StandardVersion): readonly Finding[] => {
  const known = checked.get(hash);
  if (known) return known;
  const findings = checkStandard(standard);
  const oldest = checked.size >= remembered ? checked.keys().next().value : undefined;
  if (oldest !== undefined) checked.delete(oldest);
  checked.set(hash, findings);
  return findings;
};

export type ViewPorts = Pick<Ports, 'directory' | 'clock'>;

export const versionView = async (ports: ViewPorts, version: StandardVersion): Promise<VersionView> => {
  const findings = findingsOf(version);
  const { today } = await momentOf(ports);
  return {
    version,
    findings,
    unconfirmed: unconfirmedReadings(version),
    next: nextSteps(version, { findings, today }),
  };
};
