// Names of the roles an agency has: the staff roles of its standards (drafts too, so that people can be invited before
// publishing), the service manager, and the data protection officer.

import { managerRole, officerRole } from '@layan/domain/case/authority';
import type { AgencyId } from '@layan/domain/kernel/ids';
import { hasAccounts } from '@layan/domain/process/accounts';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import type { StandardStore, StandardSummary } from '../ports/standards.ts';

export interface RoleLabel {
  readonly id: string;
  readonly label: string;
}

export interface AgencyRole extends RoleLabel {
  /** Work is divided by area. */
  readonly byArea: boolean;
  /** Work is given to its members by rule. */
  readonly givenOut: boolean;
  /** Roles that may give it to one of them, besides managers. */
  readonly coordinators: readonly string[];
}

const manager: AgencyRole = {
  id: managerRole,
  label: 'Pengelola layanan',
  byArea: false,
  givenOut: false,
  coordinators: [],
};

const officer: AgencyRole = { ...manager, id: officerRole, label: 'Pejabat pelindungan data pribadi' };

const versionsOf = (
  standards: StandardStore,
  { id, published, draft }: StandardSummary,
): Promise<StandardVersion | undefined>[] => [
  ...(published ? [standards.getPinned(published)] : []),
  ...(draft === undefined ? [] : [standards.find(id, draft)]),
];

const staffRoles = (version: StandardVersion | undefined): readonly AgencyRole[] => {
  const { roles = [], steps = [] } = version?.standard.process ?? {};
  return roles
    .filter((role) => hasAccounts({ steps }, role))
    .map(({ id, label, byArea = false }) => {
      const given = steps.filter(({ role, assign }) => role === id && assign !== undefined);
      const coordinators = given.flatMap(({ coordinator }) => coordinator ?? []);
      return { id, label, byArea, givenOut: given.length > 0, coordinators };
    });
};

/** Each role once, by the label of the first standard that has it. */
export const agencyRoles = async (
  standards: StandardStore,
  agency: AgencyId,
): Promise<readonly AgencyRole[]> => {
  const own = (await standards.list()).filter((standard) => standard.agency === agency);
  const versions = await Promise.all(own.flatMap((summary) => versionsOf(standards, summary)));
  const roles = new Map(
    [manager, officer, ...versions.flatMap(staffRoles)].reverse().map((role) => [role.id, role]),
  );
  return [...roles.values()].reverse();
};
