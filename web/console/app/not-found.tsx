// An address that leads nowhere.
import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { PageHeading } from '../shared/page-heading.tsx';

export function NotFound() {
  return (
    <div className="room">
      <PageHeading title="Halaman ini tidak ada" />
      <Text mt="xs">
        Alamatnya mungkin salah ketik. <Link href="/">Buka halaman awal</Link>.
      </Text>
    </div>
  );
}
