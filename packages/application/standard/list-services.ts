// Published services of a tenant, for the portal's first page. One query.
import type { AgencyId, StandardId } from '@layan/domain/kernel/ids';
import type { Ports } from '../ports/surroundings.ts';
import { agencyCard } from '../tenant/agency-card.ts';
import { getProfile } from '../tenant/get-profile.ts';

export interface ServiceSummary {
  readonly id: StandardId;
  readonly title: string;
  readonly shortTitle: string;
  readonly summary: string;
  /** False shows the badge "belum ditetapkan". */
  readonly enacted: boolean;
  readonly agency: { readonly id: AgencyId; readonly name: string };
}

export const makeListServices =
  (ports: Pick<Ports, 'standards' | 'directory'>) => async (): Promise<readonly ServiceSummary[]> => {
    const tenant = await getProfile(ports.directory);
    return (await ports.standards.list())
      .filter(({ published }) => published !== undefined)
      .map(({ id, title, shortTitle, summary, enacted, agency }) => ({
        id,
        title,
        shortTitle,
        summary,
        enacted,
        agency: { id: agency, name: agencyCard(tenant, agency).name },
      }));
  };
