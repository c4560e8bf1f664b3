// How the agency writes official documents: letterhead, unit code, place, and how they are signed.
import {
  changeLetterSettings,
  getLetterSettings,
  type LetterSettingsView,
} from '@layan/contract/staff/letters';
import { Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { type SettingsDraft, SettingsForm } from './settings-form.tsx';
import './official-letters.css';

const key = ['letter-settings'];

function Editor({ settings, onDone }: { settings: LetterSettingsView; onDone: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: ({ unitCode, place, ...draft }: SettingsDraft) =>
      api.call(changeLetterSettings, {
        body: {
          revision: settings.revision,
          ...draft,
          ...(unitCode === '' ? {} : { unitCode }),
          ...(place === '' ? {} : { place }),
        },
      }),
    onSuccess: (after) => {
      queries.setQueryData(key, after);
      onDone();
    },
  });
  return (
    <SettingsForm
      settings={settings}
      error={save.error}
      sending={save.isPending}
      onSave={(draft) => save.mutate(draft)}
      onChange={() => save.reset()}
    />
  );
}

export function SettingsPage() {
  const api = useApi();
  const me = useMe();
  const [done, setDone] = useState<Done>();
  const settings = useQuery({
    queryKey: key,
    queryFn: () => api.call(getLetterSettings),
    // What is being typed is not to be changed under the hand.
    refetchOnWindowFocus: false,
  });
  return (
    <div className="room">
      <PageHeading title="Surat dinas" />
      <Text size="sm" c="dark.6">
        {me.agency.name}
      </Text>
      <Text size="sm" mt="xs">
        Perubahan berlaku untuk surat berikutnya. Surat yang sudah bernomor tidak berubah.
      </Text>
      <DoneNotice done={done} />
      <ProblemNotice error={settings.error} retry={() => void settings.refetch()} />
      {settings.isPending ? (
        <Skeleton height={320} mt="md" role="status" aria-label="Memuat pengaturan surat" />
      ) : null}
      {settings.data === undefined ? null : (
        <Editor
          key={settings.data.revision}
          settings={settings.data}
          onDone={() => setDone({ what: 'Pengaturan surat dinas tersimpan.' })}
        />
      )}
    </div>
  );
}
