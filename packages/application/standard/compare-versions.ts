// What one version changes against another, in words; by default against the one in force.
import { ok, type Result } from '@layan/domain/kernel/result';
import { type Difference, differences } from '@layan/domain/standard/differences';
import type { Ports } from '../ports/surroundings.ts';
import { findOwnVersion, type OwnVersionError, type OwnVersionInput } from './find-own-version.ts';
import { findPublished } from './find-published.ts';

export interface CompareVersionsInput extends OwnVersionInput {
  readonly against?: number | undefined;
}

export interface ComparedVersions {
  /** Absent: there is nothing to compare with. */
  readonly against?: number;
  readonly differences: readonly Difference[];
}

export const makeCompareVersions =
  (ports: Pick<Ports, 'standards'>) =>
  async (input: CompareVersionsInput): Promise<Result<ComparedVersions, OwnVersionError>> => {
    const found = await findOwnVersion(ports, 'compare-versions', input);
    if (!found.ok) return found;
    const { version, standard } = found.value;
    const published = await findPublished(ports.standards, input.standard);
    const other =
      input.against ?? (published?.ref.version === version ? version - 1 : published?.ref.version);
    if (other === undefined || other < 1 || other === version) return ok({ differences: [] });
    const before = await findOwnVersion(ports, 'compare-versions', { ...input, version: other });
    if (!before.ok) return before;
    return ok({ against: other, differences: differences(before.value.standard, standard) });
  };
