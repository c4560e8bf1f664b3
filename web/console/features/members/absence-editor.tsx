// The days on which somebody does not work: those that are set, each to be taken back, and one more.
import { type AbsenceView, changeAbsences } from '@layan/contract/staff/members';
import { Button, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { absenceInWords, absenceLacks, blank, coming, declaredInWords, entered, today } from './absences.ts';

interface Kept {
  readonly id: string;
  readonly revision: number;
  readonly away: readonly AbsenceView[];
}

interface Props {
  readonly member: Kept;
  /** "Anda", or the name. */
  readonly whose: string;
  readonly onDone: (what: string, after: Kept) => void;
}

export function AbsenceEditor({ member, whose, onDone }: Props) {
  const api = useApi();
  const { tenant } = useMe();
  const title = useId();
  const [draft, setDraft] = useState(blank);
  const [tried, setTried] = useState(false);
  const lacks = tried ? absenceLacks(draft) : {};
  const left = coming(member.away, today(tenant.zone));
  const save = useMutation({
    mutationFn: ({ away }: { away: readonly AbsenceView[]; what: string }) =>
      api.call(changeAbsences, {
        params: { memberId: member.id },
        body: { revision: member.revision, away: away.map(entered) },
      }),
    onSuccess: (after, { what }) => {
      setDraft(blank);
      setTried(false);
      onDone(what, after);
    },
  });
  const write = (part: Partial<typeof blank>): void => {
    save.reset();
    setDraft({ ...draft, ...part });
  };
  const add = (): void => {
    setTried(true);
    if (Object.keys(absenceLacks(draft)).length > 0) return;
    const { from, to, reason } = draft;
    const added = { from, to, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
    save.mutate({ away: [...left, added], what: `Tersimpan: tidak di tempat ${absenceInWords(added)}.` });
  };
  return (
    <section className="absences" aria-labelledby={title}>
      <Text fw={600} size="sm" id={title}>
        Tidak di tempat
      </Text>
      {left.length === 0 ? (
        <Text size="sm">Belum ada. {whose} dianggap bertugas setiap hari kerja.</Text>
      ) : (
        <ul className="plain-list">
          {left.map((one) => (
            <li key={`${one.from}.${one.to}`}>
              <div>
                <Text size="sm">{absenceInWords(one)}</Text>
                <Text size="xs" c="dark.6">
                  {declaredInWords(one, tenant.zone)}
                </Text>
              </div>
              <Button
                variant="default"
                aria-label={`Hapus: ${absenceInWords(one)}`}
                disabled={save.isPending}
                onClick={() =>
                  save.mutate({
                    away: left.filter((other) => other !== one),
                    what: `Dihapus: ${absenceInWords(one)}.`,
                  })
                }
              >
                Hapus
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        noValidate
        className="absence-form"
        aria-label={`Tambah hari tidak di tempat: ${whose}`}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextInput
          type="date"
          label="Dari"
          value={draft.from}
          error={lacks.from}
          onChange={(event) => write({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Sampai"
          value={draft.to}
          error={lacks.to}
          onChange={(event) => write({ to: event.currentTarget.value })}
        />
        <TextInput
          label="Alasan (boleh dikosongkan)"
          maxLength={120}
          value={draft.reason}
          onChange={(event) => write({ reason: event.currentTarget.value })}
        />
        <Button type="submit" variant="default" loading={save.isPending}>
          Tambah
        </Button>
      </form>
      <ProblemNotice error={save.error} arrive />
    </section>
  );
}
