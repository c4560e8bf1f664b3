// The staff of the agency: who works here, with which roles; invite, change, end.
import { staffApi } from '@layan/contract/staff-api';
import { Button, Group, Skeleton, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { MemberForm } from './member-form.tsx';
import { MemberRow } from './member-row.tsx';
import './members.css';

export function MembersPage() {
  const api = useApi();
  const me = useMe();
  const [inviting, setInviting] = useState(false);
  const [done, setDone] = useState<Done>();
  const members = useQuery({ queryKey: ['members'], queryFn: () => api.call(staffApi.listMembers) });
  const tell = (what: string): void => setDone({ what });
  return (
    <div className="room">
      <Group justify="space-between" align="flex-end">
        <div>
          <PageHeading title="Petugas" />
          <Text size="sm" c="dark.6">
            {me.agency.name}
          </Text>
        </div>
        {inviting ? null : (
          <Button
            leftSection={<IconUserPlus size={18} stroke={1.6} aria-hidden />}
            onClick={() => setInviting(true)}
          >
            Undang petugas
          </Button>
        )}
      </Group>
      <DoneNotice done={done} />
      <ProblemNotice error={members.error} retry={() => void members.refetch()} />
      {members.isPending ? <Skeleton height={160} mt="md" role="status" aria-label="Memuat petugas" /> : null}
      {members.data === undefined ? null : (
        <>
          {inviting ? (
            <section className="panel" aria-label="Undangan baru">
              <MemberForm
                roles={members.data.roles}
                areas={members.data.areas}
                onClose={() => setInviting(false)}
                onDone={(what) => {
                  setInviting(false);
                  tell(what);
                }}
              />
            </section>
          ) : null}
          <ul className="plain-list">
            {members.data.members.map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                roles={members.data.roles}
                areas={members.data.areas}
                mine={member.id === me.id}
                onDone={tell}
              />
            ))}
          </ul>
          <Text size="xs" c="dark.6" mt="sm">
            Perubahan peran dan wilayah berlaku paling lama satu menit kemudian.
          </Text>
        </>
      )}
    </div>
  );
}
