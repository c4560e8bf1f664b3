// The staff of the agency: who works here, with which roles; invite, change, end.
import { staffApi } from '@layan/contract/staff-api';
import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { usePageTitle } from '../../shared/page-title.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { MemberForm } from './member-form.tsx';
import { MemberRow } from './member-row.tsx';

export function MembersPage() {
  usePageTitle('Petugas');
  const api = useApi();
  const me = useMe();
  const [inviting, setInviting] = useState(false);
  const [done, setDone] = useState<string>();
  const members = useQuery({ queryKey: ['members'], queryFn: () => api.call(staffApi.listMembers) });
  return (
    <div className="room">
      <Group justify="space-between">
        <div>
          <Title order={1} size="h3">
            Petugas
          </Title>
          <Text size="sm" c="dark.6">
            {me.agency.name}. Perubahan peran berlaku paling lama satu menit kemudian.
          </Text>
        </div>
        <Button
          leftSection={<IconUserPlus size={18} aria-hidden />}
          onClick={() => setInviting(true)}
          disabled={inviting}
        >
          Undang petugas
        </Button>
      </Group>
      <div role="status" aria-live="polite" className="done">
        {done}
      </div>
      <ProblemNotice error={members.error} retry={() => void members.refetch()} />
      {members.isPending ? <Skeleton height={160} mt="md" /> : null}
      {members.data === undefined ? null : (
        <>
          {inviting ? (
            <MemberForm
              roles={members.data.roles}
              onClose={() => setInviting(false)}
              onDone={(what) => {
                setInviting(false);
                setDone(what);
              }}
            />
          ) : null}
          <ul className="members">
            {members.data.members.map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                roles={members.data.roles}
                mine={member.id === me.id}
                onDone={setDone}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
