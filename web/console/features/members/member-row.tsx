// One member: roles, areas, state, and what a manager may change.
import type { AreaView, MemberView } from '@layan/contract/staff/members';
import { staffApi } from '@layan/contract/staff-api';
import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import { awayNow, today } from './absences.ts';
import { EmergencyNote } from './emergency-note.tsx';
import { MemberForm } from './member-form.tsx';
import { MemberMore, type More } from './member-more.tsx';

const mores: readonly { readonly id: More; readonly label: string }[] = [
  { id: 'official', label: 'Data jabatan' },
  { id: 'away', label: 'Tidak di tempat' },
];

interface Props {
  readonly member: MemberView;
  readonly roles: readonly { id: string; label: string }[];
  readonly areas: readonly AreaView[];
  readonly mine: boolean;
  readonly onDone: (what: string) => void;
}

export function MemberRow({ member, roles, areas, mine, onDone }: Props) {
  const api = useApi();
  const queries = useQueryClient();
  const [changing, setChanging] = useState<boolean>();
  const [more, setMore] = useState<More>();
  const { tenant } = useMe();
  const change = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (changing === false) change.current?.focus();
  }, [changing]);
  const active = member.state === 'active';
  // A central admin comes back by another request only.
  const isOver = member.emergency !== undefined && !active;
  const target = { params: { memberId: member.id }, body: { revision: member.revision } };
  const after = async (what: string) => {
    await queries.invalidateQueries({ queryKey: ['members'] });
    onDone(what);
  };
  const stop = useMutation({
    mutationFn: () => api.call(staffApi.deactivateMember, target),
    onSuccess: ({ released }) =>
      after(
        `Akses ${member.name} dihentikan.${released > 0 ? ` ${released} tugas kembali ke antrean.` : ''}${member.emergency ? '' : ' Anda dapat memulihkannya kapan saja.'}`,
      ),
  });
  const restore = useMutation({
    mutationFn: () => api.call(staffApi.reactivateMember, target),
    onSuccess: () => after(`Akses ${member.name} dipulihkan.`),
  });
  const [turn, label] = active ? [stop, 'Hentikan akses'] : [restore, 'Pulihkan akses'];
  const absent = awayNow(member.away ?? [], today(tenant.zone));
  const nameOf = (code: string): string => areas.find((area) => area.code === code)?.name ?? code;
  return (
    <li className="panel">
      <div className="member">
        <div>
          <Text fw={600}>
            {member.name}
            {mine ? ' (Anda)' : ''}
          </Text>
          <Text size="sm" c="dark.6" className="address">
            {member.email}
          </Text>
          <Text size="sm">
            {member.emergency
              ? 'Pembaca darurat: hanya membaca, data pribadi disamarkan'
              : member.roles.map((id) => roles.find((role) => role.id === id)?.label ?? id).join(', ')}
          </Text>
          {member.areas.length === 0 ? null : (
            <Text size="sm" c="dark.6">
              Wilayah: {member.areas.map(nameOf).join('; ')}
            </Text>
          )}
          {member.official === undefined ? null : (
            <Text size="sm">
              Menandatangani sebagai {member.official.nameWithTitles}, {member.official.position}
            </Text>
          )}
          <EmergencyNote member={member} zone={tenant.zone} />
          {absent === undefined ? null : <Tag tone="warn">{absent}</Tag>}
          {active ? null : <Tag>Akses dihentikan</Tag>}
        </div>
        {mine || isOver ? null : (
          <div className="member-tools">
            {member.emergency ? null : (
              <Button
                ref={change}
                variant="default"
                aria-label={`Ubah ${member.name}`}
                aria-expanded={changing === true}
                onClick={() => setChanging((now) => now !== true)}
              >
                Ubah
              </Button>
            )}
            <Button
              variant="default"
              aria-label={`${label} ${member.name}`}
              loading={turn.isPending}
              onClick={() => turn.mutate()}
            >
              {label}
            </Button>
          </div>
        )}
      </div>
      {active && !member.emergency ? (
        <div className="member-more">
          {mores.map(({ id, label }) => (
            <Button
              key={id}
              variant="subtle"
              aria-label={`${label} ${member.name}`}
              aria-expanded={more === id}
              onClick={() => setMore((now) => (now === id ? undefined : id))}
            >
              {label}
            </Button>
          ))}
        </div>
      ) : null}
      {more === undefined ? null : (
        <MemberMore
          key={`${more}.${member.revision}`}
          member={member}
          more={more}
          onClose={() => setMore(undefined)}
          onDone={onDone}
        />
      )}
      <ProblemNotice error={stop.error ?? restore.error} arrive />
      {changing === true ? (
        <MemberForm
          roles={roles}
          areas={areas}
          member={member}
          onClose={() => setChanging(false)}
          onDone={(what) => {
            setChanging(undefined);
            onDone(what);
          }}
        />
      ) : null}
    </li>
  );
}
