// That somebody among the members is a central admin for a short while: why, confirmed by whom, until when.
import type { MemberView } from '@layan/contract/staff/members';
import { Text } from '@mantine/core';
import { Tag } from '../../shared/tag.tsx';

interface Props {
  readonly member: Pick<MemberView, 'emergency' | 'state'>;
  readonly zone: string;
}

/** "Rabu, 4 Februari 2026 pukul 09.30", in the time of the tenant. */
const timeIn = (zone: string, at: string): string => {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('id-ID', { timeZone: zone, ...options }).format(new Date(at));
  const day = write({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return `${day} pukul ${write({ hour: '2-digit', minute: '2-digit' })}`;
};

export function EmergencyNote({ member, zone }: Props) {
  const { emergency, state } = member;
  if (!emergency) return null;
  return (
    <>
      {state === 'active' ? (
        <Tag tone="warn">Akses darurat sampai {timeIn(zone, emergency.until)}</Tag>
      ) : null}
      <Text size="sm">Alasan: {emergency.reason}</Text>
      <Text size="sm" c="dark.6">
        Disetujui {emergency.confirmedBy}, admin pusat
      </Text>
    </>
  );
}
