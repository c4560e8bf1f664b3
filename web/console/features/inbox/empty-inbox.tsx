// Nothing to do: say so, and when that was true.
import { Text } from '@mantine/core';
import { useMe } from '../../shared/me.ts';

export function EmptyInbox({ checkedAt }: { checkedAt: number }) {
  const { tenant } = useMe();
  const time = new Intl.DateTimeFormat('id-ID', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: tenant.zone,
  }).format(checkedAt);
  return (
    <div className="empty">
      <Text fw={600}>Belum ada tugas.</Text>
      <Text size="sm" c="dark.6">
        Diperiksa pukul {time}. Daftar ini memuat ulang sendiri.
      </Text>
    </div>
  );
}
