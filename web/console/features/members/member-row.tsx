// One member: roles, state, and what a manager may change.
import type { MemberView } from '@layan/contract/staff/members';
import { staffApi } from '@layan/contract/staff-api';
import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { MemberForm } from './member-form.tsx';

interface Props {
  readonly member: MemberView;
  readonly roles: readonly { id: string; label: string }[];
  readonly mine: boolean;
  readonly onDone: (what: string) => void;
}

export function MemberRow({ member, roles, mine, onDone }: Props) {
  const api = useApi();
  const queries = useQueryClient();
  const [changing, setChanging] = useState(false);
  const active = member.state === 'active';
  const target = { params: { memberId: member.id }, body: { revision: member.revision } };
  const after = async (what: string) => {
    await queries.invalidateQueries({ queryKey: ['members'] });
    onDone(what);
  };
  const end = useMutation({
    mutationFn: () => api.call(staffApi.deactivateMember, target),
    onSuccess: ({ released }) =>
      after(
        `Akses ${member.name} dihentikan. ${released} tugas kembali ke antrean. Dapat dipulihkan kapan saja.`,
      ),
  });
  const restore = useMutation({
    mutationFn: () => api.call(staffApi.reactivateMember, target),
    onSuccess: () => after(`Akses ${member.name} dipulihkan.`),
  });
  return (
    <li className="panel">
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>
            {member.name}
            {mine ? ' (Anda)' : ''}
          </Text>
          <Text size="sm" c="dark.6">
            {member.email}
          </Text>
          <Group gap={6} mt={6}>
            {active ? null : (
              <Badge color="dark.6" tt="none">
                Akses dihentikan
              </Badge>
            )}
            {member.roles.map((id) => (
              <Badge key={id} variant="light" tt="none">
                {roles.find((role) => role.id === id)?.label ?? id}
              </Badge>
            ))}
            {member.areas.map((area) => (
              <Badge key={area} variant="outline" color="dark.6" tt="none">
                {area}
              </Badge>
            ))}
          </Group>
        </div>
        {mine ? null : (
          <Group gap="xs">
            <Button
              size="compact-md"
              variant="default"
              onClick={() => setChanging((now) => !now)}
              aria-expanded={changing}
            >
              Ubah
            </Button>
            {active ? (
              <Button
                size="compact-md"
                variant="default"
                loading={end.isPending}
                onClick={() => end.mutate()}
              >
                Hentikan akses
              </Button>
            ) : (
              <Button
                size="compact-md"
                variant="default"
                loading={restore.isPending}
                onClick={() => restore.mutate()}
              >
                Pulihkan akses
              </Button>
            )}
          </Group>
        )}
      </Group>
      <ProblemNotice error={end.error ?? restore.error} />
      {changing ? (
        <MemberForm
          roles={roles}
          member={member}
          onClose={() => setChanging(false)}
          onDone={(what) => {
            setChanging(false);
            onDone(what);
          }}
        />
      ) : null}
    </li>
  );
}
