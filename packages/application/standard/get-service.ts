// The published standard of a service, for everyone.
import type { StandardRef } from '@layan/domain/case/event';
import type { StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Standard } from '@layan/domain/standard/standard';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import type { Agency } from '@layan/domain/tenant/tenant';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import type { StandardFailure } from './errors.ts';
import { findPublished, portalChannel } from './find-published.ts';

export interface Service {
  readonly ref: StandardRef;
  readonly version: StandardVersion;
  readonly agency: Agency;
  /** Whether a filing can begin on the portal. */
  readonly fileable: boolean;
  /** The published service that takes complaints about this one. */
  readonly complaints?: StandardId;
}

/** Where complaints about a service go: a published service of the same agency, if the standard names one. */
export const complaintsOf = async (
  standards: Ports['standards'],
  { complaints, agency }: Pick<Standard, 'complaints' | 'agency'>,
): Promise<StandardId | undefined> => {
  if (complaints === undefined) return undefined;
  const found = await findPublished(standards, complaints);
  return found?.version.standard.agency === agency ? complaints : undefined;
};

export const makeGetService =
  (ports: Pick<Ports, 'standards' | 'directory'>) =>
  async (input: {
    readonly service: StandardId;
  }): Promise<Result<Service, StandardFailure<'standard-not-found'>>> => {
    const published = await findPublished(ports.standards, input.service);
    if (!published) return err({ code: 'standard-not-found' });
    const { agencies } = await getProfile(ports.directory);
    const agency = agencies.find(({ id }) => id === published.version.standard.agency);
    if (!agency) throw new Error(`standard ${input.service} belongs to no agency of the tenant`);
    const complaints = await complaintsOf(ports.standards, published.version.standard);
    return ok({
      ...published,
      agency,
      fileable: portalChannel(published.version) !== undefined,
      ...(complaints !== undefined && { complaints }),
    });
  };
