// What only the tenant can tell about a standard that is to run there: opening hours, who holds which roles, and which
// other services there are.
import type { TenantCalendar } from '../deadline/calendar.ts';
import type { Standard } from './standard.ts';

/** A service that is published. */
export interface ServiceFacts {
  readonly id: string;
  /** Left out: the agency of the standard. */
  readonly agency?: string | undefined;
  readonly kind: Standard['kind'];
  /** Ids of its channels and endings; left out when nobody knows. */
  readonly channels?: readonly string[] | undefined;
  readonly endings?: readonly string[] | undefined;
  /** The whole of it; what cases hand over to each other can only be looked at where both sides are known. */
  readonly standard?: Standard | undefined;
}

export interface TenantFacts {
  readonly calendar: TenantCalendar;
  /** One entry for each member of staff; left out when nobody knows yet. */
  readonly staff?: readonly { readonly roles: readonly string[] }[];
  /** At least those that the standard names, as far as they are published; left out when nobody knows. */
  readonly services?: readonly ServiceFacts[];
  /** What the agency writes on its letters; left out when nobody knows. */
  readonly letters?: { readonly unitCode?: string | undefined };
}

/** Ids of the other services that a standard leans on. */
export const servicesNamed = ({ complaints, process }: Standard): readonly string[] => [
  ...new Set([
    ...(complaints === undefined ? [] : [String(complaints)]),
    ...process.steps.flatMap(({ subcase, batch }) =>
      [subcase?.service ?? [], batch ?? []].flat().map(String),
    ),
    ...process.endings.flatMap(({ opens }) => (opens ? [String(opens.service)] : [])),
    ...(process.lines ? [String(process.lines.of)] : []),
  ]),
];
