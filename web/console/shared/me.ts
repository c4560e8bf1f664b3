// Who works here now, for every room that asks.
import type { staffApi } from '@layan/contract/staff-api';
import { managerRole, officerRole } from '@layan/domain/case/authority';
import { createContext, useContext } from 'react';
import type * as z from 'zod/mini';

export type Me = z.output<(typeof staffApi)['whoAmI']['response']>;

/** Roles with an inbox: managing the service is a right, not a queue of cases. */
export const workRoles = ({ roles }: Pick<Me, 'roles'>): Me['roles'] =>
  roles.filter(({ id }) => id !== managerRole && id !== officerRole);

/** Inboxes to look into: of the roles one has, and of those whose work one gives out. */
export const inboxRoles = (me: Pick<Me, 'roles' | 'oversees'>): Me['roles'] => [
  ...workRoles(me),
  ...me.oversees,
];

const MeContext = createContext<Me | undefined>(undefined);
export const MeProvider = MeContext.Provider;

export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error('useMe outside MeProvider');
  return me;
}
