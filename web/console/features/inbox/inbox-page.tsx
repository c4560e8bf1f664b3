// The inbox of one of my roles: whose it is, and a clear word when it is not mine.
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { inboxRoles, useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { Inbox } from './inbox.tsx';
import './inbox.css';

interface Props {
  readonly role: string | undefined;
  readonly selected?: string;
  readonly children?: ReactNode;
}

export function InboxPage({ role, selected, children }: Props) {
  const me = useMe();
  const mine = inboxRoles(me);
  if (role === undefined || !mine.some(({ id }) => id === role)) {
    return (
      <div className="room">
        <PageHeading title={mine.length === 0 ? 'Anda belum mendapat peran' : 'Ini bukan peran Anda'} />
        <Text mt="xs">
          Mintalah pengelola layanan {me.agency.shortName} memberi Anda peran yang sesuai di halaman Petugas.
        </Text>
      </div>
    );
  }
  return (
    <Inbox role={role} selected={selected} key={role}>
      {children}
    </Inbox>
  );
}
