// Compares what the roles hold with what a whole run of the tests used: whatever nobody used needs a reason, and a reason
// for what was used, or is no longer there, is as wrong as none.
import type { Usage } from './usage-file.ts';

export interface Reason {
  /** A role without `layan-<stage>-`, or a star for all of them. */
  readonly role: string;
  /** The name of a statement, or a star for all of them. */
  readonly statement: string;
  /** Actions, or partitions; without it all of the statement. */
  readonly of?: readonly string[];
  /** The end of the resources meant; without it all of them. */
  readonly on?: string;
  /** One sentence. */
  readonly because: string;
}

export interface Judgement {
  /** Never used, and nobody says why. */
  readonly unexplained: readonly string[];
  readonly explained: readonly { readonly permission: string; readonly because: string }[];
  /** Reasons that explain nothing, and permissions that were used against what their reason says. */
  readonly stale: readonly string[];
}

export function judge({ granted, used }: Usage, reasons: readonly Reason[]): Judgement {
  const known = new Set(used);
  const unused = granted.filter((permission) => !known.has(permission));
  const reasonOf = (permission: string) => reasons.find((reason) => covers(reason, permission));
  return {
    unexplained: unused.filter((permission) => !reasonOf(permission)),
    explained: unused.flatMap((permission) => {
      const reason = reasonOf(permission);
      return reason ? [{ permission, because: reason.because }] : [];
    }),
    stale: [
      ...reasons
        .filter((reason) => !granted.some((permission) => covers(reason, permission)))
        .map((reason) => `No role holds what this is the reason for: ${JSON.stringify(reason)}`),
      ...granted
        .filter((permission) => known.has(permission) && reasonOf(permission))
        .map((permission) => `Was used, although a reason says why it could not be: ${permission}`),
    ],
  };
}

function covers(reason: Reason, permission: string): boolean {
  const [role = '', statement, action = '', resource = ''] = permission.split(' ');
  const what = action === 'dynamodb:LeadingKeys' ? resource : action;
  return (
    (reason.role === '*' || role.replace(/^layan-[^-]+-/, '') === reason.role) &&
    (reason.statement === '*' || statement === reason.statement) &&
    (reason.of === undefined || reason.of.includes(what)) &&
    (reason.on === undefined || resource.endsWith(reason.on))
  );
}
