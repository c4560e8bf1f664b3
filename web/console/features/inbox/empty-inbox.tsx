// Nothing to do: say so, and when that was true.
import { Text } from '@mantine/core';
import { clockTime } from '../../shared/clock-time.ts';
import { useMe } from '../../shared/me.ts';

export function EmptyInbox({ checkedAt }: { checkedAt: number }) {
  const { tenant } = useMe();
  return (
    <div className="empty">
      <Text fw={600}>Belum ada tugas.</Text>
      <Text size="sm" c="dark.6">
        Diperiksa pukul {clockTime(checkedAt, tenant.zone)}. Daftar ini memuat ulang sendiri.
      </Text>
    </div>
  );
}
