// Invites somebody, or changes their name, roles and areas. What is typed is kept until it is sent or put aside.
import type { AreaView, MemberView } from '@layan/contract/staff/members';
import { Button, Checkbox, Group, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useKeptTexts } from '../../shared/kept.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { type MemberDraft, useSaveMember } from './use-save-member.ts';

interface Props {
  readonly roles: readonly { id: string; label: string }[];
  readonly areas: readonly AreaView[];
  readonly member?: MemberView;
  readonly onClose: () => void;
  readonly onDone: (what: string) => void;
}

const lines = (text: string | undefined): string[] | undefined =>
  text?.split('\n').filter((line) => line !== '');

export function MemberForm({ roles, areas, member, onClose, onDone }: Props) {
  const { texts, set, forget } = useKeptTexts(`member.${member?.id ?? 'new'}`);
  const [noRole, setNoRole] = useState(false);
  const draft: MemberDraft = {
    email: texts.email ?? member?.email ?? '',
    name: texts.name ?? member?.name ?? '',
    roles: lines(texts.roles) ?? member?.roles ?? [],
    areas: lines(texts.areas) ?? member?.areas ?? [],
  };
  const save = useSaveMember(member, (what) => {
    forget();
    onDone(what);
  });
  const known = new Set(areas.map(({ code }) => code));
  const places = [
    ...areas.map(({ code, name }) => ({ value: code, label: name })),
    ...draft.areas.filter((code) => !known.has(code)).map((code) => ({ value: code, label: code })),
  ];
  return (
    <form
      className="member-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setNoRole(draft.roles.length === 0);
        if (draft.roles.length > 0) save.send(draft);
      }}
    >
      <Stack gap="sm">
        {member === undefined ? (
          <TextInput
            autoFocus
            label="Alamat surel"
            description="Undangan dan kata sandi sementara dikirim ke alamat ini."
            type="email"
            maxLength={120}
            autoComplete="off"
            value={draft.email}
            error={save.problemOf('email')}
            onChange={(event) => set('email', event.currentTarget.value)}
          />
        ) : null}
        <TextInput
          autoFocus={member !== undefined}
          label="Nama lengkap"
          maxLength={120}
          autoComplete="off"
          value={draft.name}
          error={save.problemOf('name')}
          onChange={(event) => set('name', event.currentTarget.value)}
        />
        <Checkbox.Group
          label="Peran"
          value={[...draft.roles]}
          error={noRole ? 'Pilih paling sedikit satu peran.' : save.problemOf('roles')}
          onChange={(chosen) => {
            setNoRole(false);
            set('roles', chosen.join('\n'));
          }}
        >
          <Stack gap={0}>
            {roles.map(({ id, label }) => (
              <Checkbox key={id} value={id} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
        <MultiSelect
          label="Wilayah kerja (boleh dikosongkan)"
          description="Hanya berlaku bagi peran yang dibagi menurut wilayah. Kosong berarti seluruh wilayah."
          placeholder={draft.areas.length === 0 ? 'Cari kecamatan atau kelurahan' : undefined}
          nothingFoundMessage="Tidak ada wilayah dengan nama itu."
          data={places}
          searchable
          hidePickedOptions
          value={[...draft.areas]}
          error={save.problemOf('areas')}
          onChange={(chosen) => set('areas', chosen.join('\n'))}
        />
        <ProblemNotice error={save.error} arrive />
        <Group gap="xs">
          <Button type="submit" loading={save.sending}>
            {member === undefined ? 'Kirim undangan' : 'Simpan perubahan'}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              forget();
              onClose();
            }}
          >
            Urungkan
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
