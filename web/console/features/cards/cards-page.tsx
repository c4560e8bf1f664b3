// The room for cards: find one by what somebody brings, open it, or look through a register.
import { Button, Group, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { CardSearch } from './card-search.tsx';
import './cards.css';
import { Registers } from './registers.tsx';

export function CardsPage() {
  const me = useMe();
  return (
    <div className="room cards">
      <Group justify="space-between" align="flex-end">
        <div>
          <PageHeading title="Kartu" />
          <Text size="sm" c="dark.6">
            {me.agency.name}
          </Text>
        </div>
        {me.manager ? (
          <Button
            component={Link}
            href="/kartu/impor"
            variant="default"
            leftSection={<IconFileImport size={18} stroke={1.6} aria-hidden />}
          >
            Impor buku lama
          </Button>
        ) : null}
      </Group>
      <CardSearch />
      <Registers />
    </div>
  );
}
