// The frame of the console: where I am, where I can go, find a ticket, sign out.
import { Button, Group, Kbd, Modal, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconFileCheck, IconInbox, IconKeyboard, IconLogout, IconUsers } from '@tabler/icons-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useKeys } from '../shared/keyboard.ts';
import type { Me } from '../shared/me.ts';
import { TicketSearch } from './ticket-search.tsx';

const shortcuts = [
  ['/', 'Cari nomor tiket'],
  ['j', 'Berkas berikutnya'],
  ['k', 'Berkas sebelumnya'],
  ['Enter', 'Buka berkas yang dipilih'],
  ['Esc', 'Kembali ke daftar'],
  ['?', 'Bantuan papan ketik'],
] as const;

export function Shell({ me, onSignOut, children }: { me: Me; onSignOut: () => void; children: ReactNode }) {
  const [place] = useLocation();
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useKeys(useMemo(() => ({ '/': () => search.current?.focus(), '?': () => setHelp(true) }), []));
  const rooms = [
    ...(me.roles.length > 0 ? [{ to: '/kotak', label: 'Kotak masuk', icon: IconInbox }] : []),
    ...(me.manager
      ? [
          { to: '/standar', label: 'Standar', icon: IconFileCheck },
          { to: '/petugas', label: 'Petugas', icon: IconUsers },
        ]
      : []),
  ];
  return (
    <div className="shell" style={{ ['--accent' as string]: me.tenant.accent }}>
      <a href="#isi" className="skip">
        Langsung ke isi
      </a>
      <header className="bar">
        <div className="whose">
          <Text fw={700} lh={1.15}>
            {me.agency.shortName}
          </Text>
          <Text size="xs" c="dark.6">
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
              <Icon size={18} aria-hidden />
              <span>{label}</span>
            </Link>
          ))}
        </nav>
        <TicketSearch field={search} />
        <Group gap={6} wrap="nowrap" className="self">
          <Text size="sm" visibleFrom="md">
            {me.name}
          </Text>
          <Button variant="subtle" size="sm" px={10} onClick={() => setHelp(true)}>
            <IconKeyboard size={18} aria-hidden />
            <VisuallyHidden>Bantuan papan ketik</VisuallyHidden>
          </Button>
          <Button
            variant="subtle"
            size="sm"
            px={10}
            onClick={onSignOut}
            leftSection={<IconLogout size={18} aria-hidden />}
          >
            Keluar
          </Button>
        </Group>
      </header>
      <main id="isi">{children}</main>
      <Modal
        opened={help}
        onClose={() => setHelp(false)}
        title="Papan ketik"
        closeButtonProps={{ 'aria-label': 'Tutup' }}
      >
        <Stack gap="xs">
          <Table>
            <Table.Tbody>
              {shortcuts.map(([key, what]) => (
                <Table.Tr key={key}>
                  <Table.Td w={80}>
                    <Kbd>{key}</Kbd>
                  </Table.Td>
                  <Table.Td>{what}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Stack>
      </Modal>
    </div>
  );
}
