// Published services of a tenant, for the portal's first page.
import type { AgencyId, StandardId } from '@layan/domain/kernel/ids';
import type { Ports } from '../ports/surroundings.ts';

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
  (_ports: Pick<Ports, 'standards' | 'directory'>) => async (): Promise<readonly ServiceSummary[]> => {
    throw new Error('list-services is not written yet');
  };
