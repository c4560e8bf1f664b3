// One inbox per role, for people who have several or look into that of others.
import { Link } from 'wouter';
import { inboxRoles, useMe } from '../../shared/me.ts';

export function RoleTabs({ role }: { role: string }) {
  const me = useMe();
  const roles = inboxRoles(me);
  if (roles.length < 2 && me.oversees.length === 0) return null;
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
