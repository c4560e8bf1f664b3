// Invites somebody, or changes their name, roles and areas.
import type { MemberView } from '@layan/contract/staff/members';
import { staffApi } from '@layan/contract/staff-api';
import { Button, Checkbox, Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

interface Props {
  readonly roles: readonly { id: string; label: string }[];
  readonly member?: MemberView;
  readonly onClose: () => void;
  readonly onDone: (what: string) => void;
}

const areasOf = (text: string): string[] => text.split(/[\s,;]+/).filter((code) => code !== '');

export function MemberForm({ roles, member, onClose, onDone }: Props) {
  const api = useApi();
  const queries = useQueryClient();
  const [email, setEmail] = useState(member?.email ?? '');
  const [name, setName] = useState(member?.name ?? '');
  const [chosen, setChosen] = useState<string[]>(member?.roles ?? []);
  const [areas, setAreas] = useState(member?.areas.join(', ') ?? '');
  const save = useMutation({
    mutationFn: () => {
      const rights = { name, roles: chosen, areas: areasOf(areas) };
      return member === undefined
        ? api.call(staffApi.inviteMember, { body: { email, ...rights } })
        : api.call(staffApi.changeMember, {
            params: { memberId: member.id },
            body: { revision: member.revision, ...rights },
          });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['members'] });
      onDone(
        member === undefined
          ? `Undangan untuk ${name} dikirim ke ${email}.`
          : `Perubahan untuk ${name} tersimpan.`,
      );
    },
  });
  const problems = save.error instanceof ApiProblem ? (save.error.problem.problems ?? []) : [];
  const problem = (field: string) => problems.find((found) => found.field === field)?.detail;
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="sm">
        {member === undefined ? (
          <TextInput
            label="Alamat surel"
            description="Undangan dan kata sandi sementara dikirim ke alamat ini."
            type="email"
            required
            maxLength={120}
            autoComplete="off"
            value={email}
            error={problem('email')}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        ) : null}
        <TextInput
          label="Nama lengkap"
          required
          maxLength={120}
          autoComplete="off"
          value={name}
          error={problem('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Fieldset legend="Peran">
          <Checkbox.Group value={chosen} onChange={setChosen}>
            <Stack gap={0}>
              {roles.map(({ id, label }) => (
                <Checkbox key={id} value={id} label={label} />
              ))}
            </Stack>
          </Checkbox.Group>
        </Fieldset>
        <TextInput
          label="Wilayah kerja (boleh dikosongkan)"
          description="Kode kecamatan atau kelurahan, dipisah koma, misalnya 35.74.01. Kosong berarti seluruh wilayah."
          autoComplete="off"
          value={areas}
          error={problem('areas')}
          onChange={(event) => setAreas(event.currentTarget.value)}
        />
        <ProblemNotice error={save.error} />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={chosen.length === 0}>
            {member === undefined ? 'Kirim undangan' : 'Simpan perubahan'}
          </Button>
          <Button variant="default" onClick={onClose}>
            Urungkan
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
