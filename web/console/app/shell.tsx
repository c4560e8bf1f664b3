// The frame of the console: where I am, where I can go, find a ticket, sign out.
import { dayInWords } from '@layan/domain/deadline/dates-in-words';
import { Button, Text, VisuallyHidden } from '@mantine/core';
import {
  IconBook2,
  IconCalendar,
  IconDownload,
  IconFileCheck,
  IconId,
  IconInbox,
  IconKeyboard,
  IconListCheck,
  IconLogout,
  IconSchool,
  IconShieldLock,
  IconStack2,
  IconUserCircle,
  IconUserPlus,
  IconUsers,
  IconWriting,
} from '@tabler/icons-react';
import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useKeys } from '../shared/keyboard.ts';
import { inboxRoles, type Me } from '../shared/me.ts';
import { isPractising } from '../shared/space.ts';
import { KeyboardHelp } from './keyboard-help.tsx';
import { PracticeBanner } from './practice-banner.tsx';
import { TicketSearch } from './ticket-search.tsx';

declare module 'react' {
  interface CSSProperties {
    '--accent'?: string;
  }
}

export function Shell({ me, onSignOut, children }: { me: Me; onSignOut: () => void; children: ReactNode }) {
  const [place, go] = useLocation();
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useKeys(
    useMemo(
      () => ({
        '/': () => search.current?.focus(),
        '?': () => setHelp(true),
        ...(me.counter ? { n: () => go('/loket') } : {}),
      }),
      [go, me.counter],
    ),
  );
  const rooms = [
    ...(inboxRoles(me).length > 0 ? [{ to: '/kotak', label: 'Kotak masuk', icon: IconInbox }] : []),
    ...(me.counter ? [{ to: '/loket', label: 'Terima permohonan', icon: IconUserPlus }] : []),
    ...(me.batches ? [{ to: '/usulan', label: 'Usulan bersama', icon: IconStack2 }] : []),
    ...(me.counter || me.manager || me.letters ? [{ to: '/buku', label: 'Buku', icon: IconBook2 }] : []),
    ...(me.cards ? [{ to: '/kartu', label: 'Kartu', icon: IconId }] : []),
    ...(me.manager && !isPractising()
      ? [
          { to: '/standar', label: 'Standar', icon: IconFileCheck },
          { to: '/petugas', label: 'Petugas', icon: IconUsers },
          { to: '/kalender', label: 'Kalender', icon: IconCalendar },
          { to: '/surat-dinas', label: 'Surat dinas', icon: IconWriting },
        ]
      : []),
    ...((me.officer || me.counter) && !isPractising()
      ? [{ to: '/data-pribadi', label: 'Pelindungan data', icon: IconShieldLock }]
      : []),
    ...((me.manager || me.officer) && !isPractising()
      ? [{ to: '/jejak-audit', label: 'Jejak audit', icon: IconListCheck }]
      : []),
    ...(me.manager && me.tenant.closing && !isPractising()
      ? [{ to: '/data-daerah', label: 'Data daerah', icon: IconDownload }]
      : []),
    { to: '/latihan', label: 'Latihan', icon: IconSchool },
  ];
  const colours: CSSProperties = { '--accent': me.tenant.accent };
  return (
    <div className="shell" style={colours}>
      <a href="#isi" className="skip">
        Langsung ke isi
      </a>
      {isPractising() ? <PracticeBanner /> : null}
      <header className="bar">
        <div className="whose">
          <Text fw={650} lh={1.2}>
            {me.agency.shortName}
          </Text>
          <Text size="xs" c="dark.6" lh={1.3}>
            {me.tenant.name}
          </Text>
        </div>
        <nav aria-label="Ruang kerja">
          {rooms.map(({ to, label, icon: Icon }) => (
            <Link
              key={to}
              href={to}
              className="room-link"
              aria-current={place.startsWith(to) ? 'page' : undefined}
            >
              <Icon size={18} stroke={1.6} aria-hidden />
              <span>{label}</span>
            </Link>
          ))}
        </nav>
        <TicketSearch field={search} />
        <div className="self">
          <Link href="/tidak-di-tempat" className="who" aria-label={`${me.name}: atur hari tidak di tempat`}>
            <IconUserCircle size={20} stroke={1.6} aria-hidden />
            <span className="who-name">{me.name}</span>
          </Link>
          <Button variant="subtle" color="dark.6" px={10} onClick={() => setHelp(true)}>
            <IconKeyboard size={20} stroke={1.6} aria-hidden />
            <VisuallyHidden>Bantuan papan ketik</VisuallyHidden>
          </Button>
          <Button variant="subtle" color="dark.6" px={10} onClick={onSignOut}>
            <IconLogout size={18} stroke={1.6} aria-hidden />
            <span className="sign-out">Keluar</span>
          </Button>
        </div>
        {me.tenant.closing === undefined ? null : (
          <p className="closing">
            {me.tenant.closed
              ? `${me.tenant.name} sudah ditutup di Layan. Berkas hanya dapat dibaca.`
              : `${me.tenant.name} ditutup di Layan mulai ${dayInWords(me.tenant.closing.on)}; sejak hari itu permohonan baru tidak diterima.`}
          </p>
        )}
      </header>
      <main id="isi" tabIndex={-1}>
        {children}
      </main>
      <KeyboardHelp opened={help} onClose={() => setHelp(false)} />
    </div>
  );
}
