// How a member signs official documents: position, name with titles, NIP and rank.
import { changeOfficial, type MemberView } from '@layan/contract/staff/members';
import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem, useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { useFocusAt } from '../../shared/use-focus-at.ts';
import { officialLacks } from './official-rules.ts';

interface Props {
  readonly member: MemberView;
  readonly onClose: () => void;
  readonly onDone: (what: string) => void;
}

const fields = [
  { name: 'position', label: 'Jabatan', hint: 'Misalnya Kepala Dinas Sosial.', most: 120 },
  { name: 'nameWithTitles', label: 'Nama dengan gelar', hint: 'Seperti tertera pada surat.', most: 120 },
  { name: 'nip', label: 'NIP (boleh dikosongkan)', hint: '18 angka. Spasi diabaikan.', most: 30 },
  { name: 'rank', label: 'Pangkat, golongan (boleh dikosongkan)', hint: 'Misalnya Pembina, IV/a.', most: 80 },
] as const;

export function OfficialForm({ member, onClose, onDone }: Props) {
  const api = useApi();
  const form = useRef<HTMLFormElement>(null);
  const { official } = member;
  const [draft, setDraft] = useState({
    position: official?.position ?? '',
    nameWithTitles: official?.nameWithTitles ?? member.name,
    nip: official?.nip ?? '',
    rank: official?.rank ?? '',
  });
  const [lacks, setLacks] = useState<ReadonlyMap<string, string>>(new Map());
  const save = useMutation({
    mutationFn: (signs: boolean) => {
      const { nip, rank, position, nameWithTitles } = draft;
      const data = {
        position: position.trim(),
        nameWithTitles: nameWithTitles.trim(),
        ...(nip.trim() === '' ? {} : { nip: nip.replaceAll(/\s/g, '') }),
        ...(rank.trim() === '' ? {} : { rank: rank.trim() }),
      };
      return api.call(changeOfficial, {
        params: { memberId: member.id },
        body: { revision: member.revision, ...(signs ? { official: data } : {}) },
      });
    },
    onSuccess: (_after, signs) =>
      onDone(
        signs ? `Data jabatan ${member.name} tersimpan.` : `${member.name} tidak lagi menandatangani surat.`,
      ),
  });
  const problems = save.error instanceof ApiProblem ? (save.error.problem.problems ?? []) : [];
  const told = new Map(problems.map(({ field, detail }) => [field.replace(/^official\./, ''), detail]));
  const [marked] = [...lacks.keys(), ...told.keys()];
  useFocusAt(form, marked, marked === undefined ? null : lacks);
  return (
    <form
      ref={form}
      className="member-form"
      noValidate
      aria-label={`Data jabatan ${member.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        const found = officialLacks(draft);
        setLacks(found);
        if (found.size === 0) save.mutate(true);
      }}
    >
      {fields.map(({ name, label, hint, most }) => (
        <TextInput
          key={name}
          wrapperProps={{ 'data-at': name }}
          label={label}
          description={hint}
          maxLength={most}
          autoComplete="off"
          value={draft[name]}
          error={lacks.get(name) ?? told.get(name)}
          onChange={(event) => {
            const value = event.currentTarget.value;
            setLacks(new Map());
            save.reset();
            setDraft((before) => ({ ...before, [name]: value }));
          }}
        />
      ))}
      <ProblemNotice error={save.error} arrive={told.size === 0} />
      <Group gap="xs" mt="sm">
        <Button type="submit" loading={save.isPending && save.variables}>
          Simpan data jabatan
        </Button>
        {official === undefined ? null : (
          <Button
            variant="default"
            loading={save.isPending && !save.variables}
            onClick={() => save.mutate(false)}
          >
            Tidak menandatangani surat
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Urungkan
        </Button>
      </Group>
    </form>
  );
}
