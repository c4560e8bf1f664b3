// A version of a standard with what may be done next, and what still stands between it and that.
import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import { checkStandard } from '@layan/domain/standard/check';
import type { Finding } from '@layan/domain/standard/finding';
import { type NextStep, nextSteps } from '@layan/domain/standard/life-steps';
import { unconfirmedReadings } from '@layan/domain/standard/readings';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import { sha256 } from '../kernel/sha256.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type FactsPorts, factsOfTenant } from './facts-of-tenant.ts';
import { momentOf } from './moment.ts';

export interface VersionView {
  readonly version: StandardVersion;
  readonly findings: readonly Finding[];
  /** Readings that still wait for confirmation. */
  readonly unconfirmed: readonly string[];
  readonly next: readonly NextStep[];
}

/**
 * Checking explores every state of a process; confirming forty readings looks at the same text forty times, with the same
 * people and hours around it.
 */
const checked = new Map<string, readonly Finding[]>();
const remembered = 8;

export const findingsOf = async (
  ports: FactsPorts,
  { hash, standard }: StandardVersion,
): Promise<readonly Finding[]> => {
  const facts = await factsOfTenant(ports, standard);
  const key = `${hash} ${sha256(canonicalJson(facts))}`;
  const known = checked.get(key);
  if (known) return known;
  const findings = checkStandard(standard, facts);
  const oldest = checked.size >= remembered ? checked.keys().next().value : undefined;
  if (oldest !== undefined) checked.delete(oldest);
  checked.set(key, findings);
  return findings;
};

export type ViewPorts = FactsPorts & Pick<Ports, 'clock'>;

export const versionView = async (ports: ViewPorts, version: StandardVersion): Promise<VersionView> => {
  const findings = await findingsOf(ports, version);
  const { today } = await momentOf(ports);
  return {
    version,
    findings,
    unconfirmed: unconfirmedReadings(version),
    next: nextSteps(version, { findings, today }),
  };
};
