// The rooms of the central admins: the governments that use Layan, emergency access, and what was done.
import { Button, Text } from '@mantine/core';
import { IconBuildingBank, IconListCheck, IconLogout, IconUrgent } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { keepFor } from '../../shared/kept.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { RoomBoundary } from '../../shared/room-boundary.tsx';
import { ActsPage } from './acts-page.tsx';
import './admin.css';
import { EmergenciesPage } from './emergencies-page.tsx';
import { NewTenantPage } from './new-tenant-page.tsx';
import { TenantPage } from './tenant-page.tsx';
import { TenantsPage } from './tenants-page.tsx';

const rooms = [
  { to: '/admin', label: 'Daerah', icon: IconBuildingBank, within: /^\/admin(\/daerah.*)?$/ },
  { to: '/admin/darurat', label: 'Akses darurat', icon: IconUrgent, within: /^\/admin\/darurat/ },
  { to: '/admin/catatan', label: 'Catatan tindakan', icon: IconListCheck, within: /^\/admin\/catatan/ },
] as const;

interface Props {
  readonly onSignOut: () => void;
  readonly person: { readonly id: string; readonly email?: string | undefined } | undefined;
}

export function AdminApp({ onSignOut, person }: Props) {
  const [place] = useLocation();
  // Before any form looks for what was kept.
  keepFor(person?.id ?? 'central-admin');
  const colours: CSSProperties = { '--accent': '#1d262c' };
  return (
    <div className="shell" style={colours}>
      <a href="#isi" className="skip">
        Langsung ke isi
      </a>
      <header className="bar">
        <div className="whose">
          <Text fw={650} lh={1.2}>
            Admin pusat
          </Text>
          <Text size="xs" c="dark.6" lh={1.3} className="admin-who">
            {person?.email ?? 'Layan'}
          </Text>
        </div>
        <nav aria-label="Ruang kerja">
          {rooms.map(({ to, label, icon: Icon, within }) => (
            <Link
              key={to}
              href={to}
              className="room-link"
              aria-current={within.test(place) ? 'page' : undefined}
            >
              <Icon size={18} stroke={1.6} aria-hidden />
              <span>{label}</span>
            </Link>
          ))}
        </nav>
        <div className="self">
          <Button variant="subtle" color="dark.6" px={10} onClick={onSignOut}>
            <IconLogout size={18} stroke={1.6} aria-hidden />
            <span className="sign-out">Keluar</span>
          </Button>
        </div>
      </header>
      <main id="isi" tabIndex={-1}>
        <RoomBoundary place={place}>
          <Switch>
            <Route path="/admin">
              <TenantsPage />
            </Route>
            <Route path="/admin/daerah/baru">
              <NewTenantPage />
            </Route>
            <Route path="/admin/daerah/:id">{({ id }) => <TenantPage id={id} key={id} />}</Route>
            <Route path="/admin/darurat">
              <EmergenciesPage />
            </Route>
            <Route path="/admin/catatan">
              <ActsPage />
            </Route>
            <Route>
              <div className="room">
                <PageHeading title="Halaman ini tidak ada" />
                <Text mt="xs">
                  Alamatnya mungkin salah ketik. <Link href="/admin">Buka daftar daerah</Link>.
                </Text>
              </div>
            </Route>
          </Switch>
        </RoomBoundary>
      </main>
    </div>
  );
}
