// How an agency is shown to citizens: who to turn to.
import type { AgencyId } from '@layan/domain/kernel/ids';
import type { Tenant } from '@layan/domain/tenant/tenant';

export interface AgencyCard {
  readonly name: string;
  readonly address: string;
  readonly phone?: string;
}

export const agencyCard = ({ agencies, governmentName }: Tenant, id: AgencyId): AgencyCard => {
  const agency = agencies.find((candidate) => candidate.id === id);
  if (!agency) return { name: governmentName, address: '' };
  const { name, address, phone } = agency;
  return { name, address, ...(phone !== undefined && { phone }) };
};
