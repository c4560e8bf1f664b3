// The tenant of a staff member: exactly one administrator-controlled group `tenant:<slug>`. Nothing else says it.
import { TenantId } from '@layan/domain/kernel/ids';

const PREFIX = 'tenant:';

/** Undefined when the token names no tenant, or more than one. */
export function tenantFromGroups(groups: readonly string[]): TenantId | undefined {
  const named = groups.filter((group) => group.startsWith(PREFIX));
  if (named.length !== 1) return undefined;
  const parsed = TenantId.safeParse(named[0]?.slice(PREFIX.length));
  return parsed.success ? parsed.data : undefined;
}
