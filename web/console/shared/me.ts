// Who works here now, for every room that asks.
import type { staffApi } from '@layan/contract/staff-api';
import { createContext, useContext } from 'react';
import type * as z from 'zod';

export type Me = z.output<(typeof staffApi)['whoAmI']['response']>;

const MeContext = createContext<Me | undefined>(undefined);
export const MeProvider = MeContext.Provider;

export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error('useMe outside MeProvider');
  return me;
}
