// What the official document of a version is drawn from: the version, and whose letterhead it carries.
import { ok, type Result } from '@layan/domain/kernel/result';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import type { Agency, Tenant } from '@layan/domain/tenant/tenant';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { findOwnVersion, type OwnVersionError, type OwnVersionInput } from './find-own-version.ts';

export interface DocumentSource {
  readonly version: StandardVersion;
  readonly tenant: Tenant;
  readonly agency?: Agency;
}

export const makeGetDocumentSource =
  (ports: Pick<Ports, 'standards' | 'directory'>) =>
  async (input: OwnVersionInput): Promise<Result<DocumentSource, OwnVersionError>> => {
    const found = await findOwnVersion(ports, 'get-document', input);
    if (!found.ok) return found;
    const tenant = await getProfile(ports.directory);
    const agency = tenant.agencies.find(({ id }) => id === found.value.standard.agency);
    return ok({ version: found.value, tenant, ...(agency && { agency }) });
  };
