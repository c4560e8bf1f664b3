// Invites somebody, or changes their name, roles and areas. What is typed is kept until it is sent or put aside.
import type { AreaView, MemberView } from '@layan/contract/staff/members';
import { Button, Checkbox, Group, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useKeptTexts } from '../../shared/kept.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { useFocusAt } from '../../shared/use-focus-at.ts';
import { lacksOf } from './member-rules.ts';
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
  const form = useRef<HTMLFormElement>(null);
  const [lacks, setLacks] = useState<ReadonlyMap<string, string>>(new Map());
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
  const problemOf = (field: string): string | undefined => lacks.get(field) ?? save.problems.get(field);
  const write = (name: string, value: string): void => {
    setLacks(new Map());
    save.reset();
    set(name, value);
  };
  const [marked] = [...lacks.keys(), ...save.problems.keys()];
  useFocusAt(form, marked, marked === undefined ? null : lacks);
  const known = new Set(areas.map(({ code }) => code));
  const places = [
    ...areas.map(({ code, name }) => ({ value: code, label: name })),
    ...draft.areas.filter((code) => !known.has(code)).map((code) => ({ value: code, label: code })),
  ];
  return (
    <form
      ref={form}
      className="member-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = lacksOf(draft, member === undefined);
        setLacks(found);
        if (found.size === 0) save.send(draft);
      }}
    >
      <Stack gap="sm">
        {member === undefined ? (
          <TextInput
            autoFocus
            wrapperProps={{ 'data-at': 'email' }}
            label="Alamat surel"
            description="Undangan dan kata sandi sementara dikirim ke alamat ini."
            type="email"
            maxLength={120}
            autoComplete="off"
            value={draft.email}
            error={problemOf('email')}
            onChange={(event) => write('email', event.currentTarget.value)}
          />
        ) : null}
        <TextInput
          autoFocus={member !== undefined}
          wrapperProps={{ 'data-at': 'name' }}
          label="Nama lengkap"
          maxLength={120}
          autoComplete="off"
          value={draft.name}
          error={problemOf('name')}
          onChange={(event) => write('name', event.currentTarget.value)}
        />
        <Checkbox.Group
          wrapperProps={{ 'data-at': 'roles' }}
          label="Peran"
          value={[...draft.roles]}
          error={problemOf('roles')}
          onChange={(chosen) => write('roles', chosen.join('\n'))}
        >
          <Stack gap={0}>
            {roles.map(({ id, label }) => (
              <Checkbox key={id} value={id} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
        <MultiSelect
          wrapperProps={{ 'data-at': 'areas' }}
          label="Wilayah kerja (boleh dikosongkan)"
          description="Hanya berlaku bagi peran yang dibagi menurut wilayah. Kosong berarti seluruh wilayah."
          placeholder={draft.areas.length === 0 ? 'Cari kecamatan atau kelurahan' : undefined}
          nothingFoundMessage="Tidak ada wilayah dengan nama itu."
          data={places}
          searchable
          hidePickedOptions
          selectFirstOptionOnChange
          withScrollArea={false}
          comboboxProps={{ withinPortal: false }}
          styles={{ options: { maxHeight: '14rem', overflowY: 'auto' } }}
          onKeyDown={(event) => {
            // Enter chooses a place here; it must not send the form when there is none to choose.
            if (event.key === 'Enter') event.preventDefault();
          }}
          value={[...draft.areas]}
          error={problemOf('areas')}
          onChange={(chosen) => write('areas', chosen.join('\n'))}
        />
        <ProblemNotice error={save.error} arrive={save.problems.size === 0} />
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
