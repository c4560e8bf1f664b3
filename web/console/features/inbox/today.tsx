// The day of the agency in one line.
import { staffApi } from '@layan/contract/staff-api';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../shared/api.ts';
import { clockTime } from '../../shared/clock-time.ts';
import { useMe } from '../../shared/me.ts';

export function Today() {
  const api = useApi();
  const { tenant } = useMe();
  const today = useQuery({
    queryKey: ['today'],
    queryFn: () => api.call(staffApi.getToday),
    refetchInterval: 60_000,
  });
  if (today.data === undefined) return null;
  const { filed, stepsDone, returned, ended, lastStepAt } = today.data;
  return (
    <Text size="xs" c="dark.6" className="today">
      Hari ini: {filed} masuk, {stepsDone} langkah selesai, {returned} dikembalikan, {ended} tuntas.
      {lastStepAt === undefined ? '' : ` Terakhir selesai ${clockTime(lastStepAt, tenant.zone)}.`}
    </Text>
  );
}
