// An address that leads nowhere.
import { Text, Title } from '@mantine/core';
import { Link } from 'wouter';

export function NotFound() {
  return (
    <div className="room">
      <Title order={1} size="h3">
        Halaman ini tidak ada
      </Title>
      <Text mt="xs">
        Alamatnya mungkin salah ketik. <Link href="/">Buka kotak masuk</Link>.
      </Text>
    </div>
  );
}
