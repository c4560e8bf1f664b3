// One version of a standard of the member's agency, draft or not, with its findings.
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import { findOwnVersion, type OwnVersionError, type OwnVersionInput } from './find-own-version.ts';
import { type VersionView, type ViewPorts, versionView } from './version-view.ts';

export const makeGetVersion =
  (ports: Pick<Ports, 'standards'> & ViewPorts) =>
  async (input: OwnVersionInput): Promise<Result<VersionView, OwnVersionError>> => {
    const found = await findOwnVersion(ports, 'get-version', input);
    return found.ok ? ok(await versionView(ports, found.value)) : found;
  };
