// One inbox per role, for people who have several.
import { Link } from 'wouter';
import { inboxRoles, useMe } from '../../shared/me.ts';

export function RoleTabs({ role }: { role: string }) {
  const roles = inboxRoles(useMe());
  if (roles.length < 2) return null;
  return (
    <nav aria-label="Peran" className="tabs">
      {roles.map(({ id, label }) => (
        <Link key={id} href={`/kotak/${id}`} aria-current={id === role ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
